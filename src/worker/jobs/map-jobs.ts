import { ok } from '../../kernel/result';
import type { JobHandlers } from '../protocol';

type MapJobs = Pick<JobHandlers, 'layoutMap'>;

/** Work on process maps that would stop a page; its packages are loaded when the first map needs them. */
export function createMapJobs(): MapJobs {
  return {
    layoutMap: async ({ map }) => ok((await import('../layout-map')).layoutMap(map)),
  };
}
