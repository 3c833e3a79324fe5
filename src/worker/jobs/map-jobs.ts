import { xmlLimits } from '../../domain/process-map/bpmn/guard-xml';
import { fail, ok } from '../../kernel/result';
import type { JobHandlers } from '../protocol';

type MapJobs = Pick<JobHandlers, 'layoutMap' | 'readBpmn' | 'writeBpmn'>;

/** Work on process maps that would stop a page; its packages are loaded when the first map needs them. */
export function createMapJobs(): MapJobs {
  return {
    layoutMap: async ({ map }) => ok((await import('../layout-map')).layoutMap(map)),

    readBpmn: async ({ file }) => {
      // Three bytes are the most that one character of UTF-8 takes here.
      if (file.size > 3 * xmlLimits.characters) return fail('bpmn-too-large');
      const source = decode(new Uint8Array(await file.arrayBuffer()));
      const { readBpmn } = await import('../../domain/process-map/bpmn/read-bpmn');
      const read = await readBpmn(source);
      if (!read.ok) return read;
      const { map, isPlaced, notes } = read.value;
      return ok({ map, isPlaced, notes, source });
    },

    writeBpmn: async ({ map, source }) =>
      (await import('../../domain/process-map/bpmn/write-bpmn')).writeBpmn(map, source),
  };
}

/** XML is UTF-8 unless it begins with the mark of UTF-16, or names another encoding that a browser knows. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}
