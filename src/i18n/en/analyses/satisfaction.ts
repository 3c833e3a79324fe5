import type { Shape } from '../../shape';
import type { satisfaction as zh } from '../../zh-CN/analyses/satisfaction';

export const satisfaction = {
  name: 'Satisfaction and NPS',
  purpose:
    'Net promoter score (0–10) or share satisfied (1–5, 1–7) from a column of ratings, with intervals, by group or period.',
  field: {
    rating: 'Rating column',
    scale: 'Scale',
    groupBy: 'Group by',
    groupColumn: 'Column to group by',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    rating: 'One whole number per record, for instance a satisfaction rating or the will to recommend.',
    scale: 'As in the questionnaire; with another one the result means nothing.',
    groupBy: 'Computes and compares each group or period.',
    groupColumn: 'For instance outlet, channel or product.',
    dateColumn: 'For a period, or to group by time.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one channel only.',
  },
  choice: {
    scale: { nps: '0–10', five: '1–5', seven: '1–7' },
    groupBy: { all: 'No grouping', column: 'A column', month: 'Month', quarter: 'Quarter', year: 'Year' },
  },
  word: { whole: 'All', mean: 'Mean' },
  axis: { count: 'Ratings', nps: 'Net promoter score', csat: 'Share satisfied' },
  tooltip: {
    answer: 'Rating {score}\n{n} {n|rating|ratings} ({share})',
    nps: '{label} ({n} {n|rating|ratings})\nNPS {value}\n95% CI {low} to {high}\n{positive} promoters, {negative} detractors',
    csat: '{label} ({n} {n|rating|ratings})\nSatisfied {value}\n95% CI {low} to {high}\n{positive} satisfied, {negative} dissatisfied',
  },
  summary: {
    nps: 'Distribution of {n} ratings of “{rating}”, NPS {value}.',
    csat: 'Distribution of {n} ratings of “{rating}”, {value} satisfied.',
    npsGroups: 'NPS of “{rating}” with 95% intervals for {groups} groups; over all {n} ratings it is {value}.',
    csatGroups:
      'Share satisfied of “{rating}” with 95% intervals for {groups} groups; over all {n} ratings it is {value}.',
  },
  table: {
    answers: 'Distribution of “{rating}”',
    npsCaption: 'Net promoter score of “{rating}” by group',
    csatCaption: 'Share satisfied of “{rating}” by group',
    score: 'Rating',
    count: 'Number',
    share: 'Share',
    time: 'Period',
    n: 'Ratings',
    nps: 'NPS',
    csat: 'Satisfied',
    low: 'Lower (95%)',
    high: 'Upper (95%)',
    npsPositive: 'Promoters',
    npsNeutral: 'Passives',
    npsNegative: 'Detractors',
    csatPositive: 'Satisfied, number',
    csatNeutral: 'Neutral',
    csatNegative: 'Dissatisfied',
    mean: 'Mean',
    meanLow: 'Mean, lower (95%)',
    meanHigh: 'Mean, upper (95%)',
  },
  headline: {
    nps: 'Net promoter score',
    csat: 'Share satisfied',
    interval: '95% CI {low} to {high}',
    mean: 'Mean rating',
    n: '{n} {n|rating|ratings}',
    npsNegative: 'Detractors',
    csatNegative: 'Dissatisfied',
    answers: '{n} {n|rating|ratings}',
    valid: 'Valid ratings',
  },
  finding: {
    nps: 'The NPS of {n} {n|rating|ratings} is {value} (95% CI {low} to {high}): {positive} promoters, {negative} detractors.',
    csat: '{value} of {n} {n|rating|ratings} are satisfied (95% CI {low} to {high}), {negative} dissatisfied.',
    better: 'The interval of {n} {n|group|groups} lies wholly above the overall level: {names}.',
    worse:
      'The interval of {n} {n|group|groups} lies wholly below the overall level: {names}. Open {n|its|their} low ratings and look for a common cause.',
    alike: 'The intervals of all {n} groups include the overall level: no difference beyond chance is seen.',
    chance:
      'With {n} groups compared at once, one may stand out by chance; for a conclusion, use “Compare proportions” or “Compare means”.',
    time: 'Whether the level changes over time, a control chart tells.',
  },
  check: {
    amount: {
      good: 'Enough ratings: {n}.',
      caution: 'Only {n} ratings: the interval is wide.',
      bad: 'Only {n} {n|rating|ratings}: no more than an impression.',
    },
    missing:
      '{n} {n|record has|records have} no rating ({share}). Customers who do not rate may be less satisfied, so the figure may be too high.',
    outside:
      '{n} {n|value is|values are} no whole number from {low} to {high} and {n|is|are} left out; check whether the scale is right.',
    ceiling:
      '{share} of the ratings are the highest, {score}: close to the ceiling, good and bad are hard to tell apart. Read complaints and comments as well.',
    unplaced: '{n} {n|record has|records have} no date or group and {n|is|are} in no group.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} outside the chosen period.',
    empty: '{n} {n|group has|groups have} no valid rating: {names}.',
    smallGroups: '{n} {n|group has|groups have} fewer than 30 ratings: too uncertain to rank.',
    sampling:
      'The intervals cover sampling error only, not the bias of inviting some customers and not others, or of staff who rate in their place.',
  },
  how: {
    nps: 'NPS = 100 × ({positive} ratings of 9–10 − {negative} of 0–6) ÷ {n} = {value}.',
    csat: 'Share satisfied = {positive} satisfied ÷ {n} valid ratings = {value}.',
    npsInterval:
      '95% interval {low} to {high} by the normal approximation with standard error 100 × √((p + d − (p − d)²) ÷ n), where p and d are the shares of promoters and detractors.',
    csatInterval:
      'A rating of {from} or more is satisfied, {to} or less dissatisfied; {low} to {high} is Wilson’s 95% interval.',
    mean: 'Mean rating {mean} (n = {n}); on a scale of 100 it is 100 × (mean − {low}) ÷ {span} = {score}. Mean, share satisfied and score of 100 are three different figures; do not mix them.',
  },
} satisfies Shape<typeof zh>;
