import type { Shape } from '../shape';
import type { failureAnalysesCapability as zh } from '../zh-CN/failure-analyses-capability';

export const failureAnalysesCapability = {
  'capability-no-variation':
    'The {n} chosen {n|value does|values do} not vary, so there is no capability to judge. Check the column or widen the filters.',
} satisfies Shape<typeof zh>;
