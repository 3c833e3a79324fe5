import type { Shape } from '../shape';
import type { failureAnalysesCapability as zh } from '../zh-CN/failure-analyses-capability';

export const failureAnalysesCapability = {
  'capability-one-value':
    'There is only one value, which has no standard deviation and so no capability. At least 2 are needed, and 30 to rely on it; widen the filters or add data.',
  'capability-no-variation':
    'The {n} chosen values do not vary, so there is no capability to judge. Check the column or widen the filters.',
  'agreement-no-raters':
    'No two columns hold answers to the same question. An agreement study needs a column per rater and a row per case.',
  'agreement-choose-raters': 'Choose the columns of at least {needed} {needed|rater|raters}.',
  'agreement-too-many-raters': '{raters} raters are chosen; {most} are the most.',
  'agreement-no-cases':
    'Only {complete} {complete|case has|cases have} a rating from everyone ({incomplete} {incomplete|lacks|lack} one); 2 are needed.',
  'agreement-too-many-cases': 'There are {cases} cases; {most} are the most. Filter for one batch of test cases.',
  'agreement-too-many-categories':
    'There are {categories} different answers; {most} are the most. These columns look like free text, not categories.',
  'agreement-not-grades':
    '“Ordered grades” needs ratings that are all numbers. Choose “Categories”, or turn the grades into numbers first.',
  'gage-no-columns':
    'No columns for parts and operators were found. A gage study needs one row per reading with the part, the operator and the value.',
  'gage-choose-columns': 'Choose two different columns: one for the parts, one for the operators.',
  'gage-too-many-cells':
    '{parts} parts and {operators} operators are too many for a gage study. Check the columns or add a filter.',
} satisfies Shape<typeof zh>;
