import type { Shape } from '../shape';
import type { issue as zh } from '../zh-CN/issue';

export const issue = {} satisfies Shape<typeof zh>;
