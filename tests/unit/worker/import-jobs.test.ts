import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/kernel/digest';
import { fail, type Result } from '../../../src/kernel/result';
import { openBlockStore, type WritableBlockStore } from '../../../src/store/blocks';
import { createImportJobs } from '../../../src/worker/jobs/import-jobs';
import type { ColumnPlan, ImportPlan } from '../../../src/ingest/types';
import type { CheckReply, DatasetRef, JobHooks, StoreReply } from '../../../src/worker/protocol';
import { buildWorkbook } from '../ingest/workbook/build-workbook';
import { freshFactory, IDBKeyRange, openTestStore } from '../store/support/open';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

const header = '编号,受理日期,类别,内容\r\n';
const hooks: JobHooks = { signal: new AbortController().signal, onProgress: () => undefined };

function csv(rows: number, from = 0): File {
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `T${String(from + i).padStart(4, '0')},2024-03-${String((i % 28) + 1).padStart(2, '0')},排队,电话13800138000`,
  );
  return new File([header + lines.join('\r\n')], 'complaints.csv');
}

async function open(): Promise<{ blocks: WritableBlockStore; jobs: ReturnType<typeof createImportJobs> }> {
  const factory = freshFactory();
  await openTestStore(factory);
  const blocks = await openBlockStore({ indexedDB: factory, IDBKeyRange });
  return { blocks, jobs: createImportJobs(() => Promise.resolve(blocks)) };
}

async function checkFile(
  jobs: ReturnType<typeof createImportJobs>,
  file: File,
  stored: readonly DatasetRef[] = [],
): Promise<CheckReply> {
  const { plan } = valueOf(await jobs.inspect({ file, fileName: file.name, options: {} }, hooks));
  return valueOf(await jobs.check({ plan, stored }, hooks));
}

const refOf = (id: string, reply: StoreReply): DatasetRef => ({ id, ...reply, coding: null });

