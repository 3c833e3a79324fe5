import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMapJobs } from '../../../src/worker/jobs/map-jobs';
import type { JobHooks } from '../../../src/worker/protocol';

const jobs = createMapJobs();
const hooks: JobHooks = { signal: new AbortController().signal, onProgress: () => undefined };
const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/bpmn/bpmn-js-pools.bpmn'));

describe('the jobs of process maps', () => {
  it('read a file, lay it out and write it', async () => {
    const read = await jobs.readBpmn({ file: new Blob([bytes]) }, hooks);
    if (!read.ok) throw new Error(read.failure.code);
    const { map, source } = read.value;
    expect(map.lanes.map(({ name }) => name)).toEqual(['Lane 2', 'Lane 3', 'Lane 4']);
    const layout = await jobs.layoutMap({ map }, hooks);
    expect(layout.ok && layout.value.steps.size).toBe(map.steps.length);
    expect(await jobs.writeBpmn({ map, source }, hooks)).toMatchObject({ ok: true });
    expect(structuredClone(read.value)).toEqual(read.value);
  });

  it.each([
    ['utf-16 with its mark', Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le')],
    ['a named encoding', Buffer.from(bytes.toString('utf8').replace('UTF-8', 'GB18030'), 'latin1')],
    ['an unknown encoding', Buffer.from(bytes.toString('utf8').replace('UTF-8', 'MARTIAN'), 'latin1')],
  ])('read %s', async (_name, content) => {
    const read = await jobs.readBpmn({ file: new Blob([new Uint8Array(content)]) }, hooks);
    expect(read.ok && read.value.map.steps.length).toBe(3);
  });

  it('refuse what is no BPMN', async () => {
    expect(await jobs.readBpmn({ file: new Blob(['a;b']) }, hooks)).toMatchObject({
      ok: false,
      failure: { code: 'bpmn-not-xml' },
    });
  });
});
