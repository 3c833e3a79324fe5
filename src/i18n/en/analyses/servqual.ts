import type { Shape } from '../../shape';
import type { servqual as zh } from '../../zh-CN/analyses/servqual';

const points = 'All five dimensions share 100 points, as customers allot them.';

export const servqual = {
  name: 'SERVQUAL gaps and importance-performance',
  purpose:
    'From a questionnaire of expectations and perceptions: the gap of every question and dimension, and by the importance-performance matrix what to improve first.',
  field: {
    picture: 'Picture',
    cross: 'Axes cross at',
    items: 'Questions',
    scale: 'Scale',
    tangibles: 'Weight: tangibles',
    reliability: 'Weight: reliability',
    responsiveness: 'Weight: responsiveness',
    assurance: 'Weight: assurance',
    empathy: 'Weight: empathy',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  cell: { dimension: 'Dimension', perception: 'Column of the perception', expectation: 'Column of the expectation' },
  help: {
    picture: 'The gaps show how much is missing, the matrix what to improve first.',
    cross: 'At the means there is always a first; the middle of the scale speaks of high and low as such.',
    items:
      'One line per question: dimension, perception, expectation. Where expectations were not asked leave them all empty (SERVPERF).',
    scale: 'As in the questionnaire.',
    tangibles: points,
    reliability: points,
    responsiveness: points,
    assurance: points,
    empathy: points,
    dateColumn: 'Needed only for a period.',
    period: 'Only questionnaires of this period are counted.',
    filters: 'For instance one outlet or customer segment.',
  },
  choice: {
    picture: { gaps: 'Questions', dimensions: 'Dimensions', matrix: 'Matrix' },
    cross: { means: 'the means', middle: 'mid-scale' },
    scale: { seven: '1–7', five: '1–5' },
    dimension: {
      tangibles: 'Tangibles',
      reliability: 'Reliability',
      responsiveness: 'Responsiveness',
      assurance: 'Assurance',
      empathy: 'Empathy',
    },
  },
  word: { gapReference: 'As expected', perceptionReference: 'Overall' },
  quadrant: {
    'concentrate-here': 'Improve first',
    'keep-up': 'Keep up',
    'low-priority': 'Low priority',
    'possible-overkill': 'Possible overkill',
  },
  axis: {
    gap: 'Gap (perception − expectation)',
    perception: 'Mean perception',
    performance: 'Performance (mean perception)',
    importance: 'Importance (mean expectation)',
    weight: 'Importance (weight of the dimension, %)',
  },
  tooltip: {
    gap: '{name} ({n} {n|answer|answers})\nGap {value} (95% CI {low} to {high})\nPerception {perception}, expectation {expectation}',
    perception: '{name} ({n} {n|answer|answers})\nPerception {value} (95% CI {low} to {high})',
    matrix: '{name} ({dimension})\nPerformance {performance}, importance {importance}\nPriority {priority}',
  },
  summary: {
    gap: 'Service quality gaps with 95% intervals, {n} of them; the weighted gap is {value}.',
    perception: 'Mean perceptions with 95% intervals, {n} of them; the weighted mean is {value}.',
    matrix: 'Importance-performance matrix of {n} questions, {first} of them to be improved first.',
  },
  table: {
    caption: 'Gap of each question, in order of priority',
    item: 'Question',
    dimension: 'Dimension',
    n: 'Answers',
    perception: 'Perception',
    expectation: 'Expectation',
    gap: 'Gap',
    low: 'Lower (95%)',
    high: 'Upper (95%)',
    priority: 'Priority',
    quadrant: 'Quadrant',
    alpha: 'Alpha',
    mean: '{dimension} (mean)',
    overall: 'Weighted total',
  },
  headline: {
    gap: 'Weighted gap',
    perception: 'Weighted perception',
    interval: '95% CI {low} to {high}',
    weakest: 'Weakest dimension',
    first: 'First priority',
    n: 'Questionnaires',
    complete: '{n} of them complete',
  },
  finding: {
    gap: 'The weighted gap is {value} (95% CI {low} to {high}): perception {perception}, expectation {expectation}. Negative means that expectations are not met.',
    perception:
      'The weighted perception is {value} (95% CI {low} to {high}). Expectations were not asked, so nothing can be said about gaps.',
    gapWeakest: 'The widest gap is in {dimension} ({value}, weight {weight}).',
    perceptionWeakest: 'The lowest perception is in {dimension} ({value}, weight {weight}).',
    clear:
      'Of {n} questions, {short} {short|lies|lie} clearly below what is expected and {above} clearly above; of the others nothing can be said.',
    first: '{n} {n|question is|questions are} important and weak, to be improved first: {names}.',
    nothingFirst: 'No question lies in the quadrant “Improve first”.',
  },
  check: {
    amount: {
      good: 'Enough answers: at least {n} to every question.',
      caution: 'Some question has {n} answers only: the intervals are wide.',
      bad: 'Some question has {n} {n|answer|answers} only, fewer than 30: gaps and order are no more than an impression.',
    },
    performanceOnly:
      'There are no columns of expectations: the matrix takes the weight of the dimension for importance, the same for all its questions.',
    alpha:
      'Internal consistency is too low (alpha below 0.7) in {names}. Check with “Reliability” before using the mean.',
    consistent: 'The dimensions are consistent enough (alpha at least 0.7).',
    sparse: '{n} {n|questionnaire leaves|questionnaires leave} out more than a fifth of the perceptions ({share}).',
    straight:
      '{n} {n|questionnaire gives|questionnaires give} the same answer to every perception ({share}), perhaps without care.',
    outside: '{n} {n|answer is|answers are} not within {low} to {high} and left out; check whether the scale is right.',
    blank: '{n} {n|row answers|rows answer} none of the perceptions and {n|is|are} no questionnaire.',
    undated: '{n} {n|questionnaire has|questionnaires have} no date and {n|is|are} outside the chosen period.',
    equalWeights:
      'All dimensions weigh the same; if customers allotted 100 points, enter the weights under “More options”.',
    many: 'With {n} questions at once, one may stand out by chance; small differences in order do not matter.',
  },
  how: {
    gap: 'Gap = perception − expectation of each questionnaire, then the mean; a dimension is the mean of its questions (half of them answered at least).',
    perception:
      'Perception is the mean over questionnaires; a dimension is the mean of its questions (half of them answered at least).',
    overall: 'Total = Σ weight × dimension; the weights of {parts} are {weights}, the result {value}.',
    interval: '95% interval: mean ± t × s ÷ √n, for gaps as a paired t; the total rests on {n} questionnaires.',
    matrix: {
      expected:
        'Matrix: mean perception across, mean expectation upwards, crossing at ({performance}, {importance}); priority = importance × how far performance lies below the cross.',
      weighted:
        'Matrix: mean perception across, weight of the dimension (%) upwards, crossing at ({performance}, {importance}); priority = importance × how far performance lies below the cross.',
    },
    cross: {
      means: 'The axes cross at the means of the questions.',
      middle: 'Performance crosses in the middle of the scale; so does importance where expectations were asked.',
    },
  },
} satisfies Shape<typeof zh>;
