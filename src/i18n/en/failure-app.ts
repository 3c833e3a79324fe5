import type { Shape } from '../shape';
import type { failureApp as zh } from '../zh-CN/failure-app';

export const failureApp = {} satisfies Shape<typeof zh>;
