import type { Shape } from '../shape';
import type { failureStats as zh } from '../zh-CN/failure-stats';

export const failureStats = {} satisfies Shape<typeof zh>;
