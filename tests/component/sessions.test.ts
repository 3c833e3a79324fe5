import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paretoSlice } from '../../src/analyses/pareto/slice';
import { AnalysisSession } from '../../src/app/analysis-session.svelte';
import { CodingSession } from '../../src/app/coding-session.svelte';
import { rowFieldPrefix } from '../../src/app/entries';
import { ImportSession } from '../../src/app/import-session.svelte';
import type { Preferences } from '../../src/app/preferences.svelte';
import { QualitySession } from '../../src/app/quality-session.svelte';
import type { Workbench } from '../../src/app/workbench.svelte';
import { defaultTaxonomy } from '../../src/domain/taxonomy/default-taxonomy';
import { indexTaxonomy } from '../../src/domain/taxonomy/index-of';
import { fail, ok, type Failure, type Result } from '../../src/kernel/result';
import type { Change } from '../../src/store/types';
import { createImportJobs } from '../../src/worker/jobs/import-jobs';
import type { CodingQueueReply, JobInput } from '../../src/worker/protocol';
import { exportFrom, mergeInto, openComputer, read } from '../unit/store/support/bundles';
import { numeric, tableOf, words } from '../unit/table/build-table';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const manifest = { rows: 400, chunkRows: 65_536, columns: [{ id: 'c0', name: '内容', type: 'text' }], blocks: [] };

