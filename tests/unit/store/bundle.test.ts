import { beforeAll, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import { fail } from '../../../src/kernel/result';
import { rowsCopies } from '../../../src/app/rows-copies';
import { exportBundle } from '../../../src/store/bundle/export-bundle';
import { bundleVersion } from '../../../src/store/bundle/format';
import { readBundle } from '../../../src/store/bundle/read-bundle';
import { seal } from '../../../src/store/bundle/seal';
import { writeBundle, type BundleContent } from '../../../src/store/bundle/write-bundle';
import { takeBlocks } from '../../../src/store/bundle/take-blocks';
import { formatStamp } from '../../../src/store/clock';
import { openBlockStore } from '../../../src/store/blocks';
import { readManifest } from '../../../src/store/datasets';
import type { Shelf } from '../../../src/store/snapshots';
import type { DatasetManifest, Json, StoredRecord } from '../../../src/store/types';
import { digestOf, everything, exportFrom, handOver, mergeInto, openComputer, read, succeed } from './support/bundles';
import type { Computer } from './support/bundles';
import { change, IDBKeyRange } from './support/open';
import { spoilBlocks } from './support/spoil';
import { idsOf, tableOfEveryType } from './support/tables';

const stamp = formatStamp({ ms: Date.UTC(2026, 5, 1), counter: 0, replica: 'aaa' });
const label = { code: 'rename' };
/** `npm run trials` asks for the long run. */
const flips = Number(process.env['TRIALS'] ?? 1) > 1 ? 1_000 : 200;

function manifestOf(): BundleContent['manifest'] {
  return {
    format: 'service-quality-workbench',
    version: 1,
    app: { version: '0', build: 'x' },
    createdAt: Date.UTC(2026, 5, 1),
    exportId: 'e1',
    earlier: [],
    from: { replica: 'aaa', installId: 'i', name: '城关支行' },
    clock: stamp,
    seen: {},
    cloned: [],
    scope: { purpose: 'hand-over', kinds: null, since: null, rows: true, screened: false },
    withheld: { fields: 0, datasets: 0 },
    taxonomy: 'T1',
  };
}

async function bundleOf(records: readonly unknown[], more: object = {}): Promise<Uint8Array<ArrayBuffer>> {
  const manifest = { ...manifestOf(), ...more };
  const content = { manifest, records: records as StoredRecord[], datasets: [] };
  return (await writeBundle(content)).bytes;
}

async function failureOf(bytes: Uint8Array<ArrayBuffer>, passphrase?: string): Promise<string> {
  const result = await readBundle(bytes, passphrase === undefined ? {} : { passphrase });
  return result.ok ? 'ok' : result.failure.code;
}

function project(id: string, fields: Readonly<Record<string, unknown>>): unknown {
  return {
    id,
    kind: 'project',
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, stamp }])),
  };
}

async function addDataset({ store, blocks }: Computer, id: string): Promise<void> {
  const table = tableOfEveryType(1_000);
  const written = succeed(await blocks.write(id, table));
  const manifest: DatasetManifest = {
    rows: table.rows,
    ...written,
    source: {
      fileName: 'a.csv',
      fileDigest: 'd',
      bytes: 1,
      importedAt: 1,
      plan: null,
      issues: [],
      masked: [],
      invented: false,
    },
  };
  succeed(await store.commit([change('dataset', id, 'manifest', manifest as unknown as Json)], label));
}

