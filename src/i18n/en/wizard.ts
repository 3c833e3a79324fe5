import type { Shape } from '../shape';
import type { wizard as zh } from '../zh-CN/wizard';

export const wizard = {} satisfies Shape<typeof zh>;