describe('coding row by row', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A store that takes 5 ms and a worker that takes 100 ms: as slow as a large file makes them. */
  function open(
    rows = 400,
    without: readonly number[] = [],
  ): { session: CodingSession; byRow: Record<string, string>; decided: number[] } {
    const byRow: Record<string, string> = {};
    const decided: number[] = [];
    const queue = async ({ dataset, skip, limit }: JobInput<'codingQueue'>): Promise<Result<CodingQueueReply>> => {
      await wait(100);
      const open = Array.from({ length: rows }, (_, row) => row).filter((row) => !dataset.coding?.byRow[row]);
      const waiting = open.filter((row) => !skip.includes(row)).slice(0, limit);
      return ok({
        uncoded: open.length,
        items: waiting.map((row) => ({ row, text: `第 ${row} 行`, suggestions: [] })),
      });
    };
    const coding = () => ({
      datasetId: 'd',
      column: null,
      textColumn: 'c0',
      taxonomyVersion: null,
      byValue: {},
      byRow,
      contributing: {},
    });
    const workbench = {
      datasets: [],
      dataset: () => ({ id: 'd', name: '三月', manifest: { ...manifest, rows, without } }),
      coding,
      record: () => undefined,
      taxonomyOf: () => defaultTaxonomy,
      bridge: { run: (_: string, input: JobInput<'codingQueue'>) => queue(input) },
      commit: async (changes: readonly Change[]) => {
        await wait(5);
        for (const { field, value } of changes) {
          if (!field.startsWith(rowFieldPrefix)) continue;
          const row = field.slice(rowFieldPrefix.length);
          byRow[row] = typeof value === 'string' ? value : '';
          decided.push(Number(row));
        }
        return ok(null);
      },
    };
    return { session: new CodingSession(workbench as unknown as Workbench, 'd'), byRow, decided };
  }

  it('loses no key and codes the row that was shown, at forty keys in a row', async () => {
    const { session, byRow, decided } = open();
    void session.load();
    await vi.advanceTimersByTimeAsync(150);
    const shown: number[] = [];
    for (let key = 0; key < 40; key++) {
      const item = session.current;
      if (item) {
        shown.push(item.row);
        void session.confirm(`G${item.row}`);
      }
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown).toEqual(Array.from({ length: 40 }, (_, row) => row));
    expect(decided).toEqual(shown);
    expect(Object.entries(byRow).every(([row, code]) => code === `G${row}`)).toBe(true);
    expect(session.uncoded).toBe(360);
    expect(session.current?.row).toBe(40);
  });
  it('keeps what is decided under the first number of a row, whose number on the screen is that of today', async () => {
    const { session, decided } = open(8, [0, 3]);
    void session.load();
    await vi.advanceTimersByTimeAsync(500);
    const shown: (readonly [text: string, number: number])[] = [];
    while (session.current) {
      shown.push([session.current.text, session.numberOf(session.current.row)]);
      void session.confirm('G1');
      await vi.advanceTimersByTimeAsync(200);
    }
    // The texts of the worker count from 0.
    expect(shown).toEqual(Array.from({ length: 8 }, (_, row) => [`第 ${row} 行`, row + 1]));
    expect(decided).toEqual([1, 2, 4, 5, 6, 7, 8, 9]);
    expect(session.uncoded).toBe(0);
  });
  it('brings skipped rows round again when nothing else is left, and ends when all are coded', async () => {
    const { session, decided } = open(30);
    void session.load();
    await vi.advanceTimersByTimeAsync(500);
    for (let key = 0; key < 30; key++) {
      if (key % 10 === 0) void session.skip();
      else void session.confirm('G1');
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(session.items.map(({ row }) => row)).toEqual([0, 10, 20]);
    for (let key = 0; key < 3; key++) {
      void session.confirm('G1');
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect([decided.length, session.uncoded, session.current]).toEqual([30, 0, null]);
  });
});

describe('an import that was broken off', () => {
  const blocks = {};
  const file = (): File => new File(['编号,类别\r\n1,排队\r\n2,收费\r\n'], 'march.csv');

  /** The worker is ended under a job that does not hear the cancel: the file in its hand is gone with it. */
  function open(deaf: 'inspect' | 'check'): { session: ImportSession; seen: string[] } {
    const seen: string[] = [];
    let jobs = createImportJobs(() => Promise.resolve(blocks as never));
    let isDeaf = true;
    const run = async (job: string, input: never, options?: { signal: AbortSignal }): Promise<unknown> => {
      seen.push(job);
      if (job === deaf && isDeaf) {
        isDeaf = false;
        await new Promise((resolve) => options?.signal.addEventListener('abort', resolve));
        jobs = createImportJobs(() => Promise.resolve(blocks as never));
        return fail('cancelled');
      }
      const hooks = { signal: new AbortController().signal, onProgress: () => undefined };
      return (jobs[job as keyof typeof jobs] as (input: never, hooks: unknown) => unknown)(input, hooks);
    };
    const workbench = {
      bridge: { run, hold: () => () => undefined },
      record: () => undefined,
      datasets: [],
      taxonomy: defaultTaxonomy,
    };
    return { session: new ImportSession(workbench as unknown as Workbench), seen };
  }

  it('goes on with the same file after a cancelled check', async () => {
    const { session, seen } = open('check');
    void session.open(file());
    await vi.waitFor(() => expect(session.stage).toBe('checking'));
    session.cancel();
    await vi.waitFor(() => expect(session.failure?.code).toBe('cancelled'));
    expect([session.stage, session.canResume]).toEqual(['asking', true]);
    await session.resume();
    expect(session.failure).toBeNull();
    expect([session.stage, session.check?.rows]).toEqual(['ready', 2]);
    expect(seen).toEqual(['inspect', 'check', 'check', 'inspect', 'check']);
    expect(await session.valuesOf('c1', 5)).toMatchObject({ ok: true });
  });
  it('goes on with the same file after a cancelled reading', async () => {
    const { session } = open('inspect');
    void session.open(file());
    await vi.waitFor(() => expect(session.stage).toBe('reading'));
    session.cancel();
    await vi.waitFor(() => expect(session.failure?.code).toBe('cancelled'));
    expect([session.stage, session.canResume, session.fileName]).toEqual(['choose', true, 'march.csv']);
    await session.resume();
    expect(session.stage).toBe('ready');
  });
});

describe('the next file of a shape', () => {
  const blocks = {};
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined };

  async function next(before: string, text: string, name = 'april.csv'): Promise<ImportSession> {
    const jobs = createImportJobs(() => Promise.resolve(blocks as never));
    const run = (job: string, input: never): unknown =>
      (jobs[job as keyof typeof jobs] as (input: never, hooks: unknown) => unknown)(input, hooks);
    const first = await jobs.inspect(
      { file: new File([before], 'march.csv'), fileName: 'march.csv', options: {} },
      hooks,
    );
    if (!first.ok) throw new Error(first.failure.code);
    const { shape, plan } = first.value;
    const record = { fields: { plan: { value: { ...plan, mask: false } } } };
    const workbench = {
      bridge: { run, hold: () => () => undefined },
      record: (_: string, id: string) => (id === shape ? record : undefined),
      datasets: [],
      taxonomy: defaultTaxonomy,
    };
    const session = new ImportSession(workbench as unknown as Workbench);
    await session.open(new File([text], name));
    return session;
  }

  it('says which of its columns are personal data throughout, and whether they are masked', async () => {
    const numbers = Array.from({ length: 9 }, (_, i) => `138001380${10 + i},150315123${10 + i},${i}`);
    const session = await next('甲\n1\n', `联系方式,工单编号,量\n${numbers.join('\n')}\n`, '张三_13800138000.csv');
    const seen = (): unknown => session.personalColumns.map(({ name, isMasked }) => [name, isMasked]);
    expect([session.name, session.storedFileName]).toEqual(['张三_138****8000', '张三_138****8000.csv']);
    expect(seen()).toEqual([
      ['联系方式', true],
      ['工单编号', false],
    ]);
    session.setPlan({ mask: false });
    session.setColumn('c1', { include: false });
    expect([seen(), session.storedFileName]).toEqual([[['联系方式', false]], '张三_13800138000.csv']);
    session.setCustomer('c0');
    expect(seen()).toEqual([]);
    session.close();
  });

  it('is masked again, and read in the order that it proves, and says both', async () => {
    const session = await next('日期,备注\n25/01/2024,甲\n', '日期,备注\n03/04/2024,13800138000\n12/25/2024,乙\n');
    expect(session.stage).toBe('ready');
    expect([session.remembered, session.maskingBack, session.plan?.mask]).toEqual([true, true, true]);
    expect(session.check?.masked).toMatchObject([{ kind: 'mobile', count: 1 }]);
    expect(session.check?.preview.map(([day]) => day)).toEqual(['2024-03-04', '2024-12-25']);
    expect(session.notes).toMatchObject([{ name: '日期', what: 'reading', outcome: 'differs' }]);
    session.setColumn('c0', { type: 'text', reading: {} });
    expect(session.notes).toEqual([]);
    session.close();
  });

  it('takes the earlier order where its own cells leave it open, without a question', async () => {
    const session = await next('日期,备注\n25/01/2024,甲\n', '日期,备注\n03/04/2024,甲\n05/06/2024,乙\n');
    expect([session.stage, session.openQuestions.length]).toEqual(['ready', 0]);
    expect(session.check?.preview.map(([day]) => day)).toEqual(['2024-04-03', '2024-06-05']);
    expect(session.notes).toMatchObject([{ name: '日期', what: 'reading', outcome: 'kept' }]);
    session.close();
  });
});

