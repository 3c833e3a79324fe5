import { ok } from '../../kernel/result';
import type { JobHandlers } from '../protocol';
import type { WritableBlockStore } from '../../store/blocks';
export function createSampleJobs(_open: () => Promise<WritableBlockStore>): Pick<JobHandlers, 'storeSample'> { return { storeSample: () => ok([]) }; }