describe('a workbench file', () => {
  let computer: Computer;
  beforeAll(async () => {
    computer = await openComputer();
    await addDataset(computer, 'd1');
    const note = '长'.repeat(50_000);
    succeed(
      await computer.store.commit(
        [change('project', 'p', 'name', '👍 改善'), change('setting', 'workbench', 'x', 1)],
        label,
      ),
    );
    succeed(await computer.store.commit([change('project', 'p', 'note', note)], label));
  });

  it('B14 brings everything back into an empty browser, rows included', async () => {
    const { bytes, digest } = await exportFrom(computer, everything);
    const bundle = succeed(await readBundle(bytes));
    expect(bundle.digest).toBe(digest);
    const other = await openComputer();
    expect(succeed(await takeBlocks(bundle, bundle.records, other.blocks))).toEqual(['d1']);
    await mergeInto(other, [{ fileName: 'a', ...bundle }]);
    expect(await digestOf(other)).toBe(await digestOf(computer));
    const manifest = succeed(await readManifest(other.store, 'd1'));
    expect(succeed(await other.blocks.verify('d1', manifest))).toEqual([]);
    const table = tableOfEveryType(1_000);
    expect(succeed(await other.blocks.read('d1', manifest, idsOf(table))).columns[0].missing).toEqual(
      table.columns[0].missing,
    );
  });

  it('S12 is written all the same when the disk is full, and as a copy that nobody remembers when it is silent', async () => {
    const full = vi.spyOn(computer.store, 'updateState').mockResolvedValue(fail('storage-full'));
    const { manifest, bytes } = await exportFrom(computer, everything);
    expect(manifest.exportId).toBe('snapshot');
    expect(full).toHaveBeenCalledTimes(1);
    full.mockRestore();
    const silent = await exportFrom(computer, { ...everything, silent: true });
    expect(silent.manifest.exportId).toBe('snapshot');
    expect(silent.manifest.earlier).not.toContain('snapshot');

    const other = await openComputer();
    const bundle = succeed(await readBundle(bytes));
    succeed(await takeBlocks(bundle, bundle.records, other.blocks));
    await mergeInto(other, [{ fileName: 'a', ...bundle }]);
    expect(await digestOf(other)).toBe(await digestOf(computer));
    // Taken back by the one who wrote it, it is no other computer's.
    const { plan } = await mergeInto(computer, [{ fileName: 'a', ...bundle }]);
    expect(plan.cloned).toEqual([]);
  });

  it('S08 repairs blocks that are lost from a file that has them', async () => {
    const { bytes } = await exportFrom(computer, everything);
    const blocks = await openBlockStore({ indexedDB: computer.factory, IDBKeyRange });
    succeed(await blocks.remove('d1'));
    const bundle = succeed(await readBundle(bytes));
    expect(succeed(await takeBlocks(bundle, bundle.records, blocks))).toEqual(['d1']);
    expect(succeed(await blocks.verify('d1', succeed(await readManifest(computer.store, 'd1'))))).toEqual([]);
  });

  it('S09 leaves out a dataset of which blocks are damaged, names it, and brings everything else', async () => {
    const own = await openComputer();
    for (const id of ['d1', 'd2', 'd3']) await addDataset(own, id);
    const changes = [change('dataset', 'd2', 'name', '投诉明细'), change('project', 'p', 'name', 'p')];
    succeed(await own.store.commit(changes, label));
    const before = succeed(await readBundle((await exportFrom(own, everything)).bytes));
    await spoilBlocks(own.factory, 'd2');
    const { bytes, manifest } = await exportFrom(own, everything);
    expect(manifest.withheld).toEqual({ fields: 0, datasets: 1, damaged: ['投诉明细'] });
    const bundle = succeed(await readBundle(bytes));
    expect(bundle.manifest.withheld).toEqual(manifest.withheld);
    const other = await openComputer();
    expect(succeed(await takeBlocks(bundle, bundle.records, other.blocks))).toEqual(['d1', 'd3']);
    await mergeInto(other, [{ fileName: 'a', ...bundle }]);
    expect(succeed(await other.store.all('dataset')).map(({ id }) => id)).toEqual(['d1', 'd3']);
    expect(succeed(await other.store.all('project'))).toHaveLength(1);
    // The file before it brings the rows later.
    expect(succeed(await takeBlocks(before, before.records, other.blocks))).toEqual(['d2']);
    await mergeInto(other, [{ fileName: 'b', ...before }]);
    expect(await digestOf(other)).toBe(await digestOf(own));
  });

  it('S09 takes the rows of damaged blocks from another copy, if that one is sound', async () => {
    const own = await openComputer();
    await addDataset(own, 'd1');
    const whole = await exportFrom(own, everything);
    const packed = succeed(await own.blocks.pack('d1', succeed(await readManifest(own.store, 'd1'))));
    await spoilBlocks(own.factory);
    const shelf = { read: async () => null } as unknown as Shelf;
    const copies = {
      none: async () => null,
      short: async () => packed.slice(1),
      sound: async () => packed,
      file: rowsCopies(shelf, async () => whole.bytes),
      noFile: rowsCopies(shelf, () => Promise.reject(new DOMException('gone', 'NotFoundError'))),
      shelf: rowsCopies({ ...shelf, read: async () => packed }, async () => null),
    };
    const left: Record<string, number> = {};
    for (const [name, copyOf] of Object.entries(copies)) {
      const { manifest, bytes } = succeed(await exportBundle(own.store, own.blocks, everything, { copyOf }));
      left[name] = manifest.withheld.datasets;
      expect(succeed(await readBundle(bytes)).parts.size).toBe(1 - manifest.withheld.datasets);
    }
    expect(left).toEqual({ none: 1, short: 1, sound: 0, file: 0, noFile: 1, shelf: 0 });
  });

  it('fails where the database cannot be read at all', async () => {
    const own = await openComputer();
    await addDataset(own, 'd1');
    const blocks = { ...own.blocks, pack: async () => fail('storage-failed', { reason: 'UnknownError' }) };
    expect(await exportBundle(own.store, blocks, everything)).toEqual(
      fail('storage-failed', { reason: 'UnknownError' }),
    );
  });

  it('C07 leaves out what was not asked for, and says how much', async () => {
    const { manifest } = await exportFrom(computer, { ...handOver, rows: false });
    expect(manifest.counts).toEqual({ project: 1 });
    expect(manifest.withheld.datasets).toBe(1);
    const screened = await exportFrom(computer, { ...handOver, looksPersonal: (text) => text.includes('长长') });
    expect(screened.manifest.withheld.fields).toBe(1);
    const { records } = await read(screened.bytes);
    expect(Object.keys(records.find(({ kind }) => kind === 'project')?.fields ?? {})).toEqual(['name', 'deleted']);
  });

  it(`B07 is refused when cut at every 1 %, or when one of ${flips} bits is changed`, async () => {
    const computer = await openComputer();
    await addDataset(computer, 'd');
    succeed(await computer.store.commit([change('project', 'p', 'name', 'a')], label));
    const { bytes } = await exportFrom(computer, everything);
    for (let percent = 0; percent < 100; percent++) {
      expect(await failureOf(bytes.slice(0, Math.floor((bytes.length * percent) / 100)))).not.toBe('ok');
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), async (bit) => {
        const changed = bytes.slice();
        changed[bit >> 3] ^= 1 << (bit & 7);
        expect(await failureOf(changed)).toMatch(/^bundle-(damaged|unknown)$/);
      }),
      { numRuns: flips },
    );
  });

  it('I14 is not any other file', async () => {
    expect(await failureOf(new Uint8Array())).toBe('bundle-unknown');
    expect(await failureOf(new TextEncoder().encode('a,b\n1,2\n'))).toBe('bundle-unknown');
    expect(await failureOf(new Uint8Array(zipSync({ 'xl/workbook.xml': strToU8('<a/>') })))).toBe('bundle-unknown');
  });

  it('D01 of a newer build is refused with its version', async () => {
    expect(await failureOf(await bundleOf([], { version: bundleVersion + 1, novelty: true }))).toBe('bundle-newer');
  });

  it('B06 keeps fields that this build does not know', async () => {
    const future = { futureField: { a: [1, { b: '新' }], c: null } };
    const computerB = await openComputer();
    await mergeInto(computerB, [await read(await bundleOf([project('p', { name: 'a', ...future })]))]);
    const again = await read((await exportFrom(computerB)).bytes);
    expect(again.records).toEqual([project('p', { name: 'a', ...future })]);
  });
});

