import type { Shape } from '../../shape';
import type { summary as zh } from '../../zh-CN/analyses/summary';

export const summary = {
  name: 'Descriptive statistics',
  purpose:
    'Centre, spread and shape of a number column: histogram, box plot or probability plot with tests of normality, by group and with limits if wanted.',
  field: {
    measure: 'Number column',
    picture: 'Picture',
    curve: 'Fitted curve',
    groupBy: 'Group by',
    groupColumn: 'Column to group by',
    lowerLimit: 'Lower limit',
    upperLimit: 'Upper limit',
    quantiles: 'Quantile type',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    measure: 'For instance handling time, waiting time, satisfaction score.',
    picture:
      'A histogram shows the shape, box plots compare groups, a probability plot tells whether a distribution fits.',
    curve: 'Waiting and handling times are usually skewed: try log-normal. It needs values above 0.',
    groupBy: 'Box plots and table then show each group.',
    groupColumn: 'For instance outlet, channel or product.',
    lowerLimit: 'Records below it are counted. For times, in the unit of the picture.',
    upperLimit: 'For instance the promised time; records above it are counted. For times, in the unit of the picture.',
    quantiles: 'The types differ only for few values: 7 as Excel and R, 6 as Minitab and SPSS.',
    dateColumn: 'For a period, and to check in order of time whether records depend on one another.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one channel only.',
  },
  choice: {
    picture: { histogram: 'Histogram', boxes: 'Box plot', probability: 'Probability plot' },
    curve: { normal: 'Normal', logNormal: 'Log-normal', none: 'None' },
    groupBy: { all: 'No grouping', column: 'A column', month: 'Month', quarter: 'Quarter', year: 'Year' },
    quantiles: { type7: 'Type 7 (Excel, R)', type6: 'Type 6 (Minitab, SPSS)' },
  },
  word: {
    whole: 'All',
    mean: 'Mean',
    outliers: 'Outliers',
    values: 'Data',
    lowerLimit: 'Lower limit',
    upperLimit: 'Upper limit',
  },
  curve: { normal: 'Normal fit', logNormal: 'Log-normal fit' },
  axis: { count: 'Records', percent: 'Cumulative percentage' },
  tooltip: {
    class: '{from} to {to}\n{n} {n|record|records} ({share})',
    box: '{label} ({n} {n|value|values})\nMedian {median}, mean {mean}\nMiddle half: {q1} to {q3}\n90th percentile {p90}\n{outliers} {outliers|outlier|outliers}',
    score: '{value}\nNumber {rank} of {of} in order of size\nExpected cumulative percentage {share}',
  },
  summary: {
    histogram: 'Histogram of {measure}: {n} values in {classes} {classes|class|classes}, from {low} to {high}.',
    boxes: 'Box plots of {measure}: {n} {n|group|groups}, {values} values in all.',
    probability: 'Probability plot: {n} values against the line of the {curve}.',
  },
  table: {
    caption: 'Descriptive statistics of “{measure}” (quantile type {type})',
    captionInUnit: 'Descriptive statistics of “{measure}”, unit: {unit} (quantile type {type})',
    scope: 'Scope',
    time: 'Period',
    n: 'Values',
    missing: 'Missing',
    mean: 'Mean',
    meanLow: 'Mean, lower (95%)',
    meanHigh: 'Mean, upper (95%)',
    sd: 'Standard deviation',
    min: 'Minimum',
    p5: '5th percentile',
    p25: 'Lower quartile',
    p50: 'Median',
    p75: 'Upper quartile',
    p90: '90th percentile',
    p95: '95th percentile',
    p99: '99th percentile',
    max: 'Maximum',
    iqr: 'Interquartile range',
    skewness: 'Skewness',
    kurtosis: 'Excess kurtosis',
    outliers: 'Outliers',
    beyond: 'Beyond limits',
    beyondShare: 'Share beyond limits',
  },
  headline: {
    mean: 'Mean',
    interval: '95% CI {low} to {high}',
    median: 'Median',
    p90: '90% of records are at most {value}',
    sd: 'Standard deviation',
    range: 'from {low} to {high}',
    n: 'Values',
    beyond: 'Beyond limits',
    beyondNote: '{n} {n|record|records}; 95% CI {low} to {high}',
  },
  finding: {
    centre:
      '{n} values with mean {mean} and median {median}; the middle half lies between {q1} and {q3}, and 90% are at most {p90}.',
    symmetric: 'The distribution is roughly symmetric (skewness {skew}): the mean represents the usual level.',
    rightSkewed:
      'The distribution is clearly skewed to the right (skewness {skew}): a few large values lift the mean, so report the median and the 90th percentile.',
    leftSkewed:
      'The distribution is clearly skewed to the left (skewness {skew}): a few small values pull the mean down, so report the median.',
    normal:
      'No evidence against a normal distribution (Anderson-Darling A² = {a}, p {p}); that does not prove it is normal.',
    notNormal:
      'The data are not normal (Anderson-Darling A² = {a}, p {p}): methods that assume normality, such as Cpk, do not apply as they are.',
    notNormalLarge:
      'The test rejects normality (A² = {a}, p {p}), but with {n} values even a trifling departure is found; whether it matters, the probability plot shows.',
    logNormalFits: 'Their logarithms agree with a normal distribution (A² = {a}, p {p}): log-normal describes them.',
    logNormalCloser: 'Their logarithms come closer to normal (A² = {a}, p {p}), but still do not agree.',
    beyond: '{n} of {of} are beyond the limits: {share} (95% CI {low} to {high}).',
    outliers:
      '{n} {n|value lies|values lie} more than 1.5 interquartile ranges outside the box. Check for typing errors and special cases before leaving anything out.',
    groups:
      'Of {n} groups, {highest} has the highest median ({high}) and {lowest} the lowest ({low}). Whether that is more than chance, “Compare means” tests.',
  },
  check: {
    amount: {
      good: 'Enough data: {n} values.',
      caution: 'Only {n} values: shape and tails are uncertain.',
      bad: 'Only {n} {n|value|values}: too few for more than an impression.',
    },
    missing:
      '{n} {n|record has|records have} no value ({share}) and {n|is|are} left out; make sure that this does not depend on the value.',
    normal: 'Agrees with a normal distribution (A² = {a}, p {p}).',
    notNormal: 'Not normal (A² = {a}, p {p}): use median and percentiles, or transform first.',
    noNormality: 'Too few or equal values: normality cannot be tested.',
    independent: 'In order of time, neighbouring records do not depend on one another (r₁ = {r}, bounds ±{bound}).',
    dependent:
      'In order of time, neighbouring records depend on one another (r₁ = {r}, beyond ±{bound}): the level may be changing and the intervals are too narrow. Look at a control chart first.',
    independentRows: 'In order of the records, neighbours do not depend on one another (r₁ = {r}, bounds ±{bound}).',
    dependentRows:
      'In order of the records, neighbours depend on one another (r₁ = {r}, beyond ±{bound}): if they are in order of time, the level may be changing. Look at a control chart first.',
    discrete:
      '{n} values take only {distinct} different {distinct|value|values}, like grades rather than measurements; normality tests and fitted curves mean little.',
    logRefused: 'Some values are not above 0, so no log-normal curve is fitted.',
    unplaced: '{n} {n|record has|records have} no date or group and {n|is|are} in no group.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} outside the chosen period.',
    empty: '{n} {n|group has|groups have} no values: {names}.',
    smallGroups: '{n} {n|group has|groups have} fewer than 10 values ({names}); their percentiles are unreliable.',
  },
  how: {
    mean: 'Mean = sum ÷ number = {sum} ÷ {n} = {mean}.',
    sd: 'The standard deviation divides by n − 1 = {n} − 1 and is {sd}.',
    interval: '95% interval of the mean = {mean} ± t(0.975, {df}) × {se} = {low} to {high}.',
    type7:
      'Quantiles are type 7 (position 1 + p(n − 1), n = {n}), as in Excel and R; the 90th percentile is {value}. Type 6 (Minitab, SPSS) would give {other}.',
    type6:
      'Quantiles are type 6 (position p(n + 1), n = {n}), as in Minitab and SPSS; the 90th percentile is {value}. Type 7 (Excel, R) would give {other}.',
    box: 'The box spans the quartiles; whiskers reach the outermost values within 1.5 interquartile ranges, values beyond are outliers.',
    classes:
      'The class width follows Freedman and Diaconis, rounded: {n} {n|class|classes} of {width}; a class includes its lower end, not its upper.',
    scores:
      'The probability plot sets the i-th smallest value against Φ⁻¹((i − 0.375) ÷ (n + 0.25)); the straighter the points, the better the distribution fits.',
    normal: 'Normal curve with mean {mean} and standard deviation {sd}, scaled by class width and number of values.',
    logNormal:
      'Log-normal curve: the natural logarithms have mean {mean} and standard deviation {sd}; scaled by class width and number of values.',
    andersonDarling:
      'Anderson-Darling: A² = {a}, {adjusted} with the small-sample factor, p {p} (mean and standard deviation estimated).',
    shapiroWilk: 'Shapiro-Wilk: W = {w}, p {p} (Royston’s algorithm).',
    noShapiroWilk: 'Shapiro-Wilk is made for up to 5,000 values; with {n} it is not computed.',
    ryanJoiner: 'Ryan-Joiner: r = {r}, critical value at 5% {critical}, p between {low} and {high}.',
    ryanJoinerLarge:
      'Ryan-Joiner: r = {r}; its critical values are published up to {most} values, so it decides nothing here.',
    wilson: 'The interval of the share beyond limits is Wilson’s 95% interval; a value on a limit is within.',
  },
} satisfies Shape<typeof zh>;