describe('import jobs', () => {
  it('stores what was checked, masked, with row numbers', async () => {
    const { blocks, jobs } = await open();
    const check = await checkFile(jobs, csv(30));
    expect(check.rows).toBe(30);
    expect(check.masked).toMatchObject([{ kind: 'mobile', count: 30 }]);
    expect(check.overlaps).toEqual([]);
    expect(valueOf(await blocks.datasets())).toEqual([]);

    const reply = valueOf(await jobs.store({ datasetId: 'first', rows: 'all', stored: [] }, hooks));
    expect(reply.rows).toBe(30);
    const table = valueOf(
      await blocks.read(
        'first',
        reply,
        reply.columns.map(({ id }) => id),
      ),
    );
    const contents = table.columns[3];
    expect(contents.layout === 'dictionary' && contents.dictionary).toEqual(['电话138****8000']);
    expect(valueOf(await blocks.readSourceRows('first', reply))).toEqual(
      Uint32Array.from({ length: 30 }, (_, i) => i + 2),
    );
  });

  it('I12 knows rows that are stored already and stores the others only', async () => {
    const { blocks, jobs } = await open();
    await checkFile(jobs, csv(30));
    const first = refOf('first', valueOf(await jobs.store({ datasetId: 'first', rows: 'all', stored: [] }, hooks)));

    const same = await checkFile(jobs, csv(30), [first]);
    expect([same.newRows, same.overlaps]).toEqual([0, [{ datasetId: 'first', rows: 30 }]]);

    const grown = await checkFile(jobs, csv(40), [first]);
    expect([grown.rows, grown.newRows, grown.overlaps]).toEqual([40, 10, [{ datasetId: 'first', rows: 30 }]]);
    const reply = valueOf(await jobs.store({ datasetId: 'second', rows: 'new', stored: [first] }, hooks));
    expect(reply.rows).toBe(10);
    const table = valueOf(await blocks.read('second', reply, [reply.columns[0].id]));
    const [ids] = table.columns;
    expect(ids.layout === 'dictionary' && [...ids.codes].map((code) => ids.dictionary[code])).toEqual(
      Array.from({ length: 10 }, (_, i) => `T${String(30 + i).padStart(4, '0')}`),
    );
  });

  it.each([0, 20])('keeps the file in hand when the disk is full, %d ms after the check', async (pause) => {
    const { blocks } = await open();
    let isFull = true;
    const failing: WritableBlockStore = {
      ...blocks,
      write: (...given) => (isFull ? Promise.resolve(fail('storage-full')) : blocks.write(...given)),
    };
    const jobs = createImportJobs(() => Promise.resolve(failing));
    await checkFile(jobs, csv(30));
    await new Promise((done) => setTimeout(done, pause));
    const target = { datasetId: 'first', rows: 'all', stored: [] } as const;
    expect(await jobs.store(target, hooks)).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
    expect(valueOf(await blocks.datasets())).toEqual([]);

    // The file is still in hand: after making room the person tries again.
    isFull = false;
    expect(valueOf(await jobs.store(target, hooks)).rows).toBe(30);
    expect(valueOf(await blocks.datasets())).toEqual(['first']);
  });

  it('does not take for stored what the disk does not give back', async () => {
    const { blocks } = await open();
    let isLossy = true;
    const losing: WritableBlockStore = {
      ...blocks,
      write: async (...given) => {
        const written = await blocks.write(...given);
        if (isLossy) await blocks.remove(given[0]);
        return written;
      },
    };
    const jobs = createImportJobs(() => Promise.resolve(losing));
    await checkFile(jobs, csv(30));
    const target = { datasetId: 'first', rows: 'all', stored: [] } as const;
    expect(await jobs.store(target, hooks)).toMatchObject({ ok: false, failure: { code: 'not-read-back' } });
    isLossy = false;
    expect(valueOf(await jobs.store(target, hooks)).rows).toBe(30);
  });

  it('tells the digest of the file with what is stored', async () => {
    const { jobs } = await open();
    await checkFile(jobs, csv(30));
    const digest = await sha256Hex(new Uint8Array(await csv(30).arrayBuffer()));
    const reply = valueOf(await jobs.store({ datasetId: 'first', rows: 'all', stored: [] }, hooks));
    expect(reply.digest).toBe(digest);
  });

  it('I12 knows the same file again although a column is left out, renamed, of another type or not masked', async () => {
    const { jobs } = await open();
    const file = csv(30);
    await checkFile(jobs, file);
    const reply = valueOf(await jobs.store({ datasetId: 'first', rows: 'all', stored: [] }, hooks));
    const stored = [refOf('first', reply)];
    const files = [{ datasetId: 'first', bytes: file.size, digest: reply.digest, sheet: null }];
    const column = (id: string, change: Partial<ColumnPlan>) => (plan: ImportPlan) => ({
      ...plan,
      columns: plan.columns.map((one) => (one.id === id ? { ...one, ...change } : one)),
    });
    for (const change of [
      column('c2', { include: false }),
      column('c2', { name: '种类' }),
      column('c1', { type: 'text', reading: {} }),
      (plan: ImportPlan) => ({ ...plan, mask: false }),
    ]) {
      const { plan } = valueOf(await jobs.inspect({ file, fileName: file.name, options: {} }, hooks));
      const check = valueOf(await jobs.check({ plan: change(plan), stored, files }, hooks));
      expect(check).toMatchObject({ overlaps: [], sameFile: ['first'], newRows: 0, rows: 30 });
      expect(await jobs.store({ datasetId: 'again', rows: 'new', stored }, hooks)).toMatchObject({
        failure: { code: 'no-data-rows' },
      });
    }
    const { plan } = valueOf(await jobs.inspect({ file, fileName: file.name, options: {} }, hooks));
    expect(valueOf(await jobs.check({ plan, stored, files }, hooks))).toMatchObject({
      overlaps: [{ datasetId: 'first', rows: 30 }],
      sameFile: ['first'],
      newRows: 0,
    });
    const other = [
      { ...files[0], digest: '0'.repeat(64) },
      { ...files[0], sheet: 'Sheet2' },
    ];
    expect(valueOf(await jobs.check({ plan, stored: [], files: other }, hooks))).toMatchObject({
      sameFile: [],
      newRows: 30,
    });
  });

  it('I15 I12 puts no name of a sheet into an issue unmasked, and knows a sheet by its masked name', async () => {
    const { jobs } = await open();
    const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = ['类别', '排队', '收费']
      .map((text, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, text)}</row>`)
      .join('');
    const names = ['张三_13800138000', '李四13900139000'];
    const bytes = buildWorkbook({ sheets: names.map((name) => ({ name, rows })) });
    const file = new File([bytes as Uint8Array<ArrayBuffer>], 'a.xlsx');
    const { plan } = valueOf(await jobs.inspect({ file, fileName: file.name, options: {} }, hooks));
    const known = async (sheet: string): Promise<CheckReply> => {
      const files = [{ datasetId: 'first', bytes: file.size, digest: await sha256Hex(bytes), sheet }];
      return valueOf(await jobs.check({ plan, stored: [], files }, hooks));
    };
    const check = await known('张三_138****8000');
    expect(check.sameFile).toEqual(['first']);
    expect(JSON.stringify(check.issues)).toContain('李四139****9000');
    expect(JSON.stringify(check.issues)).not.toMatch(/13800138000|13900139000/);
    expect((await known(names[0])).sameFile).toEqual(['first']);
    expect((await known('李四139****9000')).sameFile).toEqual([]);
  });

  it('says which rows are perhaps equal only after masking, and keeps those of one file', async () => {
    const { jobs } = await open();
    const lines = (...texts: string[]): File => new File(['日期,内容\n' + texts.join('\n')], 'a.csv');
    const [one, two, three] = ['13811118000', '13822228000', '13833338000'].map((n) => `2024-03-01,请回电${n}`);
    const both = await checkFile(jobs, lines(one, two, '2024-03-02,排队'));
    expect([both.newRows, both.repeated]).toEqual([3, { masked: 0, shown: [] }]);
    const reply = valueOf(await jobs.store({ datasetId: 'first', rows: 'all', stored: [] }, hooks));
    expect(reply.rows).toBe(3);
    const next = await checkFile(jobs, lines('2024-03-02,排队', '2024-03-05,收费', three), [refOf('first', reply)]);
    expect([next.rows, next.newRows]).toEqual([3, 1]);
    expect(next.repeated).toEqual({
      masked: 1,
      shown: [
        { row: 4, cells: ['2024-03-01', '请回电138****8000'] },
        { row: 2, cells: ['2024-03-02', '排队'] },
      ],
    });
  });

  it('I11 leaves nothing behind when the import is cancelled while it writes', async () => {
    const { blocks, jobs } = await open();
    await checkFile(jobs, csv(30));
    const abort = new AbortController();
    const stored = jobs.store(
      { datasetId: 'cancelled', rows: 'all', stored: [] },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    abort.abort();
    const outcome = await Promise.resolve(stored).catch(() => fail('cancelled'));
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(valueOf(await blocks.datasets())).toEqual([]);
  });

  it('asks for a file before anything else', async () => {
    const { jobs } = await open();
    expect(await jobs.check({ plan: {} as never, stored: [] }, hooks)).toMatchObject({
      failure: { code: 'no-file-in-hand' },
    });
    expect(await jobs.store({ datasetId: 'x', rows: 'all', stored: [] }, hooks)).toMatchObject({
      failure: { code: 'no-file-in-hand' },
    });
    await checkFile(jobs, csv(3));
    expect(await jobs.fileValues({ column: 'c2', limit: 5 }, hooks)).toEqual({
      ok: true,
      value: [{ value: '排队', count: 3 }],
    });
    await jobs.discard(null, hooks);
    expect(await jobs.fileValues({ column: 'c2', limit: 5 }, hooks)).toMatchObject({
      failure: { code: 'no-file-in-hand' },
    });
  });

  it.each(['NotFoundError', 'NotReadableError'])(
    'I13 says that a file was removed or changed before it was read (%s), and takes no row of it',
    async (name) => {
      const { blocks, jobs } = await open();
      const gone = Object.assign(csv(1), { arrayBuffer: () => Promise.reject(new DOMException('gone', name)) });
      expect(await jobs.inspect({ file: gone, fileName: 'gone.csv', options: {} }, hooks)).toMatchObject({
        failure: { code: 'file-unreadable' },
      });
      expect(await jobs.store({ datasetId: 'gone', rows: 'all', stored: [] }, hooks)).toMatchObject({
        failure: { code: 'no-file-in-hand' },
      });
      expect(valueOf(await blocks.datasets())).toEqual([]);
    },
  );

  it('I13 refuses a file beyond the limit without reading it', async () => {
    const { jobs } = await open();
    const read = (): Promise<never> => Promise.reject(new RangeError('nobody may read it'));
    const huge = Object.assign(csv(1), { arrayBuffer: read, slice: read, stream: read, text: read });
    Object.defineProperty(huge, 'size', { value: 2 ** 30 + 1 });
    expect(await jobs.inspect({ file: huge, fileName: 'huge.csv', options: {} }, hooks)).toEqual(
      fail('file-too-large', { limit: 1 }),
    );
  });

  it('I13 takes the file as it was read, whatever becomes of it afterwards', async () => {
    const { jobs } = await open();
    const file = csv(30);
    const { plan } = valueOf(await jobs.inspect({ file, fileName: file.name, options: {} }, hooks));
    const read = (): Promise<never> => Promise.reject(new DOMException('gone', 'NotReadableError'));
    Object.assign(file, { arrayBuffer: read, slice: read, stream: read, text: read });
    valueOf(await jobs.check({ plan, stored: [] }, hooks));
    expect(valueOf(await jobs.store({ datasetId: 'first', rows: 'all', stored: [] }, hooks)).rows).toBe(30);
  });
});