describe('hostile content with a right digest', () => {
  const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  const nested = '['.repeat(100_000) + ']'.repeat(100_000);

  it.each<readonly [string, unknown]>([
    ['no record', 5],
    ['no fields', { id: 'a', kind: 'project' }],
    ['no field at all', { id: 'a', kind: 'project', fields: {} }],
    ['a list for fields', { id: 'a', kind: 'project', fields: [] }],
    ['an id that is a number', { id: 1, kind: 'project', fields: { a: { value: 1, stamp } } }],
    ['an id of megabytes', { id: 'x'.repeat(10_000_000), kind: 'project', fields: { a: { value: 1, stamp } } }],
    ['a field name of megabytes', project('p', { ['x'.repeat(10_000_000)]: 1 })],
    ['a stamp that is a number', { id: 'a', kind: 'project', fields: { a: { value: 1, stamp: 5 } } }],
    ['a stamp with markup', { id: 'a', kind: 'project', fields: { a: { value: 1, stamp: `${stamp}<img>` } } }],
    ['a value nested too deep', project('p', { a: deep(80) })],
    ['losers of a field that is not there', { ...(project('p', { a: 1 }) as object), lost: { b: [] } }],
    ['a manifest without blocks', { id: 'd', kind: 'dataset', fields: { manifest: { value: { rows: -1 }, stamp } } }],
  ])('B08 refuses %s, naming where', async (_, record) => {
    const result = await readBundle(await bundleOf([record]));
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.failure.code).toBe('bundle-content');
    expect(result.failure.params.path).toMatch(/^records\.jsonl:1\//);
  });

  it('B08 refuses one record twice', async () => {
    expect(await failureOf(await bundleOf([project('p', { a: 1 }), project('p', { a: 2 })]))).toBe('bundle-content');
  });

  it.each([
    ['a number beyond all numbers', `{"id":"p","kind":"project","fields":{"a":{"value":1e999,"stamp":"${stamp}"}}}`],
    ['100,000 levels', `{"id":"p","kind":"project","fields":{"a":{"value":${nested},"stamp":"${stamp}"}}}`],
    ['no JSON', '{"id":'],
    [
      'B09 a key that names a prototype',
      `{"id":"p","kind":"project","fields":{"__proto__":{"value":{"x":1},"stamp":"${stamp}"}}}`,
    ],
    [
      'B09 such a key inside a value',
      `{"id":"p","kind":"project","fields":{"a":{"value":{"__proto__":{"x":1}},"stamp":"${stamp}"}}}`,
    ],
    ['B09 such a kind', `{"id":"p","kind":"constructor","fields":{"a":{"value":1,"stamp":"${stamp}"}}}`],
    ['B09 a kind that every object has', `{"id":"p","kind":"toString","fields":{"a":{"value":1,"stamp":"${stamp}"}}}`],
  ])('B08 refuses %s', async (_, line) => {
    // The writer would not write such a record: its text takes the place of one of the same length.
    const placeholder = { toJSON: () => 'PLACE' };
    const original = JSON.stringify;
    JSON.stringify = ((value: unknown, ...rest: []) =>
      value === placeholder ? line : original(value, ...rest)) as typeof JSON.stringify;
    const bytes = await bundleOf([placeholder]).finally(() => (JSON.stringify = original));
    expect(await failureOf(bytes)).toBe('bundle-content');
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('I10 stops at the declared size of a part', async () => {
    const content = {
      manifest: manifestOf(),
      records: [],
      datasets: [{ id: 'd', read: async () => new Uint8Array(3_000_000) }],
    };
    const { bytes } = await writeBundle(content);
    const bundle = succeed(await readBundle(bytes));
    const part = succeed(await bundle.readPart('blocks/d'));
    expect(part.length).toBe(3_000_000);
    expect(bytes.length).toBeLessThan(30_000);
  });

  it('refuses a manifest with markup for a replica', async () => {
    const from = { replica: '<img src=x>', installId: 'i', name: 'n' };
    expect(await failureOf(await bundleOf([], { from }))).toBe('bundle-content');
  });
});

describe('a sealed file', () => {
  const passphrase = '四个 词语 一起 记住';
  let sealed: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    sealed = succeed(await seal(await bundleOf([project('p', { name: '机密' })]), passphrase, 600_000));
  });

  it('opens with its passphrase and shows nothing of its content', async () => {
    expect(await failureOf(sealed, passphrase)).toBe('ok');
    expect(new TextDecoder('latin1').decode(sealed)).not.toContain('records.jsonl');
  });

  it('B12 stays closed without it, with ten wrong ones, and when its header is changed', async () => {
    expect(await failureOf(sealed)).toBe('bundle-passphrase-needed');
    for (let n = 0; n < 10; n++) expect(await failureOf(sealed, `${passphrase}${n}`)).toBe('bundle-passphrase-wrong');
    const header = new TextDecoder('latin1').decode(sealed.subarray(0, 400));
    for (const iterations of ['000001', '599999']) {
      const changed = Uint8Array.from(sealed);
      const at = header.indexOf('600000');
      changed.set(new TextEncoder().encode(iterations), at);
      expect(await failureOf(changed, passphrase)).toBe('bundle-damaged');
    }
    const longer = new TextEncoder().encode(header.replace('600000', '2147483648'));
    expect(await failureOf(longer, passphrase)).toBe('bundle-damaged');
  });

  it('B07 C05 does not open when cut, or when a bit of a chunk is changed', async () => {
    const start = 14 + new DataView(sealed.buffer).getUint32(10, true);
    const body = sealed.length - start;
    for (const share of [0, 0.3, 0.7, 1]) {
      const at = start + Math.round(share * (body - 1));
      expect(await failureOf(sealed.slice(0, at), passphrase), `cut at ${at}`).toBe('bundle-damaged');
      const changed = sealed.slice();
      changed[at] ^= 1 << (at & 7);
      expect(await failureOf(changed, passphrase), `bit of byte ${at}`).toBe('bundle-damaged');
    }
  });

  it('C05 does not open when two chunks change places', async () => {
    const large = new Uint8Array(2_500_000).map((_, i) => i % 251);
    const file = succeed(await seal(large, passphrase, 600_000));
    const chunk = 12 + (1 << 20) + 16;
    const start = 14 + new DataView(file.buffer).getUint32(10, true);
    const swapped = file.slice();
    swapped.set(file.subarray(start + chunk, start + 2 * chunk), start);
    swapped.set(file.subarray(start, start + chunk), start + chunk);
    expect(await failureOf(swapped, passphrase)).toBe('bundle-damaged');
  });
});
