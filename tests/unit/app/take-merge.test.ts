import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCoding, toDatasetRef } from '../../../src/app/entries';
import { eraseCustomer, findCustomer } from '../../../src/app/erase-customer';
import { takeMerge } from '../../../src/app/take-merge';
import { customerKeyer } from '../../../src/kernel/customer-key';
import { fail } from '../../../src/kernel/result';
import { blocksIdOf } from '../../../src/store/blocks';
import { readBundle, type OpenedBundle } from '../../../src/store/bundle/read-bundle';
import { readManifest } from '../../../src/store/datasets';
import type { MergeRow } from '../../../src/store/merge-types';
import { listSnapshots, takeSnapshot } from '../../../src/store/snapshots';
import { digestOf, exportFrom, handOver, succeed } from '../store/support/bundles';
import { change } from '../store/support/open';
import { openBench, openEmptyBench, secret, type Bench } from './support/erasure-bench';

const keyOf = customerKeyer(secret);
const label = { code: 'rename' };
const numbers = ['13800138000', '13900139000', '13700137000', '13600136000'];

async function fileOf(bench: Bench): Promise<OpenedBundle> {
  return succeed(await readBundle((await exportFrom(bench, handOver)).bytes));
}

async function take(bench: Bench, ...bundles: readonly OpenedBundle[]): Promise<MergeRow> {
  const files = bundles.map((bundle) => ({ fileName: 'a.dmaic', ...bundle }));
  const plan = succeed(await bench.store.planMerge(files));
  return succeed(await takeMerge(bench.tools, plan, bundles));
}

async function erase(bench: Bench, ...customers: readonly string[]): Promise<void> {
  succeed(
    await eraseCustomer(
      bench.tools,
      customers.map((number) => keyOf(number) ?? ''),
    ),
  );
}

/** What the dataset of a computer holds, row by row: the text, and the code that was given to it. */
async function rowsIn({ store, blocks }: Bench): Promise<readonly string[]> {
  const manifest = succeed(await readManifest(store, 'd'));
  const blocksId = blocksIdOf('d', manifest);
  expect(succeed(await blocks.datasets())).toEqual([blocksId]);
  const { columns } = succeed(await blocks.read(blocksId, manifest, ['c2']));
  const [column] = columns;
  if (column.layout !== 'dictionary') throw new Error('a column of texts was expected');
  const record = succeed(await store.get('coding', 'd'));
  const { coding } = toDatasetRef({ id: 'd', name: '', manifest }, record && toCoding(record));
  return Array.from(column.codes, (code, row) => `${column.dictionary[code]} ${coding?.byRow[row] ?? '-'}`);
}

