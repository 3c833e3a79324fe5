import { capabilityKinds } from './capability';
import { controlChartKinds } from './control-charts';
import { distributionKinds } from './distributions';
import { groupKinds } from './groups';
import type { KindRunners } from './kind';
import { modelKinds } from './models';
import { moreChartKinds } from './more-charts';
import { runRuleKinds } from './run-rules';
import { sampleKinds } from './samples';
import { tableKinds } from './tables';
import { yieldKinds } from './yields';

/** Every kind of case the engine can compute. */
export const kindRunners: KindRunners = {
  ...controlChartKinds,
  ...runRuleKinds,
  ...moreChartKinds,
  ...distributionKinds,
  ...capabilityKinds,
  ...yieldKinds,
  ...sampleKinds,
  ...tableKinds,
  ...groupKinds,
  ...modelKinds,
};
