import type { Shape } from '../shape';
import type { common as zh } from '../zh-CN/common';

export const common = {} satisfies Shape<typeof zh>;
