import { controlChartKinds } from './control-charts';
import type { KindRunners } from './kind';
import { runRuleKinds } from './run-rules';
import { yieldKinds } from './yields';

/** Every kind of case the engine can compute. */
export const kindRunners: KindRunners = {
  ...controlChartKinds,
  ...runRuleKinds,
  ...yieldKinds,
};