describe('an analysis for which nothing can be proposed', () => {
  it('says so, and computes as soon as enough is chosen', async () => {
    const table = tableOf(words('c0', ['排队', '收费', '排队']), numeric('c1', 'number', [1, 2, 3]));
    const run = (job: string, input: { spec?: unknown }): Promise<Result<unknown, Failure>> => {
      if (job === 'propose') return Promise.resolve(fail('pareto-no-column'));
      const parsed = paretoSlice.parse(input.spec);
      return Promise.resolve(
        parsed.ok ? paretoSlice.run({ table, codes: indexTaxonomy(defaultTaxonomy) }, parsed.value) : parsed,
      );
    };
    const workbench = { bridge: { run }, ref: () => ok({ id: 'd' }), taxonomyOf: () => defaultTaxonomy };
    const session = new AnalysisSession(workbench as unknown as Workbench, {
      id: null,
      name: '帕累托图',
      slice: 'pareto',
      datasetId: 'd',
      spec: null,
    });
    await vi.waitFor(() => expect(session.failure?.code).toBe('pareto-no-column'));
    expect(session.unproposed).toBe(true);
    session.change({ column: 'c0' });
    await vi.waitFor(() => expect(session.shown).not.toBeNull());
    expect([session.unproposed, session.failure]).toEqual([false, null]);
    expect(session.spec).toMatchObject({ column: 'c0', weight: 'count', filters: [] });
  });
});

describe('an analysis that is being proposed', () => {
  const table = tableOf(words('c0', ['排队', '收费', '排队']), words('c1', ['甲', '乙', '乙']));
  const codes = indexTaxonomy(defaultTaxonomy);

  function open(): { readonly session: AnalysisSession; readonly jobs: string[]; readonly answer: () => void } {
    const jobs: string[] = [];
    let answer = (): void => undefined;
    const run = async (job: string, input: { spec?: unknown }): Promise<Result<unknown, Failure>> => {
      jobs.push(job);
      const spec = job === 'propose' ? paretoSlice.defaults({ table, codes }) : paretoSlice.parse(input.spec);
      if (!spec.ok) return spec;
      const outcome = paretoSlice.run({ table, codes }, spec.value);
      if (job === 'analyse') return outcome;
      await new Promise<void>((resolve) => (answer = resolve));
      return ok({ spec: spec.value, outcome });
    };
    const workbench = { bridge: { run }, ref: () => ok({ id: 'd' }), taxonomyOf: () => defaultTaxonomy };
    const start = { id: null, name: '帕累托图', slice: 'pareto', datasetId: 'd', spec: null };
    return { session: new AnalysisSession(workbench as unknown as Workbench, start), jobs, answer: () => answer() };
  }

  it('is shown as it was computed with the proposal', async () => {
    const { session, jobs, answer } = open();
    expect([session.running, session.unproposed]).toEqual([true, true]);
    answer();
    await vi.waitFor(() => expect(session.shown).not.toBeNull());
    expect([session.running, session.unproposed, jobs]).toEqual([false, false, ['propose']]);
    expect(session.spec).toMatchObject({ column: 'c0' });
  });

  it('takes over what was chosen meanwhile', async () => {
    const { session, jobs, answer } = open();
    session.change({ column: 'c1' });
    answer();
    await vi.waitFor(() => expect(session.shown).not.toBeNull());
    expect(jobs).toEqual(['propose', 'analyse']);
    expect(session.spec).toMatchObject({ column: 'c1', weight: 'count' });
    expect(session.shown?.twin.rows.slice(0, 2).map(({ cells }) => cells[0])).toEqual(['乙', '甲']);
  });
});

