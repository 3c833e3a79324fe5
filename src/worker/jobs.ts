import { openBlockStore, type WritableBlockStore } from '../store/blocks';
import { DatasetCache } from './dataset-cache';
import { createAnalysisJobs } from './jobs/analysis-jobs';
import { createCodingJobs } from './jobs/coding-jobs';
import { createCustomerJobs } from './jobs/customer-jobs';
import { createDatasetJobs } from './jobs/dataset-jobs';
import { createImportJobs } from './jobs/import-jobs';
import { createMapJobs } from './jobs/map-jobs';
import { createSampleJobs } from './jobs/sample-jobs';
import type { JobHandlers } from './protocol';

/** All jobs of one worker, sharing one connection to the blocks and one cache of columns. */
export function createJobs(): JobHandlers {
  let blocks: Promise<WritableBlockStore> | null = null;
  let cache: Promise<DatasetCache> | null = null;
  const openBlocks = (): Promise<WritableBlockStore> => (blocks ??= openBlockStore());
  const openCache = (): Promise<DatasetCache> => (cache ??= openBlocks().then((store) => new DatasetCache(store)));
  return {
    ...createImportJobs(openBlocks, async (id, columns) => (await openCache()).keep(id, columns)),
    ...createSampleJobs(openBlocks),
    ...createDatasetJobs(openCache),
    ...createAnalysisJobs(openCache),
    ...createCodingJobs(openCache),
    ...createCustomerJobs(openBlocks),
    ...createMapJobs(),
  };
}
