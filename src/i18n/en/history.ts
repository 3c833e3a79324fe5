import type { Shape } from '../shape';
import type { history as zh } from '../zh-CN/history';

export const history = {} satisfies Shape<typeof zh>;
