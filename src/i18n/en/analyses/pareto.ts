import type { Shape } from '../../shape';
import type { pareto as zh } from '../../zh-CN/analyses/pareto';

export const pareto = {} satisfies Shape<typeof zh>;
