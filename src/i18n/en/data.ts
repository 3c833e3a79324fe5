import type { Shape } from '../shape';
import type { data as zh } from '../zh-CN/data';

export const data = {} satisfies Shape<typeof zh>;
