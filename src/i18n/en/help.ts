import type { Shape } from '../shape';
import type { help as zh } from '../zh-CN/help';

export const help = {} satisfies Shape<typeof zh>;
