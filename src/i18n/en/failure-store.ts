import type { Shape } from '../shape';
import type { failureStore as zh } from '../zh-CN/failure-store';

export const failureStore = {} satisfies Shape<typeof zh>;
