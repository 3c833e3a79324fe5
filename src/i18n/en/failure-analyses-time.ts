import type { Shape } from '../shape';
import type { failureAnalysesTime as zh } from '../zh-CN/failure-analyses-time';

export const failureAnalysesTime = {
  'point-needs-measure': 'One point per record is for number columns only. Plot a number, or group by period.',
  'series-no-column':
    'This dataset has neither a date nor a number column, so nothing can be shown over time. Check the column types of the import.',
  'ranking-no-column':
    'This dataset has no date column, or no category to group by. Please choose the columns yourself.',
  'ranking-choose-group': 'Choose the column that gets one chart for each of its values, for instance the link.',
  'ranking-too-many-groups':
    'This column has {groups} different values; {most} charts are the most. Choose another column or add a filter.',
  'ranking-all-rare':
    'None of the {groups} {groups|value|values} has one event per period ({periods} periods), too few for a chart of counts. Choose longer periods, or the rare events chart.',
  'funnel-no-column':
    'This dataset has no column with two answers, or no column of units (such as outlets) to compare. Choose the columns yourself.',
  'funnel-choose-unit': 'Choose the column with the units to compare, for instance outlets.',
  'funnel-too-few-units': 'Only {units} {units|unit|units} with data; a comparison needs at least 2.',
  'funnel-no-events': 'Nothing was counted, so there is nothing to compare. Count something else, or widen the period.',
  'funnel-all-events':
    'Every record counts, so all shares are 100% and nothing can be compared. Check the chosen values.',
  'funnel-choose-target': 'Type the target, or compare with the pooled level.',
  'funnel-target-outside': 'The target of a share must lie between 0 and 100%; it is {target}%.',
  'xbar-no-column':
    'This dataset has no number column, or no date or batch column to form subgroups by. Choose columns yourself, or use an I-MR chart.',
  'xbar-no-spread':
    '{name}: no subgroup has 2 values, so there is no spread within. Use longer periods, or an I-MR chart.',
  'weighted-choose-target': 'Type the target or the standard deviation, or estimate both from the data.',
  'weighted-no-variation':
    '{name}: the points that sigma comes from are all equal, so a shift cannot be judged. Choose another baseline, or type the standard deviation.',
  'rare-no-column':
    'This dataset has no column with two answers, no date and no number, so there are no gaps to chart. Check the column types of the import.',
  'rare-choose-events': 'Choose the column that tells events, and which of its values are events.',
  'rare-too-few-events':
    'Only {events} {events|event|events}; at least 3 (two gaps) are needed. Widen the period or the filters.',
  'rare-all-zero':
    'All gaps of a phase are 0, so there are no limits. Use a column with times, a g chart, or a c chart by period.',
  'rare-negative-gap': 'The gap at “{label}” is negative ({gap}). Check the column.',
  'rare-zero-gap':
    'The gap at “{label}” is 0, which neither Weibull nor the power transform allows. Use exponential, or a column with times.',
  'rules-none': 'The list of rules is empty. Add one at least, or choose a set.',
  'rule-length-outside': 'The rule “{rule}” takes {shortest} to {longest} points; it is set to {length}.',
} satisfies Shape<typeof zh>;
