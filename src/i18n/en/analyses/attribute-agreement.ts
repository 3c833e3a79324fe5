import type { Shape } from '../../shape';
import type { attributeAgreement as zh } from '../../zh-CN/analyses/attribute-agreement';

export const attributeAgreement = {
  name: 'Attribute agreement',
  purpose:
    'Do people who judge the same cases agree? Percent agreement, kappa and the categories confused most, for complaint coding and quality scoring.',
  field: {
    raters: 'Raters',
    reference: 'Right answer',
    level: 'Compare down to',
    scale: 'Kind of rating',
    weights: 'Weight of a disagreement',
    filters: 'Filters',
  },
  help: {
    raters: 'One column per person, one case per row; at least two columns (one, with a right answer).',
    reference: 'What an expert decided; leave empty to see only whether people agree with each other.',
    level:
      'Codes can be cut off before they are compared, such as at the gap category; anything else is compared as it is.',
    scale: 'Choose “Ordered grades” for scores (numbers) with an order; weighted kappa and Kendall’s W are used.',
    weights: 'Two grades apart is worse than one: linear weights by distance, quadratic by its square.',
    filters: 'For example one batch of test cases.',
  },
  choice: {
    level: { asWritten: 'As written', link: 'Link', aspect: 'Aspect', category: 'Category' },
    scale: { nominal: 'Categories', ordinal: 'Ordered grades' },
    weights: { linear: 'Linear', quadratic: 'Quadratic' },
  },
  verdict: { excellent: 'excellent', good: 'good', fair: 'fair', poor: 'poor' },
  axis: { reference: 'Right answer', raters: 'What raters said', one: 'One rater', other: 'The other rater' },
  tooltip: {
    agreed: '{first}\nagreed {n} {n|time|times} in {of} comparisons',
    apart: 'One said {first}\nthe other {second}\n{n} {n|time|times}',
    wrong: 'Right: {first}\nsaid: {second}\n{n} {n|time|times}',
  },
  summary:
    'Confusion matrix: {raters} {raters|rater|raters}, {n} cases, {categories} categories; all agree on {share}, kappa {kappa}.',
  table: {
    caption: 'Agreement on {n} cases',
    comparison: 'Comparison',
    cases: 'Cases',
    agreed: 'Agreed',
    share: 'Agreement',
    shareLow: '95% low',
    shareHigh: '95% high',
    kappa: 'Kappa',
    kappaLow: 'Kappa 95% low',
    kappaHigh: 'Kappa 95% high',
    all: 'All {n} raters',
    pair: '{first} and {second}',
    reference: '{rater} and the right answer',
    allReference: 'Everyone and the right answer',
    level: 'Down to “{level}” ({n} classes)',
    category: 'Category: {name}',
    confusion: 'Confused: {first} ↔ {second}',
  },
  headline: {
    share: 'All agree',
    reference: 'All right',
    shareNote: '{agreed} of {of} cases; 95% interval {low} to {high}',
    kappa: 'Kappa',
    interval: '95% interval {low} to {high}',
    verdict: 'Agreement',
    cases: 'Cases',
  },
  finding: {
    share:
      '{raters} {raters|rater|raters} judged {n} cases; on {agreed} of them ({share}; 95% interval {low} to {high}) all agree.',
    noKappa:
      'Nearly all ratings are one category, so chance alone gives full agreement and kappa does not exist; use cases of more varied categories.',
    kappa: {
      excellent: 'Kappa = {kappa}: excellent also beyond chance. The coding can be trusted for analysis.',
      good: 'Kappa = {kappa} reaches the 0.75 that AIAG calls good; the categories confused most are still worth clarifying.',
      fair: 'Kappa = {kappa} is below 0.75: people do not code alike enough; treat figures by category with care.',
      poor: 'Kappa = {kappa} is below 0.4: poor. Settle definitions and train before using this coding for analysis.',
    },
    kendall: 'Kendall’s W = {w} (p {p}); 1 means that all put the cases in the same order.',
    worstPair: '{first} and {second} differ most: they agree on {share}.',
    reference: '{rater} is right on {agreed} of {n} cases: {share} (95% interval {low} to {high}), kappa {kappa}.',
    levels: 'The same cases: kappa {link} by link, {aspect} by aspect, {category} by category.',
    levelsDetail:
      'The same cases: kappa {link} by link, {aspect} by aspect, {category} by category. People agree on the direction and differ in detail; clarify the finer definitions, or report one level up.',
    confused: '{first} and {second} are confused: {n} {n|time|times} one rater chose the one, another the other.',
    mistaken: 'Where {first} is right, {second} was chosen {n} {n|time|times}.',
    weak: 'Categories with a kappa below 0.4: {names}.',
    next: 'Next: discuss the disputed cases one by one, write the borderline into the definitions with examples, train, and test again with new cases.',
  },
  check: {
    amount: {
      good: 'Enough cases: {n}.',
      caution: '{n} cases will do, {wanted} or more are better.',
      bad: 'Only {n} cases, fewer than {least}: a hint at most.',
    },
    precise: 'The interval of the agreement, {low} to {high}, is no wider than 20 percentage points.',
    imprecise: 'The interval of the agreement, {low} to {high}, is wide; more cases are needed for a verdict.',
    incomplete: '{n} {n|row|rows} ({share}) left out: someone gave no rating.',
    rare: '{n} of {of} categories occur fewer than 3 times; their kappa is unreliable.',
    prevalence:
      'More than nine in ten ratings are one category, which lowers kappa; go by the agreement and use more varied cases.',
    noReference: 'Without a right answer only agreement can be seen, and agreed is not yet right.',
    blind: 'Make sure that people judged independently, blind and in random order; the data cannot show it.',
  },
  how: {
    share: 'All agree = {agreed} ÷ {n} = {share}; the interval is the exact one of Clopper and Pearson.',
    cohen:
      'Cohen’s kappa = (pₒ − pₑ) ÷ (1 − pₑ) = {kappa} ({categories} categories), pₑ the agreement by chance with both raters’ shares; interval from the large-sample standard error.',
    linear:
      'Weighted Cohen’s kappa = {kappa} ({categories} grades), weights 1 − |i − j| ÷ (k − 1), grades in order of the values that occur.',
    quadratic:
      'Weighted Cohen’s kappa = {kappa} ({categories} grades), weights 1 − (i − j)² ÷ (k − 1)², grades in order of the values that occur.',
    fleiss:
      'Fleiss’ kappa = (P̄ − Pₑ) ÷ (1 − Pₑ) = {kappa} ({raters} raters, {categories} categories); test of “chance only”: p {p}.',
    kendall: 'Kendall’s W = {w} (corrected for ties), χ² = {chi}, {df} degrees of freedom, p {p}.',
    category: 'The kappa of a category is Fleiss’ kappa of that category against all others.',
    bands:
      'Bands: 0.9 and more excellent, 0.75 good (AIAG), 0.4 fair, less poor; below 0.7 is usually taken as unfit for decisions.',
  },
} satisfies Shape<typeof zh>;
