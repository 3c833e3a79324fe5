import { capabilityKinds } from './capability';
import { controlChartKinds } from './control-charts';
import { distributionKinds } from './distributions';
import type { KindRunners } from './kind';
import { moreChartKinds } from './more-charts';
import { runRuleKinds } from './run-rules';
import { yieldKinds } from './yields';

/** Every kind of case the engine can compute. */
export const kindRunners: KindRunners = {
  ...controlChartKinds,
  ...runRuleKinds,
  ...moreChartKinds,
  ...distributionKinds,
  ...capabilityKinds,
  ...yieldKinds,
};
