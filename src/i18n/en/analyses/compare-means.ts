import type { Shape } from '../../shape';
import type { compareMeans as zh } from '../../zh-CN/analyses/compare-means';

export const compareMeans = {
  name: 'Compare means',
  purpose:
    'Does a measure differ between groups, or between two columns of the same records, by how much, and how sure is that? Chooses the test and says why.',
  field: {
    layout: 'Layout of the data',
    measure: 'Number column',
    groupBy: 'Groups come from',
    groupColumn: 'Column to group by',
    firstColumn: 'First column',
    secondColumn: 'Second column',
    method: 'Test',
    picture: 'Picture',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    layout:
      'Groups: one number column by group. Pairs: two columns of the same records, such as one outlet before and after.',
    measure: 'For instance handling time, waiting time, score.',
    groupBy: 'The values of a column, or periods.',
    groupColumn: 'For instance channel, outlet, business type; 2 to 20 groups.',
    firstColumn: 'Differences are first minus second.',
    secondColumn: 'Only records with both values are compared.',
    method:
      'Automatic looks at numbers, shape and spread of each group. Rank tests compare location and do not mind extreme values.',
    picture: 'The picture of differences shows directly which groups differ.',
    dateColumn: 'Needed only for a period, or for groups by time.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one business type only.',
  },
  choice: {
    layout: { groups: 'Groups', columns: 'Paired columns' },
    groupBy: { column: 'A column', month: 'Month', quarter: 'Quarter', year: 'Year' },
    method: {
      auto: 'Automatic',
      welch: 'Means, variances may differ (Welch)',
      equal: 'Means, equal variances (pooled t, ANOVA)',
      ranks: 'Ranks (Mann-Whitney, Kruskal-Wallis)',
    },
    picture: { intervals: 'Means with intervals', boxes: 'Box plot', differences: 'Differences' },
  },
  method: {
    welchT: 'Welch’s t test',
    pooledT: 'Pooled t test',
    welchAnova: 'Welch’s ANOVA',
    anova: 'One-way ANOVA',
    mannWhitney: 'Mann-Whitney test',
    kruskalWallis: 'Kruskal-Wallis test',
    pairedT: 'Paired t test',
    signedRank: 'Wilcoxon signed-rank test',
  },
  reason: {
    chosen: 'The test is the one you chose: {method}.',
    welchDefault:
      '{method} was chosen: it compares two means without assuming equal variances, and loses almost nothing where they are equal.',
    equalSpread:
      '{method} was chosen: the groups are large enough or close to normal, and their variances do not clearly differ. Pairs are compared by Tukey’s method.',
    unequalSpread:
      '{method} was chosen: the variances clearly differ, which rules out ordinary ANOVA. Pairs are compared by Games-Howell.',
    smallNotNormal:
      '{method} was chosen: a group is small and not normal, so that a test of means cannot be trusted; ranks are compared.',
    strongSkew:
      '{method} was chosen: a group of moderate size is strongly skewed, so that extreme values rule its mean; ranks are compared.',
    noSpread:
      '{method} was chosen: a group has only equal values, so that a test of means cannot judge its spread; ranks are compared.',
    pairsFit: '{method} was chosen: both columns belong to the same records, so each record’s difference counts.',
    pairsNotNormal: '{method} was chosen: the differences are few and skewed or not normal, so ranks are compared.',
  },
  effect: {
    hedgesG: 'Effect size, Hedges g',
    omegaSquared: 'Effect size, ω²',
    epsilonSquared: 'Effect size, ε²',
    probability: 'Chance of being larger',
    standardized: 'Standardised difference d',
    rankBiserial: 'Rank-biserial r',
  },
  effectWord: { negligible: 'negligible', small: 'small', medium: 'medium', large: 'large' },
  word: {
    mean: 'Mean',
    outliers: 'Outliers',
    grandMean: 'Grand mean',
    means: 'means',
    medians: 'medians',
    noDifference: 'No difference',
    pair: '{first} − {second}',
    clear: 'different',
    unclear: 'not shown to differ',
    clearResult: 'Difference found',
    unclearResult: 'No difference found',
  },
  axis: { means: 'Difference of means: {measure}', medians: 'Difference of medians: {measure}' },
  tooltip: {
    group:
      '{label} ({n} {n|value|values})\nMean {mean} (95% CI {low} to {high})\nMedian {median}, standard deviation {sd}',
    pair: '{first} − {second}\nDifference {difference} (95% CI {low} to {high})\np {p}',
    rankPair: '{first} − {second}\nDifference of medians {difference}\np {p}',
  },
  summary: {
    intervals: 'Means of {measure} with 95% intervals: {n} groups, {values} values in all.',
    boxes: 'Box plots of {measure}: {n} groups, {values} values in all.',
    differences: 'Differences of {n} {n|pair|pairs} of groups, {clear} of them clear.',
  },
  table: {
    caption: 'Comparison of “{measure}”',
    captionInUnit: 'Comparison of “{measure}”, unit: {unit}',
    captionPairs: 'Comparison of {n} {n|pair|pairs} of groups ({method})',
    column: 'Column',
    time: 'Period',
    n: 'Values',
    missing: 'Missing',
    mean: 'Mean',
    meanLow: 'Mean, lower (95%)',
    meanHigh: 'Mean, upper (95%)',
    sd: 'Standard deviation',
    min: 'Minimum',
    q1: 'Lower quartile',
    median: 'Median',
    q3: 'Upper quartile',
    max: 'Maximum',
    outliers: 'Outliers',
    skewness: 'Skewness',
    normalP: 'Normality, p',
    first: 'Group A',
    second: 'Group B',
    difference: 'Difference of means (A − B)',
    medianDifference: 'Difference of medians (A − B)',
    low: 'Difference, lower (95%)',
    high: 'Difference, upper (95%)',
    adjustedP: 'Adjusted p',
    verdict: 'Verdict',
  },
  headline: {
    result: 'Result',
    p: 'p {p}',
    difference: 'Difference of means',
    medianDifference: 'Difference of medians',
    interval: '95% CI {low} to {high}',
    noInterval: 'a rank test gives no interval for it',
    pairs: 'Pairs that clearly differ',
    pairsNote: 'of {n}, corrected for their number',
    effectNote: 'customarily called {word}',
    method: 'Test',
    methodNote: '{n} values or pairs in all',
  },
  finding: {
    higher:
      'The mean {measure} of {first} ({firstValue}) is higher than that of {second} ({secondValue}) by {difference} (95% CI {low} to {high}, p {p}).',
    lower:
      'The mean {measure} of {first} ({firstValue}) is lower than that of {second} ({secondValue}) by {difference} (95% CI of the difference {low} to {high}, p {p}).',
    unclear:
      'The mean {measure} of {first} ({firstValue}) and {second} ({secondValue}) differ by {difference}, no more than chance explains (95% CI of the difference {low} to {high}, p {p}).',
    higherRanks:
      '{measure} of {first} is on the whole higher than that of {second}: medians {firstValue} and {secondValue}, {difference} apart (p {p}).',
    lowerRanks:
      '{measure} of {first} is on the whole lower than that of {second}: medians {firstValue} and {secondValue}, {difference} apart (p {p}).',
    unclearRanks:
      '{measure} of {first} (median {firstValue}) and {second} (median {secondValue}) differ by no more than chance explains (p {p}).',
    manyClear:
      'The {statistic} of {n} groups are not all alike (p {p}): {highest} is highest ({high}), {lowest} lowest ({low}).',
    manyUnclear:
      'The {statistic} of {n} groups differ by no more than chance explains (p {p}), from {low} ({lowest}) to {high} ({highest}): do not rank them.',
    clearPairs: '{n} of {of} pairs clearly {n|differs|differ}, corrected for their number.',
    pair: '{higher} is higher than {lower} by {difference} (95% CI {low} to {high}, p {p}).',
    rankPair: '{higher} is higher than {lower}: their medians are {difference} apart (p {p}).',
    noPair: 'Pair by pair, none of {n} clearly differs.',
    effect: {
      hedgesG: 'The difference is {value} standard deviations (Hedges g), customarily called {word}.',
      omegaSquared:
        'The groups explain about {value} of the variation (ω²), customarily called {word}; the rest lies within them.',
      epsilonSquared: 'The groups explain about {value} of the variation of ranks (ε²), customarily called {word}.',
      probability:
        'A value of {first} is larger than one of {second} with a chance of about {value} (50% is no difference), customarily called {word}.',
      standardized: 'The difference is {value} of its own standard deviations, customarily called {word}.',
      rankBiserial: 'The rank-biserial correlation is {value}, customarily called {word}.',
    },
    notEqual:
      'No difference found is not equality: with little data a real one escapes. See how large a difference the interval still allows.',
    cause:
      'A difference is not yet its cause: groups may differ in their mix of business or in time. Stratify, or check on site.',
  },
  check: {
    size: {
      good: 'Enough values in each group (at least {n}).',
      caution: 'The smallest group has only {n} values: intervals are wide.',
      bad: 'The smallest group has only {n} values: the result is very uncertain.',
    },
    pairs: {
      good: 'Enough pairs: {n}.',
      caution: 'Only {n} pairs: the interval is wide.',
      bad: 'Only {n} pairs: the result is very uncertain.',
    },
    normal: 'No evidence against normality in any group.',
    notNormalLarge: '{n} {n|group is|groups are} not normal ({names}), but large enough for a test of means.',
    notNormal: '{n} {n|group is|groups are} not normal and not large ({names}): check with a rank test.',
    ranksAssumption: 'A rank test does not assume normality; it compares who is higher on the whole.',
    equalSpread:
      'Spreads do not clearly differ (Brown-Forsythe F = {f}, p {p}; largest to smallest standard deviation {ratio}).',
    unequalSpread: 'Spreads differ (F = {f}, p {p}; ratio {ratio}), which the method allows.',
    unequalSpreadAssumed:
      'Spreads differ (F = {f}, p {p}; ratio {ratio}), but the chosen method assumes they do not: use Welch.',
    unequalSpreadRanks:
      'Spreads differ (F = {f}, p {p}; ratio {ratio}): a rank test may answer to shape, not only to location.',
    outliers: '{n} {n|outlier|outliers} in {groups} {groups|group|groups}: check for typing errors and special cases.',
    differencesNormal: 'No evidence against normal differences (p {p}).',
    differencesLarge: 'The differences are not normal (p {p}), but {n} pairs are enough for a test of means.',
    differencesNotNormal: 'The differences are not normal (p {p}) and there are only {n}: check with ranks.',
    incomplete: '{n} {n|record lacks|records lack} one of the two values ({share}) and {n|is|are} left out.',
    missing:
      '{n} {n|record has|records have} no value ({share}) and {n|is|are} left out; make sure that this does not depend on the value.',
    unplaced: '{n} {n|record has|records have} no group and {n|is|are} left out.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} outside the chosen period.',
    small: '{n} {n|group has|groups have} fewer than 2 values and {n|is|are} not compared: {names}.',
    independence:
      'The test takes records as independent and the process as stable; for data over time look at a control chart first.',
  },
  how: {
    welchT:
      'Welch’s t = ({mean1} − {mean2}) ÷ √({s1}² ÷ {n1} + {s2}² ÷ {n2}) = {statistic} with {df} degrees of freedom, p {p}; difference {difference} ({low} to {high}).',
    pooledT:
      'Pooled t = ({mean1} − {mean2}) ÷ (s·√(1 ÷ {n1} + 1 ÷ {n2})) = {statistic} with {df} degrees of freedom, p {p}; difference {difference} ({low} to {high}).',
    welchAnova:
      'Welch’s ANOVA of {groups} groups and {n} values: F = {statistic} with {df} and {df2} degrees of freedom, p {p}.',
    anova:
      'One-way ANOVA of {groups} groups and {n} values: F = mean square between ÷ within = {statistic} with {df} and {df2} degrees of freedom, p {p}.',
    mannWhitney:
      'Mann-Whitney: U = pairs in which the first group is larger (ties count half) = {statistic} of {n1} × {n2}, p {p}.',
    kruskalWallis:
      'Kruskal-Wallis on the ranks of {n} values: H = {statistic} (corrected for ties) with {df} degrees of freedom, p {p}.',
    pairedT:
      'Paired t = mean difference ÷ (its standard deviation ÷ √n) = {difference} ÷ ({sd} ÷ √{n}) = {statistic} with {df} degrees of freedom, p {p}; interval {low} to {high}.',
    signedRank: 'Wilcoxon’s signed ranks: V = rank sum of positive differences = {statistic} (zeros left out), p {p}.',
    exact: 'The p-value is exact.',
    pairs: {
      anova: 'Pairs by Tukey-Kramer: all intervals hold together with 95% confidence.',
      welchAnova: 'Pairs by Games-Howell: all intervals hold together with about 95% confidence.',
      kruskalWallis: 'Pairs by Dunn’s test, p-values corrected by Holm.',
    },
    effect: {
      hedgesG:
        'Hedges g = difference of means ÷ pooled standard deviation, corrected for small samples = {value}; 0.2, 0.5, 0.8 are small, medium, large.',
      omegaSquared:
        'ω² = (SS between − (k − 1)·MS within) ÷ (SS total + MS within) = {value}; 0.01, 0.06, 0.14 are small, medium, large.',
      epsilonSquared: 'ε² = H ÷ (n − 1) = {value}; 0.01, 0.06, 0.14 are small, medium, large.',
      probability: 'Chance of being larger = U ÷ (n₁n₂) = {value}; 56%, 64%, 71% are small, medium, large.',
      standardized:
        'Standardised difference = mean difference ÷ its standard deviation = {value}; 0.2, 0.5, 0.8 are small, medium, large.',
      rankBiserial:
        'Rank-biserial correlation = (ranks in favour − ranks against) ÷ all ranks = {value}; 0.1, 0.3, 0.5 are small, medium, large.',
    },
    spread:
      'Equal variances: Brown-Forsythe F = {f}, p {p}; Bartlett p {bartlett} (Bartlett minds non-normal data, so the former decides).',
    intervals:
      'Each interval in the picture is that group’s own t interval; two that overlap a little may still differ clearly: the test decides.',
    auto: 'Automatic choice: ranks where a group has fewer than 15 values (20 from 10 groups on) and is not normal, or fewer than 50 and a skewness beyond 2; else Welch’s t for two groups, and for more ordinary or Welch’s ANOVA by the Brown-Forsythe test.',
  },
} satisfies Shape<typeof zh>;
