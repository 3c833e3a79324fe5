import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchPage, type BenchPage } from '../support/bench-page.ts';
import { bench, type Measured } from '../support/bench.ts';
import { eventBundle } from '../support/event-bundles.ts';

const branches = 30;
const each = 2_000;
const rounds = 3;

/** One browser for each round, the uncounted one included: a second merge of the same files brings nothing. */
let browsers: BenchPage[] = [];
let files: readonly string[] = [];
let folder = '';
let turn = 0;

/**
 * As many records, of the same size, in a database without order, history or checks. In a browser of its own that is
 * closed before the merge begins: the engine tidies up a hundred megabytes for seconds after they are written.
 */
async function putPlainly(): Promise<Measured> {
  const { page, url, close } = await openBenchPage();
  await page.goto(url);
  const begun = performance.now();
  await page.evaluate(
    async ([records, note]) => {
      const name = `plain-${Math.random()}`;
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.result.createObjectStore('records', { keyPath: 'id' });
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(new Error(name));
      });
      await new Promise<void>((done) => {
        const transaction = database.transaction('records', 'readwrite');
        const store = transaction.objectStore('records');
        for (let id = 0; id < records; id++) store.put({ id, note });
        transaction.oncomplete = () => done();
      });
      database.close();
    },
    [branches * each, 'x'.repeat(1_600)] as const,
  );
  const measuredMs = performance.now() - begun;
  await close();
  return { measuredMs };
}

/** From the choice of the files to the merge that can be undone, as a person sees it. */
async function merge({ page }: BenchPage): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files]);
  await page.getByRole('button', { name: `合并 ${branches} 个文件` }).click({ timeout: 120_000 });
  await page.getByText('撤销最近一次合并').waitFor({ timeout: 120_000 });
}

export default bench({
  name: `${branches} files of ${each} events merged`,
  rounds,
  prepare: async () => {
    folder = mkdtempSync(join(tmpdir(), 'workbench-bench-merge-'));
    const bundles = await Promise.all(Array.from({ length: branches }, (_, branch) => eventBundle(branch, each)));
    files = bundles.map((bytes, branch) => {
      const path = join(folder, `branch-${branch}.dmaic`);
      writeFileSync(path, bytes);
      return path;
    });
    for (let round = 0; round <= rounds; round++) {
      const browser = await openBenchPage();
      await browser.page.goto(`${browser.url}#/files`);
      await browser.page.getByRole('heading', { level: 1 }).waitFor();
      browsers.push(browser);
    }
  },
  contestants: {
    'as many records put into a bare database': putPlainly,
    'files read, compared and merged': () => merge(browsers[turn++]),
  },
  limitsMs: { 'files read, compared and merged': 10_000 },
  cleanUp: async () => {
    for (const browser of browsers) await browser.close();
    browsers = [];
    rmSync(folder, { recursive: true, force: true });
  },
});
