import type { Shape } from '../../shape';
import type { reliability as zh } from '../../zh-CN/analyses/reliability';

export const reliability = {
  name: 'Reliability (Cronbach’s alpha)',
  purpose:
    'Whether the questions of a scale measure one thing and may be added up to one score, and which of them do not belong.',
  field: {
    items: 'Questions',
    reversed: 'Reversed questions',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    items: 'The questions of one dimension, one column each, one questionnaire per row.',
    reversed: 'Questions where a higher answer is worse, for instance “I waited too long”; they are turned round.',
    dateColumn: 'Needed only for a period.',
    period: 'Only questionnaires of this period are counted.',
    filters: 'For instance one channel only.',
  },
  word: { least: 'Least' },
  axis: 'Correlation with the sum of the other questions',
  band: {
    none: 'Cannot be computed',
    negative: 'Negative',
    turned: 'Turn questions first',
    poor: 'Too low',
    usable: 'Acceptable',
    good: 'Good',
    excellent: 'Very high',
    redundant: 'Too high, perhaps redundant',
  },
  tooltip:
    '{name}\nCorrelation with the others {r} (95% CI {low} to {high})\nAlpha without it {dropped}\nMean {mean}, standard deviation {sd}',
  summary:
    'Correlation of each of {items} questions with the sum of the others; {n} complete questionnaires, alpha {alpha}.',
  table: {
    caption: 'What each question contributes ({n} complete questionnaires)',
    item: 'Question',
    mean: 'Mean',
    sd: 'Std. dev.',
    itemRest: 'Correlation with the others',
    low: 'Lower (95%)',
    high: 'Upper (95%)',
    alphaIfDropped: 'Alpha without it',
    missing: 'Not answered',
    hint: 'Hint',
  },
  hint: {
    constant: 'Everybody answers the same',
    turn: 'Negative: probably reversed',
    weak: 'Low correlation',
    better: 'Alpha rises without it',
    turned: 'Turned round',
  },
  headline: {
    alpha: 'Cronbach’s alpha',
    interval: '95% CI {low} to {high}',
    band: 'Internal consistency',
    n: 'Complete questionnaires',
    respondents: 'of {n} with answers',
    weakest: 'Weakest question',
  },
  finding: {
    none: 'The sums of all questionnaires are equal: without variation there is no alpha.',
    negative:
      'Alpha of the {items} questions is negative ({alpha}): they point in opposite directions, most likely because reversed questions are not marked. Mark them first; the answers must not be added up like this.',
    turned:
      'Alpha of {items} questions is {alpha} (95% CI {low} to {high}), but many of them point against the others: mark the reversed questions first and look again. No score may be made of them as they are.',
    poor: 'Alpha of the {items} questions is {alpha} (95% CI {low} to {high}), below 0.7: they hardly measure one thing, and one score of them is not reliable.',
    usable:
      'Alpha of the {items} questions is {alpha} (95% CI {low} to {high}), acceptable: they may be added up to one score for comparing groups.',
    good: 'Alpha of the {items} questions is {alpha} (95% CI {low} to {high}): good internal consistency, they may be added up to one score.',
    excellent:
      'Alpha of the {items} questions is {alpha} (95% CI {low} to {high}): very high internal consistency, they may be added up to one score.',
    redundant:
      'Alpha of the {items} questions is {alpha} (95% CI {low} to {high}), above 0.95: they may say the same in other words, and the questionnaire could be shorter.',
    turn: 'Negatively correlated with the others: {names}. Check whether they are reversed before leaving them out.',
    weak: '{n} {n|question correlates|questions correlate} less than 0.3 with the others: {names}. Check whether the wording is unclear or the question belongs to another dimension.',
    better:
      'Without “{name}” alpha would rise to {alpha}. Look at the content before leaving it out: a high alpha does not mean that everything is covered.',
    keep: 'Leaving out any one question would not raise alpha noticeably.',
  },
  check: {
    amount: {
      good: 'Enough complete questionnaires: {n}.',
      caution: 'Only {n} complete questionnaires: the interval of alpha is wide.',
      bad: 'Only {n} complete questionnaires: no more than an impression (30 at least).',
    },
    whole: 'Every questionnaire is complete.',
    incomplete:
      '{n} {n|questionnaire is|questionnaires are} incomplete ({share}) and left out; {sparse} of them leave out more than a fifth of the questions.',
    blank: '{n} {n|row answers|rows answer} none of the questions and {n|is|are} no questionnaire.',
    straight:
      '{n} {n|questionnaire gives|questionnaires give} the same answer to every question ({share}), perhaps without care; this makes alpha too high.',
    constant: 'Questions that everybody answers alike: {names}.',
    low: 'The lower limit of alpha is {low}, below 0.7: a slightly different sample might lead to another conclusion.',
    many: '{n} questions: the more there are, the higher alpha, whatever their quality. Compute each dimension on its own.',
    undated: '{n} {n|questionnaire has|questionnaires have} no date and {n|is|are} outside the chosen period.',
    meaning:
      'A high alpha says that the questions agree, not that they measure what they are meant to measure (validity).',
  },
  how: {
    alpha: 'α = {k} ÷ {less} × (1 − sum of the variances {parts} ÷ variance of the sums {total}) = {alpha}.',
    interval: '95% interval {low} to {high} after Feldt: 1 − (1 − α) × F with {df1} and {df2} degrees of freedom.',
    standardized:
      'Standardised alpha, from the mean correlation, is {alpha}; the two differ where the standard deviations do.',
    items:
      'The correlation with the others is Pearson’s, of a question with the sum of all others without itself; its interval is by Fisher’s z.',
  },
} satisfies Shape<typeof zh>;
