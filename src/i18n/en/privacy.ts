import type { Shape } from '../shape';
import type { privacy as zh } from '../zh-CN/privacy';

export const privacy = {} satisfies Shape<typeof zh>;
