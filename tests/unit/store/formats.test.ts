import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksIdOf, openBlockStore } from '../../../src/store/blocks';
import { bundleVersion } from '../../../src/store/bundle/format';
import { readBundle } from '../../../src/store/bundle/read-bundle';
import { takeBlocks } from '../../../src/store/bundle/take-blocks';
import { databaseName, schemaVersion } from '../../../src/store/database';
import { readManifest } from '../../../src/store/datasets';
import { takeRows } from '../../../src/table/take-rows';
import { restoreDump, type DatabaseDump } from '../../support/database-dump';
import { digestOf, mergeInto, openComputer, succeed, type Computer } from './support/bundles';
import { change, freshFactory, IDBKeyRange, openTestStore } from './support/open';
import { idsOf, tableOfEveryType } from './support/tables';

const folder = join('tests', 'fixtures', 'formats');
const names = readdirSync(folder);
const versionsOf = (pattern: RegExp): number[] => names.flatMap((name) => Number(pattern.exec(name)?.[1] ?? NaN) || []);

interface Golden {
  readonly digest: string;
  readonly records: number;
  readonly rows: number;
  /** Rows that were erased before it was written. */
  readonly without?: readonly number[];
  readonly passphrase: string;
}

const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(folder, name)));
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
/** Records are told by the schema that wrote them; the first file format came with the fifth, the second with erasing. */
const goldenOf = (schema: string): Golden => readJson(`golden-${schema}.json`) as Golden;
const schemaOfFile: Readonly<Record<number, string>> = { 1: '5', 2: '5-erased' };

async function expectWhole({ store, blocks }: Pick<Computer, 'store' | 'blocks'>, golden: Golden): Promise<void> {
  const { rows, without = [] } = golden;
  const manifest = succeed(await readManifest(store, 'd'));
  expect(manifest.without ?? []).toEqual(without);
  const blocksId = blocksIdOf('d', manifest);
  expect(succeed(await blocks.datasets())).toEqual([blocksId]);
  expect(succeed(await blocks.verify(blocksId, manifest))).toEqual([]);
  const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => !without.includes(row));
  const table = takeRows(tableOfEveryType(rows), Uint32Array.from(kept));
  const columns = succeed(await blocks.read(blocksId, manifest, idsOf(table))).columns;
  expect(columns.map(({ missing }) => missing)).toEqual(table.columns.map(({ missing }) => missing));
}

describe('D06 every format that a release wrote', () => {
  it('is frozen, the present one included', () => {
    expect(versionsOf(/^database-(\d+)\.json$/)).toContain(schemaVersion);
    expect(versionsOf(/^file-(\d+)\.dmaic$/)).toContain(bundleVersion);
  });

  for (const version of versionsOf(/^file-(\d+)\.dmaic$/)) {
    for (const suffix of ['', '-sealed']) {
      it(`opens as workbench file ${version}${suffix}`, async () => {
        const golden = goldenOf(schemaOfFile[version]);
        const bundle = succeed(
          await readBundle(read(`file-${version}${suffix}.dmaic`), { passphrase: golden.passphrase }),
        );
        expect(bundle.records).toHaveLength(golden.records);
        const computer = await openComputer();
        succeed(await takeBlocks(bundle, bundle.records, computer.blocks));
        await mergeInto(computer, [{ fileName: 'a', ...bundle }]);
        expect(await digestOf(computer)).toBe(golden.digest);
        await expectWhole(computer, golden);
      });
    }
  }

  for (const version of names.flatMap((name) => /^database-(.+)\.json$/.exec(name)?.[1] ?? [])) {
    it(`opens as database ${version}, with its history, and is written on`, async () => {
      const golden = goldenOf(version);
      const factory = freshFactory();
      await restoreDump(factory, databaseName, readJson(`database-${version}.json`) as DatabaseDump);
      const computer: Computer = {
        factory,
        store: await openTestStore(factory),
        blocks: await openBlockStore({ indexedDB: factory, IDBKeyRange }),
      };
      expect(await digestOf(computer)).toBe(golden.digest);
      await expectWhole(computer, golden);
      expect(succeed(await computer.store.state())?.replica).toBe('frozen');
      expect((await computer.store.nextUndo()).undo?.code).toBe('rename');
      succeed(await computer.store.commit([change('project', 'project-1', 'name', 'later')], { code: 'rename' }));
      succeed(await computer.store.undo());
      expect((await computer.store.get('project', 'project-1')).ok).toBe(true);
    });
  }
});