describe('the ledger in memory', () => {
  it('decides an act with what the one before it did, however fast it follows', async () => {
    const { store } = await openComputer({ replica: 'a' });
    let fails = true;
    const commit: Workbench['commit'] = async (changes, label) => {
      await wait(5);
      if (fails) return fail('storage-full');
      const done = await store.commit(changes, label);
      return done.ok ? ok(null) : done;
    };
    const workbench = { store, commit, setting: () => undefined, provideActionItems: () => undefined };
    const session = new QualitySession(workbench as unknown as Workbench, { person: '王芳' } as Preferences);
    await session.open();
    const create = (): Promise<Result<null>> =>
      session.doItem({ kind: 'create', id: 'i', details: { title: '排队', type: 'quickWin' } });
    expect(await create()).toEqual(fail('storage-full'));
    fails = false;
    const [created, edited, bulk] = await Promise.all([
      create(),
      session.doItem({ kind: 'edit', id: 'i', details: { owner: '李强' } }),
      session.doItems([{ kind: 'edit', id: 'i', details: { department: '渠道部' } }]),
    ]);
    expect([created, edited, bulk]).toEqual([ok(null), ok(null), ok({ done: ['i'], refused: [] })]);
    expect(session.item('i')).toMatchObject({ title: '排队', owner: '李强', department: '渠道部' });
  });

  describe('read while somebody writes', () => {
    const named = (kind: 'event' | 'item', title: string): Change => ({ kind, id: 'x', field: 'title', value: title });

    async function openSlowly() {
      const { store } = await openComputer({ replica: 'a' });
      for (const kind of ['event', 'item'] as const) await store.commit([named(kind, '一')], { code: kind });
      /** A database that answers late, and tells of changes later still. */
      const slow = new Proxy(store, {
        get(target, key) {
          const late = async (...of: Parameters<typeof store.all>) => {
            const found = await target.all(...of);
            await wait(20);
            return found;
          };
          const observe: typeof store.observeHistory = (callback) => {
            setTimeout(() => target.observeHistory(callback), 40);
            return () => undefined;
          };
          if (key === 'all') return late;
          if (key === 'observeHistory') return observe;
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
      const workbench = { store: slow, taxonomies: [], setting: () => undefined, provideActionItems: () => undefined };
      const session = new QualitySession(workbench as unknown as Workbench, {} as Preferences);
      const titles = (): (string | null | undefined)[] => [session.event('x')?.title, session.item('x')?.title];
      return { store, session, titles };
    }

    it.each([
      ['the ledger', 0],
      ['the items alone, and the ledger after them', 1],
    ])('%s: what is undone or written in between is shown', async (_name, itemsFirst) => {
      const { store, session, titles } = await openSlowly();
      if (itemsFirst) await session.openItems();
      const opened = session.open();
      await wait(5);
      await store.commit([named('event', '二')], { code: 'event' });
      await opened;
      await store.undo();
      await store.commit([named('item', '三')], { code: 'item' });
      await vi.waitFor(() => expect(titles()).toEqual(['一', '三']));
    });
  });

  it('follows merges, and one that is taken back', async () => {
    const [a, b] = await Promise.all(['a', 'b'].map((replica) => openComputer({ replica })));
    const title: Change = { kind: 'event', id: 'e', field: 'title', value: '排队' };
    expect(await b.store.commit([title], { code: 'event' })).toMatchObject({ ok: true });
    const workbench = { store: a.store, taxonomies: [], setting: () => undefined, provideActionItems: () => undefined };
    const session = new QualitySession(workbench as unknown as Workbench, {} as Preferences);
    await session.open();
    const titles = (): readonly (string | null)[] => session.eventList.map((event) => event.title);
    expect(titles()).toEqual([]);
    await mergeInto(a, [await read((await exportFrom(b)).bytes, 'b.dmaic')]);
    await vi.waitFor(() => expect(titles()).toEqual(['排队']));
    await a.store.undoMerge();
    await vi.waitFor(() => expect(titles()).toEqual([]));
  });
});
