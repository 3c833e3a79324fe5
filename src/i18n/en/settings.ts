import type { Shape } from '../shape';
import type { settings as zh } from '../zh-CN/settings';

export const settings = {} satisfies Shape<typeof zh>;
