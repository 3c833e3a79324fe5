import type { Shape } from '../shape';
import type { assistant as zh } from '../zh-CN/assistant';

export const assistant = {
  title: 'Not sure which tool? Answer three questions',
  question: {
    goal: 'What do you want to know?',
    measure: 'What was recorded?',
    arrangement: 'How do the records lie?',
  },
  goal: {
    concentration: 'Where problems concentrate',
    stability: 'Whether it is stable or has really changed',
    level: 'How good it is, and whether that is enough',
    difference: 'Whether groups differ',
    effect: 'Whether a measure worked',
    relation: 'What it depends on',
    agreement: 'Whether people judge alike',
    planning: 'How much data, or how many people, it takes',
  },
  measure: {
    event: 'Counts (such as complaints)',
    share: 'Yes or no (such as late)',
    number: 'A measurement (time, money, score)',
  },
  arrangement: { time: 'In time order', groups: 'By outlet or another group', rare: 'Very rare' },
  proposals: 'Proposals',
  why: {
    pareto: 'Few categories usually make most of the trouble: rank them, then go down level by level to the rows.',
    association: 'Crosses two classifications and shows which cells hold clearly more than expected.',
    dpmo: 'Turns defects into defects per million opportunities and a sigma level, so that services can be compared.',
    capability:
      'Holds measurements against their limits: how many lie outside, and is it the centre or the spread. Stability comes first.',
    summary: 'Look at the data first: centre, spread, shape, outliers.',
    funnel: 'Compares outlets at one time: small ones scatter more by nature, and the funnel of limits knows that.',
    run: 'With few points or an unknown distribution, the median and the rules for runs tell change with very few false alarms.',
    rare: 'For rare events, the time or the number of cases between two says more than a count per month.',
    means:
      'Compares the level of groups; the test follows from normality and variances, the difference comes with an interval.',
    factors:
      'Puts several factors into one picture: with which does the mean change most, and which to look into first.',
    shares: 'Compares shares in percentage points and relatively, with intervals; exact where few are expected.',
    effect:
      'Compares before and after; with a control group as difference in differences, which removes what changed for all.',
    regression: 'Shows how a result moves with its factors, by how much, and how sure a prediction is.',
    coders:
      'Several people code the same complaints independently and kappa tells whether they agree; if not, no Pareto can be trusted.',
    gage: 'The same things measured again by several people: does the difference come from the things, the people or the measuring.',
    reliability: 'Whether several questions measure one thing and may be added up to one score.',
    servqual: 'Questionnaires of expectations and perceptions: where the gaps are, and what to improve first.',
    index: 'Several measures weighed into one index from 0 to 100, compared by outlet or period.',
    size: 'Before starting: how many cases it takes to see a change that matters.',
    staffing: 'How many agents a call volume and a service level need (Erlang C).',
    survival: 'How long cases take, open ones included: closed ones alone look quicker than the work is.',
    ranking: 'A control chart for every link, those that signal now first, with false alarms kept in check.',
    small: 'Control charts that see slow, small changes sooner (EWMA, CUSUM).',
    control: {
      p: 'The share of each period with limits that follow its size: chance told from change.',
      u: 'Events of each period over the volume of business: chance told from change.',
      i: 'One number per period, with limits from the differences of neighbours.',
    },
  },
  need: {
    date: 'Needs a date column',
    number: 'Needs a number column',
    category: 'Needs a category column',
    rows: 'Too few records (at least 30)',
  },
  fits: 'This dataset will do',
  open: 'Open',
  group: {
    where: 'Where it concentrates',
    stable: 'Is it stable',
    level: 'How good is it',
    compare: 'Do groups differ',
    relate: 'What does it depend on',
    measure: 'Can the measuring be trusted',
    service: 'Service instruments and planning',
  },
} satisfies Shape<typeof zh>;
