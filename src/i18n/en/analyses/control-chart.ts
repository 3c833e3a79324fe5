import type { Shape } from '../../shape';
import type { controlChart as zh } from '../../zh-CN/analyses/control-chart';

export const controlChart = {} satisfies Shape<typeof zh>;
