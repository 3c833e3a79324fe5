import type { Shape } from '../shape';
import type { outlets as zh } from '../zh-CN/outlets';

export const outlets = {
  title: 'Outlet scorecard',
  lead: 'Satisfaction, waiting, event handling and inspection, scored each quarter.',
  quarter: 'Quarter',
  scorecard: 'Scorecard of {quarter} (rules {version})',
  empty: {
    title: 'No outlets yet',
    text: 'Paste the figures of the outlets from a spreadsheet below.',
  },
  paste: 'Enter figures',
  table: 'Figures',
  help: 'One outlet a line: name, peer group, satisfied, surveys, served in time, tickets, on time, due, solved first time, closed, satisfied at call-back, called, reopened, archived, inspection score, severity-5 events. Leave empty what was not measured.',
  save: 'Save and score',
  how: 'Rank intervals are 90% bootstrap intervals; outlets whose intervals overlap should not be told apart. Small samples are drawn towards the average of all outlets.',
  column: {
    rank: 'Rank',
    interval: 'Rank interval',
    name: 'Outlet',
    group: 'Peer group',
    deduction: 'Deduction',
    total: 'Total',
    grade: 'Grade',
    level: 'Satisfaction against all',
  },
  indicator: {
    satisfaction: 'Satisfaction',
    wait: 'Waiting',
    events: 'Event handling',
    inspection: 'Inspection',
  },
  level: {
    inside: 'no significant difference',
    above: 'significantly above',
    below: 'significantly below',
  },
  notRanked: {
    falsified: 'not rated',
    'few-surveys': 'too few surveys',
    'missing-indicators': 'two or more missing',
  },
} satisfies Shape<typeof zh>;
