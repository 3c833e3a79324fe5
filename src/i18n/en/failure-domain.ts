import type { Shape } from '../shape';
import type { failureDomain as zh } from '../zh-CN/failure-domain';

export const failureDomain = {} satisfies Shape<typeof zh>;
