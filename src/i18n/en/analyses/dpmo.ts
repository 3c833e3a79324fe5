import type { Shape } from '../../shape';
import type { dpmo as zh } from '../../zh-CN/analyses/dpmo';

export const dpmo = {} satisfies Shape<typeof zh>;
