import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { keepFile, readKept } from '../../src/app/kept-files';
import { readBpmn } from '../../src/domain/process-map/bpmn/read-bpmn';
import { writeBpmn } from '../../src/domain/process-map/bpmn/write-bpmn';
import { createTranslator } from '../../src/i18n/translator';
import { convert } from '../../src/ingest/convert';
import { defaultPlan } from '../../src/ingest/default-plan';
import { inspectFile } from '../../src/ingest/inspect-file';
import { fail, ok, type Failure, type Result } from '../../src/kernel/result';
import { readBundle } from '../../src/store/bundle/read-bundle';
import { toCsv } from '../../src/ui/export-csv';
import { canary, keptFiles, madeFiles, type Door } from '../support/hostile-files';

/** Milliseconds of processor time; a file that takes longer holds a person up. */
const mostTime = 5_000;
const files = [...keptFiles, ...madeFiles];

/** Every way by which a file comes in, with every proposal accepted. */
const doors: Readonly<
  Record<Door, (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<Result<unknown, Failure>>>
> = {
  table: async (bytes, name) => {
    const opened = await inspectFile(bytes, name);
    if (!opened.ok) return opened;
    const converted = await convert(opened.value, defaultPlan(opened.value.inspection));
    if (!converted.ok) return converted;
    const { columns } = converted.value.table;
    const header = columns.map((column) => column.name);
    const texts = columns.flatMap((column) => (column.layout === 'dictionary' ? [...column.dictionary] : []));
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
    // Whatever was read may be saved for a spreadsheet.
    const saved = Papa.parse<string[]>(
      toCsv(
        header,
        texts.map((text) => [text]),
      ).slice(1),
      { delimiter: ',' },
    );
    expect(saved.data.flat().filter((cell) => /^[=@\t\r\n]/.test(cell.normalize('NFKC').trim()))).toEqual([]);
    return converted;
  },
  map: async (bytes) => {
    const read = await readBpmn(new TextDecoder().decode(bytes));
    return read.ok ? writeBpmn(read.value.map, null) : read;
  },
  attachment: async (bytes, name) => {
    const kept = await keepFile(new File([bytes], name, { type: 'image/svg+xml' }));
    if (!kept.ok) return kept;
    const fields = Object.fromEntries(kept.value.changes.map(({ field, value }) => [field, { value, stamp: '' }]));
    const back = await readKept({ id: kept.value.digest, kind: 'evidence', fields });
    // Nothing that a browser would show by itself.
    return back.ok && back.value.type !== 'application/octet-stream' ? fail('shown') : back;
  },
  workbench: async (bytes) => {
    const read = await readBundle(bytes);
    return read.ok ? ok(read.value.records) : read;
  },
};

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const shapes = (): readonly (readonly PropertyKey[])[] => prototypes.map((prototype) => Reflect.ownKeys(prototype));

describe('hostile files', () => {
  it('are sixty at least, each with a name of its own', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  it.each(files)(
    'X01 I09 B08 B09 are read or refused with a sentence: $name',
    async ({ name, door, outcome, bytes }) => {
      const before = shapes();
      const content = new Uint8Array(await bytes());
      const started = process.cpuUsage();
      const result = await doors[door](content, name);
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1000).toBeLessThan(mostTime);
      if (outcome !== null) expect(result.ok ? 'read' : 'refused', JSON.stringify(result).slice(0, 300)).toBe(outcome);
      if (!result.ok) {
        for (const locale of ['zh-CN', 'en'] as const) {
          const sentence = createTranslator(locale).phrase(result.failure, 'failure');
          expect(sentence).not.toContain(`failure.${result.failure.code}`);
          expect(sentence.length).toBeGreaterThan(5);
        }
      }
      expect(shapes()).toEqual(before);
      expect(Reflect.has(globalThis, canary)).toBe(false);
      expect(({} as { x?: unknown }).x).toBeUndefined();
    },
  );
});
