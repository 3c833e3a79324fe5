import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { createRandom } from '../../src/domain/sample/random.ts';
import { formatIsoDate, toEpochDay } from '../../src/kernel/dates.ts';
import { openBenchPage, type BenchPage } from '../support/bench-page.ts';
import { bench, type Bench } from '../support/bench.ts';
import { gbkEncoder } from '../support/gbk.ts';

const rows = 100_000;
/** One more lets the engines compile and is not counted. */
const rounds = 7;

const outlets = Array.from({ length: 40 }, (_, i) => `第${i + 1}支行`);
const channels = ['网点', '客服热线', '手机银行', '监管转办', '信函'];
const categories = [
  '排队等候时间长',
  '柜员服务态度',
  '收费不透明',
  '手机银行故障',
  '转账未到账',
  '账户限额冻结',
  '业务办理超时',
  '其他',
];
const words = [
  '等了四十分钟',
  '态度生硬',
  '没有解释',
  '系统打不开',
  '多次来电',
  '无人回复',
  '重复扣费',
  '材料退回',
  '窗口太少',
  '机器故障',
];

/**
 * A complaint ledger of ten columns: ids, dates, categories, free text, amounts, durations.
 *
 * Another seed gives other rows, and another name to one column: each round imports the first file of its shape, so that
 * no round pays for looking through the rows of those before it.
 */
function ledger(seed: number): string {
  const random = createRandom(seed);
  const below = (count: number): number => Math.floor(random.next() * count);
  const firstDay = toEpochDay(2024, 1, 1);
  const lines = [`工单编号${seed},受理日期,机构名称,受理渠道,投诉类别,投诉内容,涉及金额,处理时长,是否逾期,办结日期`];
  for (let row = 0; row < rows; row++) {
    const day = firstDay + below(366);
    const text = Array.from({ length: 2 + below(3) }, () => words[below(words.length)]).join('，');
    lines.push(
      [
        `${seed}${String(row).padStart(8, '0')}`,
        formatIsoDate(day),
        outlets[below(outlets.length)],
        channels[below(channels.length)],
        categories[below(categories.length)],
        text,
        random.next() < 0.3 ? '' : (random.next() * 10_000).toFixed(2),
        (random.next() * 300).toFixed(1),
        random.next() < 0.1 ? '是' : '否',
        formatIsoDate(day + 1 + below(20)),
      ].join(','),
    );
  }
  return lines.join('\r\n');
}

/** Behind the library itself: a worker of the product's site may not import scripts by a name. */
const papaWorker = `
onmessage = ({ data: { file, encoding } }) =>
  Papa.parse(file, { encoding, complete: ({ data }) => postMessage(data.length) });
`;

/** What the page of the benchmark keeps between the rounds. */
interface Kept {
  files: File[];
  papa: Worker;
}

/** Fetches the files into the page and starts the worker of the baseline, so that neither is counted. */
async function prepare(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate(async (wanted) => {
    const files = await Promise.all(
      wanted.map(async (name) => new File([await (await fetch(`./${name}`)).arrayBuffer()], name)),
    );
    const kept: Kept = { files, papa: new Worker('./papa-worker.js') };
    Object.assign(globalThis, { kept });
  }, names);
}

/** Papa Parse alone, in a worker that is already running. */
async function parseWithPapa(page: Page, index: number, encoding: string): Promise<number> {
  return page.evaluate(
    ([at, name]) =>
      new Promise<number>((done) => {
        const { files, papa } = (globalThis as unknown as { kept: Kept }).kept;
        papa.onmessage = (event: MessageEvent<number>) => done(event.data);
        papa.postMessage({ file: files[at], encoding: name });
      }),
    [index, encoding] as const,
  );
}

/** From the drop to a drawn Pareto: a person who changes nothing and clicks as soon as there is something to click. */
async function dropToPareto(page: Page, index: number): Promise<void> {
  await page.evaluate(async (at) => {
    const { files } = (globalThis as unknown as { kept: Kept }).kept;
    const latest = performance.now() + 60_000;
    // A look once per frame would count up to four frames of the benchmark's own waiting as the product's.
    const nextChange = (): Promise<void> =>
      new Promise((done) => {
        const end = (): void => {
          observer.disconnect();
          removeEventListener('hashchange', end);
          clearTimeout(timer);
          done();
        };
        const observer = new MutationObserver(end);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        addEventListener('hashchange', end);
        const timer = setTimeout(end, 50);
      });
    const until = async <T>(find: () => T | null | undefined | false): Promise<T> => {
      for (;;) {
        const found = find();
        if (found) return found;
        if (performance.now() > latest) throw new Error(`the import did not get on: ${location.hash}`);
        await nextChange();
      }
    };
    const transfer = new DataTransfer();
    transfer.items.add(files[at]);
    const zone = await until(() => document.querySelector('[role=group]:has(input[type=file])'));
    zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    const store = await until(() =>
      document.querySelector<HTMLButtonElement>('#import-check .store button:not(:disabled)'),
    );
    store.click();
    const [, id] = await until(() => /^#\/data\/(?!import)([^/?]+)$/.exec(location.hash));
    location.hash = `#/analyse/new/pareto?dataset=${id}`;
    await until(() => document.querySelector('[role=application] canvas') && document.querySelector('main table'));
    await new Promise((done) => requestAnimationFrame(done));
  }, index);
}

function importBench(encoding: 'utf-8' | 'gbk'): Bench {
  let open: BenchPage | undefined;
  let folder = '';
  const turns = { papa: 0, product: 0 };
  const pageOf = (): Page => {
    if (!open) throw new RangeError('the benchmark was not prepared');
    return open.page;
  };
  return bench({
    name: `import of ${rows.toLocaleString('en')} rows, ${encoding}`,
    rounds,
    prepare: async () => {
      folder = mkdtempSync(join(tmpdir(), 'workbench-bench-site-'));
      cpSync('dist', folder, { recursive: true });
      const papa = join(dirname(createRequire(import.meta.url).resolve('papaparse')), 'papaparse.min.js');
      writeFileSync(join(folder, 'papa-worker.js'), readFileSync(papa, 'utf8') + papaWorker);
      const encode = encoding === 'gbk' ? gbkEncoder() : (text: string): Uint8Array => new TextEncoder().encode(text);
      const names = Array.from({ length: rounds + 1 }, (_, i) => `ledger-${i}.csv`);
      names.forEach((name, i) => writeFileSync(join(folder, name), encode(ledger(i + 1))));
      open = await openBenchPage(folder);
      await open.page.goto(`${open.url}#/data/import`);
      await prepare(open.page, names);
    },
    contestants: {
      'Papa Parse alone': async () => {
        const parsed = await parseWithPapa(pageOf(), turns.papa++, encoding);
        if (parsed !== rows + 1) throw new RangeError(`the baseline read another number of rows: ${parsed}`);
      },
      'drop to Pareto': async () => {
        const page = pageOf();
        await page.evaluate(() => void (location.hash = '#/data/import'));
        await dropToPareto(page, turns.product++);
      },
    },
    limits: { 'drop to Pareto': 2 },
    cleanUp: async () => {
      await open?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

export default [importBench('utf-8'), importBench('gbk')];
