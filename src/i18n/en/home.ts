import type { Shape } from '../shape';
import type { home as zh } from '../zh-CN/home';

export const home = {} satisfies Shape<typeof zh>;
