/**
 * Writes what the present build leaves behind, a workbench file, a sealed one and a database, into
 * `tests/fixtures/formats/`: to be run once whenever `bundleVersion` or `schemaVersion` is raised, before the release.
 * What is there is never written again: later builds have to open it as it is.
 */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleVersion } from '../src/store/bundle/format';
import { blocksIdOf } from '../src/store/blocks';
import { erasedRowsPrefix } from '../src/store/deletion';
import { takeRows } from '../src/table/take-rows';
import { databaseName, schemaVersion } from '../src/store/database';
import { recordKinds } from '../src/store/schema';
import { stateDigest } from '../src/store/state-digest';
import type { DatasetManifest, Json } from '../src/store/types';
import { dumpOf } from '../tests/support/database-dump';
import { everything, exportFrom, openComputer, succeed } from '../tests/unit/store/support/bundles';
import { change } from '../tests/unit/store/support/open';
import { tableOfEveryType } from '../tests/unit/store/support/tables';

const folder = join('tests', 'fixtures', 'formats');
const at = Date.UTC(2026, 5, 1);
const passphrase = 'four words for testing';
const rows = 40;
const without = [1, 4];

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  let now = at;
  const computer = await openComputer({ replica: 'frozen', now: () => (now += 1_000) });
  const table = tableOfEveryType(rows);
  const written = succeed(await computer.blocks.write('d', table));
  const source = { fileName: 'a.csv', fileDigest: 'x', bytes: 1, importedAt: at, plan: null, issues: [], masked: [] };
  const manifest: DatasetManifest = { rows, ...written, source: { ...source, invented: false } };
  const label = { code: 'rename', params: { name: 'x' } };
  const others = recordKinds.filter((kind) => kind !== 'dataset');
  for (const kind of others) {
    succeed(
      await computer.store.commit(
        [
          change(kind, `${kind}-1`, 'name', `改善 ${kind} 👍`),
          change(kind, `${kind}-1`, 'value', { list: [1, 'two', null], yes: true }),
          change(kind, `${kind}-2`, 'name', 'gone'),
        ],
        label,
      ),
    );
    succeed(await computer.store.commit([change(kind, `${kind}-2`, 'deleted', true)], label));
  }
  succeed(await computer.store.commit([change('dataset', 'd', 'manifest', manifest as unknown as Json)], label));
  succeed(await computer.store.undo());
  succeed(await computer.store.redo());
  const digest = await stateDigest(succeed(await computer.store.readEverything()).records);

  const dump = async (): Promise<string> => `${JSON.stringify(await dumpOf(computer.factory, databaseName))}\n`;
  freeze(`database-${schemaVersion}.json`, await dump());
  const records = 2 * others.length + 1;
  freeze(`golden-${schemaVersion}.json`, `${JSON.stringify({ digest, records, rows, passphrase })}\n`);

  // What was erased is written under versions of its own: of the writer, and of the file.
  const kept = Uint32Array.from(Array.from({ length: rows }, (_, row) => row).filter((row) => !without.includes(row)));
  const edition = 'frozen1';
  const rest = succeed(await computer.blocks.write(blocksIdOf('d', { edition }), takeRows(table, kept)));
  const next: DatasetManifest = { ...manifest, ...rest, rows: kept.length, edition, without };
  succeed(
    await computer.store.erase({
      records: [{ kind: 'event', id: 'event-1' }],
      changes: [
        change('dataset', 'd', `${erasedRowsPrefix}frozen2`, without),
        change('dataset', 'd', 'manifest', next as unknown as Json),
      ],
      label,
    }),
  );
  succeed(await computer.blocks.remove('d'));
  const erased = await stateDigest(succeed(await computer.store.readEverything()).records);
  const plain = await exportFrom(computer, everything, at);
  const sealed = await exportFrom(computer, { ...everything, passphrase }, at);
  freeze(`file-${bundleVersion}.dmaic`, plain.bytes);
  freeze(`file-${bundleVersion}-sealed.dmaic`, sealed.bytes);
  freeze(`database-${schemaVersion}-erased.json`, await dump());
  freeze(
    `golden-${schemaVersion}-erased.json`,
    `${JSON.stringify({ digest: erased, records, rows, without, passphrase })}\n`,
  );
}

function freeze(name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  if (existsSync(path)) process.stdout.write(`${path} is there and stays as it is\n`);
  else writeFileSync(path, content);
}

void main();