describe('merging copies that erased rows of one dataset', () => {
  it('two laptops: both erasures hold on both, after any exchange, and stay after a repetition', async () => {
    const owners = [numbers[0], numbers[1], '1', numbers[0], numbers[2], '2'];
    const a = await openBench(owners, { replica: 'a' });
    const b = await openEmptyBench({ replica: 'b' });
    await take(b, await fileOf(a));
    await erase(a, numbers[0]);
    await erase(b, numbers[1]);
    const [fromA, fromB] = [await fileOf(a), await fileOf(b)];
    expect((await take(a, fromB)).erased).toBe(1);
    expect((await take(b, fromA)).erased).toBe(1);
    const expected = ['secret2 G2', 'secret4 -', 'secret5 G5'];
    expect(await rowsIn(a)).toEqual(expected);
    expect(await rowsIn(b)).toEqual(expected);
    // Each wrote an edition of its own; one of them becomes that of both, and nothing changes after that.
    await take(a, await fileOf(b));
    await take(b, await fileOf(a));
    expect(await digestOf(a)).toBe(await digestOf(b));
    const before = await digestOf(a);
    for (const file of [fromA, fromB, await fileOf(b)]) expect((await take(a, file)).erased).toBeUndefined();
    expect(await digestOf(a)).toBe(before);
    expect(await rowsIn(a)).toEqual(expected);
  });

  it('any owners, erasures, codings and order of files: no erased row, and each code on the row it was given to', async () => {
    const owner = fc.integer({ min: 0, max: 5 });
    const customer = fc.integer({ min: 0, max: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(owner, { minLength: 6, maxLength: 6 }),
        fc.array(customer, { minLength: 3, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
        fc.shuffledSubarray([0, 1, 2, 3, 3], { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        async (owners, erased, coded, order, isAtOnce) => {
          const people = owners.map((one) => numbers.at(one) ?? String(one));
          const source = await openBench(people, { replica: 'source' });
          const first = await fileOf(source);
          const files = [first];
          for (const [index, one] of erased.entries()) {
            const bench = await openEmptyBench({ replica: `laptop${index}` });
            await take(bench, first);
            const code = change('coding', 'd', `row:${coded[index]}`, `by${index}`);
            // One codes before it erases, the others after.
            if (index === 0) succeed(await bench.store.commit([code], label));
            await erase(bench, numbers[one]);
            const isGone = owners[coded[index]] === one;
            if (index > 0 && !isGone) succeed(await bench.store.commit([code], label));
            files.push(await fileOf(bench));
            bench.store.close();
          }
          const office = await openEmptyBench({ replica: 'office' });
          const sent = order.map((index) => files[index]);
          if (isAtOnce) await take(office, ...sent);
          else for (const file of sent) await take(office, file);
          const stays = owners.flatMap((one, row) => (erased.includes(one) ? [] : [row]));
          if (stays.length === 0) return;
          const rows = await rowsIn(office);
          expect(rows.map((text) => text.split(' ')[0])).toEqual(stays.map((row) => `secret${row}`));
          for (const text of rows) {
            const [, row, code] = /^secret(\d) (.*)$/.exec(text) ?? [];
            const given = coded.flatMap((place, index) => (place === Number(row) ? [`by${index}`] : []));
            const known = { 1: 'G1', 2: 'G2', 5: 'G5' }[Number(row)] ?? '-';
            expect(given.length > 0 ? given : [known]).toContain(code);
          }
          source.store.close();
          office.store.close();
        },
      ),
      { numRuns: 12 },
    );
  });

  it('a dataset that one laptop erased whole is gone on both, with its blocks', async () => {
    const a = await openBench([numbers[0], numbers[0]], { replica: 'a' });
    const b = await openEmptyBench({ replica: 'b' });
    await take(b, await fileOf(a));
    succeed(await b.store.commit([change('dataset', 'd', 'name', 'renamed')], label));
    await erase(a, numbers[0]);
    await take(b, await fileOf(a));
    expect(succeed(await b.store.get('dataset', 'd'))).toBeNull();
    expect(succeed(await b.blocks.datasets())).toEqual([]);
    await take(a, await fileOf(b));
    expect(succeed(await a.store.get('dataset', 'd'))).toBeNull();
  });

  it('rows of a dataset that was deleted here are erased where it still is', async () => {
    const a = await openBench([numbers[0], '1'], { replica: 'a' });
    const b = await openEmptyBench({ replica: 'b' });
    await take(b, await fileOf(a));
    succeed(await a.store.commit([change('dataset', 'd', 'deleted', true)], label));
    await erase(a, numbers[0]);
    // Edited later by somebody who does not know of the deletion: the dataset stays, without the customer.
    await new Promise((resolve) => setTimeout(resolve, 5));
    succeed(await b.store.commit([change('dataset', 'd', 'name', 'renamed')], label));
    await take(b, await fileOf(a));
    expect(await rowsIn(b)).toEqual(['secret1 G1']);
  });

  it('a failure leaves everything as it was', async () => {
    const a = await openBench([numbers[0], numbers[1], '1'], { replica: 'a' });
    const b = await openEmptyBench({ replica: 'b' });
    await take(b, await fileOf(a));
    await erase(a, numbers[0]);
    await erase(b, numbers[1]);
    const before = await digestOf(a);
    const bundle = await fileOf(b);
    const plan = succeed(await a.store.planMerge([{ fileName: 'b', ...bundle }]));
    const tools = { ...a.tools, bridge: { run: () => Promise.resolve(fail('storage-full')) } } as Bench['tools'];
    expect(await takeMerge(tools, plan, [bundle])).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
    expect(await digestOf(a)).toBe(before);
    expect(await rowsIn(a)).toEqual(['secret1 G1', 'secret2 G2']);
  });
});

describe('taking back a merge that brought an erasure', () => {
  it('brings back neither rows nor records, says how many, and takes the rest back', async () => {
    const a = await openBench([numbers[0], numbers[1], '1'], { replica: 'a' });
    succeed(
      await a.store.commit(
        [change('event', 'e', 'narrative', 'story'), change('event', 'e', 'customerKey', keyOf(numbers[0]) ?? '')],
        label,
      ),
    );
    const b = await openEmptyBench({ replica: 'b' });
    await take(b, await fileOf(a));
    succeed(await takeSnapshot(b.store, b.blocks, b.shelf, 1));
    succeed(await b.store.commit([change('event', 'e', 'narrative', 'story told again')], label));
    await erase(a, numbers[0]);
    succeed(await a.store.commit([change('project', 'p', 'name', 'new')], label));
    const bundle = await fileOf(a);
    const plan = succeed(await b.store.planMerge([{ fileName: 'a', ...bundle }]));
    expect(plan.conflicts).toEqual([]);
    expect(plan.lines[0].notices).toEqual([{ code: 'erasures', params: { n: 2 } }]);
    expect(succeed(await takeMerge(b.tools, plan, [bundle])).erased).toBe(2);
    // Neither a snapshot nor the history nor the way back holds what went.
    expect((await listSnapshots(b.shelf)).map(({ at }) => at === 1)).toEqual([false]);
    const history = JSON.stringify(succeed(await b.store.history()));
    expect(history).not.toContain('story');

    const undone = succeed(await b.store.undoMerge());
    expect(undone).toMatchObject({ undone: true, erased: 2 });
    expect(succeed(await b.store.get('project', 'p'))).toBeNull();
    expect(await rowsIn(b)).toEqual(['secret1 G1', 'secret2 G2']);
    expect(Object.keys(succeed(await b.store.get('event', 'e', { deleted: true }))?.fields ?? {}).sort()).toEqual([
      'deleted',
      'erased',
    ]);
    // The merge that first brought the dataset and the event leads back to neither.
    const earlier = await b.store.undoMerge();
    expect(earlier.ok).toBe(true);
    expect(await rowsIn(b)).toHaveLength(2);
    for (;;) if (succeed(await b.store.undo()) === null) break;
    expect(JSON.stringify(succeed(await b.store.readEverything()).records)).not.toContain('story');
    expect(succeed(await findCustomer(b.tools, [keyOf(numbers[0]) ?? '']))).toMatchObject({ datasets: [], events: [] });
  });

  it('keeps the edition of two erasures', async () => {
    const a = await openBench([numbers[0], numbers[1], '1'], { replica: 'a' });
    const b = await openEmptyBench({ replica: 'b' });
    await take(b, await fileOf(a));
    await erase(a, numbers[0]);
    await erase(b, numbers[1]);
    await take(a, await fileOf(b));
    succeed(await a.store.undoMerge());
    expect(await rowsIn(a)).toEqual(['secret2 G2']);
  });
});

describe('D01 D12 an older build and what was erased', () => {
  it('is kept from writing where something was erased, here or by a merge', async () => {
    const a = await openBench([numbers[0], '1'], { replica: 'a' });
    const b = await openEmptyBench({ replica: 'b' });
    await take(b, await fileOf(a));
    const writerOf = async ({ store }: Bench): Promise<number | undefined> => succeed(await store.state())?.minWriter;
    expect([await writerOf(a), await writerOf(b)]).toEqual([1, 1]);
    expect((await fileOf(a)).manifest.version).toBe(1);
    await erase(a, numbers[0]);
    await take(b, await fileOf(a));
    expect([await writerOf(a), await writerOf(b)]).toEqual([3, 3]);
    succeed(await a.store.rewriteRows({} as never, false));
    expect(await writerOf(a)).toBe(3);
  });

  it('is refused a file with an erasure, whose version it does not know', async () => {
    const a = await openBench([numbers[0], '1']);
    await erase(a, numbers[0]);
    expect((await fileOf(a)).manifest.version).toBe(2);
  });
});
