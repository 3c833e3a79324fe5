import type { Shape } from '../../shape';
import type { sampleSize as zh } from '../../zh-CN/analyses/sample-size';

export const sampleSize = {
  name: 'Sample size and power',
  purpose:
    'Before a survey or a pilot: how many are needed to estimate closely enough or to find a difference; or what the sample at hand can show.',
  field: {
    question: 'Question',
    share: 'Expected share (%)',
    sharePoints: 'Margin (± percentage points)',
    from: 'Share now (%)',
    to: 'Share worth finding (%)',
    sd: 'Standard deviation',
    margin: 'Margin (±)',
    delta: 'Difference worth finding',
    confidence: 'Confidence',
    power: 'Power (%)',
    given: 'Sample at hand',
    response: 'Usable answers (%)',
    population: 'Size of the population',
    alpha: 'Significance level (%)',
    sides: 'Direction',
  },
  help: {
    question: 'How closely one figure is to be estimated, or which difference of two groups is worth finding.',
    share: 'If in doubt take 50: it needs the largest sample and is safe.',
    sharePoints: 'Half the width of the confidence interval, for instance ±3 points.',
    from: 'Before the improvement, or of the control group; for instance a first-contact resolution of 82.5.',
    to: 'The share that must at least be reached for the effort to be worthwhile.',
    sd: 'From past data or a pilot; of an open dataset it is taken.',
    margin: 'Half the width of the confidence interval, in the unit of the data.',
    delta: 'The smallest difference that matters, in the unit of the data.',
    confidence: 'Usually 95%.',
    power: 'The chance to find the difference if it is there, usually 80.',
    given: 'If so many are at hand, or no more can be had; per group where there are two.',
    response: 'Share of those invited or drawn that can be used; for the number to invite.',
    population: 'Only for small ones, such as 300 employees: fewer are then needed.',
    alpha: 'The chance to find a difference where there is none, usually 5.',
    sides: 'One-sided only if the other direction does not matter.',
  },
  choice: {
    question: {
      share: 'How close is a share',
      mean: 'How close is a mean',
      twoShares: 'Do two shares differ',
      twoMeans: 'Do two means differ',
    },
    confidence: { '90': '90%', '95': '95%', '99': '99%' },
    sides: { 'two-sided': 'two-sided', 'one-sided': 'one-sided' },
  },
  word: { plan: '{n} needed', given: '{n} at hand', aim: 'Aim' },
  axis: {
    n: 'Sample size',
    perGroup: 'Sample size per group',
    share: 'Margin (± percentage points)',
    mean: 'Margin (±)',
    twoShares: 'Power',
    twoMeans: 'Power',
  },
  tooltip: {
    share: 'Sample of {n}\nMargin ±{value} percentage points',
    mean: 'Sample of {n}\nMargin ±{value}',
    twoShares: '{n} per group\nPower {value}',
    twoMeans: '{n} per group\nPower {value}',
  },
  summary: {
    share: 'Margin by sample size: with {n} it is ±{value} percentage points.',
    mean: 'Margin by sample size: with {n} it is ±{value}.',
    twoShares: 'Power by sample size per group: with {n} it is {value}.',
    twoMeans: 'Power by sample size per group: with {n} it is {value}.',
  },
  table: { margin: 'Margin by sample size', power: 'Power by sample size', note: 'Note' },
  headline: {
    n: 'Sample needed',
    perGroup: 'Needed per group',
    total: '{n} in both groups',
    margin: 'Margin then (±)',
    power: 'Power then',
    note: {
      share: 'percentage points',
      mean: 'in the unit of the data',
      twoShares: 'chance to find this difference',
      twoMeans: 'chance to find this difference',
    },
    invited: 'To invite or draw',
    response: 'with {share} usable',
    given: 'With the {n} at hand',
  },
  finding: {
    share:
      'A share near {share} is estimated within ±{points} percentage points with {confidence} confidence by {n} usable answers.',
    mean: 'With a standard deviation of {sd}, a mean is estimated within ±{margin} with {confidence} confidence by {n} usable values.',
    twoShares:
      'To find a change from {from} to {to} with {power} power ({sides} test at {alpha}), {n} are needed per group, {total} in all.',
    twoMeans:
      'With a standard deviation of {sd}, a difference of {delta} is found with {power} power ({sides} test at {alpha}) by {n} per group, {total} in all.',
    marginEnough: 'The {n} at hand are enough: their margin is ±{value}.',
    marginShort: 'The margin of the {n} at hand is ±{value}; {more} more are needed.',
    powerEnough: 'The {n} per group at hand are enough: their power is {value}.',
    powerShort:
      'The {n} per group at hand have a power of {value} only; {more} more are needed in each. Until then, “no significant difference” does not mean “no difference”.',
    invited: 'With {share} usable, {n} are to be invited or drawn in all.',
  },
  check: {
    events: 'About {n} of the rarer kind are to be expected: the normal approximation will do.',
    fewEvents:
      'Only {n} of the rarer kind are to be expected: the normal approximation is a stretch. Take a larger sample, and exact methods afterwards.',
    wide: 'The margin is no smaller than the share itself: the interval will touch 0 or 100%. Choose a smaller margin.',
    sd: 'The size grows with the square of the standard deviation: one that is a tenth too low makes the sample a fifth too small. Check it against past data.',
    small: 'A sample of {n} is small for data that are not normal; 30 at least is better.',
    worth: 'The difference worth finding should be the smallest that matters, not the one hoped for.',
    random: 'Assumes a random sample. The bias of volunteers or of chosen customers does not go away with size.',
    independent: 'Assumes independent cases; several of one customer or batches of one outlet count for less.',
    oneSided: 'A one-sided test cannot see a change for the worse; take a two-sided one if that may happen.',
  },
  how: {
    share: 'n = (z ÷ E)² × p(1 − p) with z = {z}, E = {points} points, p = {share}: {raw}, rounded up to {n}.',
    mean: 'n = (z × s ÷ E)² with z = {z}, s = {sd}, E = {margin}: {raw}, rounded up to {n}.',
    twoShares:
      'n = ((z₁ × √(2p̄(1 − p̄)) + z₂ × √(p₁(1 − p₁) + p₂(1 − p₂))) ÷ (p₁ − p₂))² with p₁ = {from}, p₂ = {to}, z₁ = {zAlpha}, z₂ = {zPower}: {raw}, rounded up to {n}.',
    twoMeans:
      'The size per group at which the noncentral t distribution gives a power of {power}: {raw}, rounded up to {n}; difference {delta}, standard deviation {sd}.',
    population: 'Corrected for a population of {population}: n ÷ (1 + (n − 1) ÷ N).',
    arcsine: 'Software that uses the arcsine transformation (Cohen’s h) gives {n} per group.',
  },
} satisfies Shape<typeof zh>;
