import type { Shape } from '../shape';
import type { failureAnalyses as zh } from '../zh-CN/failure-analyses';

export const failureAnalyses = {} satisfies Shape<typeof zh>;
