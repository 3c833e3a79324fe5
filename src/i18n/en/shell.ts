import type { Shape } from '../shape';
import type { shell as zh } from '../zh-CN/shell';

export const shell = {} satisfies Shape<typeof zh>;
