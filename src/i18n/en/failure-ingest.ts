import type { Shape } from '../shape';
import type { failureIngest as zh } from '../zh-CN/failure-ingest';

export const failureIngest = {} satisfies Shape<typeof zh>;
