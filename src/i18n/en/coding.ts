import type { Shape } from '../shape';
import type { coding as zh } from '../zh-CN/coding';

export const coding = {} satisfies Shape<typeof zh>;
