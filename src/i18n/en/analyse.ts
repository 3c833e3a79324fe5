import type { Shape } from '../shape';
import type { analyse as zh } from '../zh-CN/analyse';

export const analyse = {} satisfies Shape<typeof zh>;
