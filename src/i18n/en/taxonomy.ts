import type { Shape } from '../shape';
import type { taxonomy as zh } from '../zh-CN/taxonomy';

export const taxonomy = {} satisfies Shape<typeof zh>;
