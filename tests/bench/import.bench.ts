import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { openBenchPage, type BenchPage } from '../support/bench-page.ts';
import { bench, type Bench, type Measured } from '../support/bench.ts';
import { gbkEncoder } from '../support/gbk.ts';
import { complaintLedger } from '../support/complaint-ledger.ts';

const rows = 100_000;
/** One more lets the engines compile and is not counted. */
const rounds = 15;

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

/** Papa Parse alone, in a worker that is already running: the time until it answers, and the rows it found. */
async function parseWithPapa(page: Page, index: number, encoding: string): Promise<Measured & { rows: number }> {
  return page.evaluate(
    ([at, name]) =>
      new Promise<{ measuredMs: number; rows: number }>((done) => {
        const { files, papa } = (globalThis as unknown as { kept: Kept }).kept;
        const started = performance.now();
        papa.onmessage = (event: MessageEvent<number>) =>
          done({ measuredMs: performance.now() - started, rows: event.data });
        papa.postMessage({ file: files[at], encoding: name });
      }),
    [index, encoding] as const,
  );
}

/**
 * From the drop to a drawn Pareto: a person who changes nothing and clicks as soon as there is something to click. The
 * way from the Pareto of the round before to the import page is not counted.
 */
async function dropToPareto(page: Page, index: number): Promise<Measured> {
  return page.evaluate(async (at) => {
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
    const started = performance.now();
    zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    const storeAndChart = await until(() =>
      [...document.querySelectorAll<HTMLButtonElement>('#import-check button:not(:disabled)')].find(({ textContent }) =>
        /Pareto|帕累托/.test(textContent),
      ),
    );
    storeAndChart.click();
    await until(() => document.querySelector('[role=application] canvas') && document.querySelector('main table'));
    await new Promise((done) => requestAnimationFrame(done));
    return { measuredMs: performance.now() - started };
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
      names.forEach((name, i) => writeFileSync(join(folder, name), encode(complaintLedger(i + 1, rows))));
      open = await openBenchPage(folder);
      await open.page.goto(`${open.url}#/data/import`);
      await prepare(open.page, names);
    },
    contestants: {
      'Papa Parse alone': async () => {
        const parsed = await parseWithPapa(pageOf(), turns.papa++, encoding);
        if (parsed.rows !== rows + 1) throw new RangeError(`the baseline read another number of rows: ${parsed.rows}`);
        return parsed;
      },
      'drop to Pareto': async () => {
        const page = pageOf();
        await page.evaluate(() => void (location.hash = '#/data/import'));
        return dropToPareto(page, turns.product++);
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
