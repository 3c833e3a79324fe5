import { openBenchPage, type BenchPage } from '../support/bench-page.ts';
import { bench } from '../support/bench.ts';
import { makeEvents, makeItems, writeRecords } from '../support/quality-records.ts';

const events = 50_000;
const items = 1_000;
/** Each invented event stands in the ledger so many times: making all of them one by one would take minutes. */
const copies = 25;

let ledger: BenchPage;
/** A browser of its own: the pages behind the one in front are not painted at all. */
let rectification: BenchPage;

/** Types into the search of a list and waits until the picture with the answer has been laid out. */
function filter(page: BenchPage['page'], words: readonly string[]): () => Promise<void> {
  let turn = 0;
  return () =>
    page.evaluate(
      (word) =>
        new Promise<void>((resolve) => {
          const field = document.querySelector<HTMLInputElement>('input[type="search"]');
          if (!field) throw new Error('no search field');
          field.value = word;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          requestAnimationFrame(() => setTimeout(resolve));
        }),
      words[turn++ % words.length],
    );
}

/** Scrolls a list through sixty pictures. */
function scroll(page: BenchPage['page']): () => Promise<void> {
  return () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const grid = document.querySelector<HTMLElement>('[role="grid"]');
          if (!grid) throw new Error('no grid');
          let left = 60;
          const step = (): void => {
            grid.scrollTop += 700;
            if (--left > 0) requestAnimationFrame(step);
            else resolve();
          };
          step();
        }),
    );
}

/** Sixty pictures without any work: what scrolling is measured against. */
const idle = (): Promise<void> =>
  ledger.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let left = 60;
        const step = (): void => {
          if (--left > 0) requestAnimationFrame(step);
          else resolve();
        };
        step();
      }),
  );

export default bench({
  name: `a ledger of ${events} events and ${items} items`,
  rounds: 7,
  prepare: async () => {
    ledger = await openBenchPage();
    await ledger.page.goto(`${ledger.url}#/settings`);
    await ledger.page.getByRole('heading', { level: 1 }).waitFor();
    await writeRecords(ledger.page, makeEvents(events / copies), copies);
    await ledger.page.goto(`${ledger.url}#/events`);
    await ledger.page.reload();
    await ledger.page.getByRole('grid').waitFor({ timeout: 120_000 });
    rectification = await openBenchPage();
    await rectification.page.goto(`${rectification.url}#/settings`);
    await rectification.page.getByRole('heading', { level: 1 }).waitFor();
    await writeRecords(rectification.page, makeItems(items));
    await rectification.page.goto(`${rectification.url}#/rectification?layout=table`);
    await rectification.page.reload();
    await rectification.page.getByRole('grid').waitFor({ timeout: 120_000 });
  },
  contestants: {
    'sixty pictures at rest': idle,
    'sixty pictures scrolling events': () => scroll(ledger.page)(),
    'filter events': () => filterEvents(),
    'filter items': () => filterItems(),
  },
  cleanUp: async () => {
    await ledger.close();
    await rectification.close();
  },
});

const words = ['排队', 'A012', '王芳', '信用卡', ''];
let filterEvents = async (): Promise<void> => {
  filterEvents = filter(ledger.page, words);
  await filterEvents();
};
let filterItems = async (): Promise<void> => {
  filterItems = filter(rectification.page, words);
  await filterItems();
};
