import type { Shape } from '../shape';
import type { sample as zh } from '../zh-CN/sample';

export const sample = {} satisfies Shape<typeof zh>;
