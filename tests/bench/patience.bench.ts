import { mkdtempSync, openSync, closeSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { bench, type Measured } from '../support/bench.ts';
import { complaintLedger } from '../support/complaint-ledger.ts';
import { DurableHands, random } from '../support/durable-hands.ts';
import { randomCsv } from '../support/event-bundles.ts';
import { Profile } from '../support/profile.ts';

/** What a page notes of itself; a task is what keeps it from answering. */
interface Seen {
  longest: number;
  /** When what is looked for had been painted, since the page was asked for. */
  shown: number | null;
}

/** Notes the longest task of every page, and when there is something of a selector on it for the first time. */
async function watch(context: BrowserContext, selector: string): Promise<void> {
  // tsx marks named functions with a helper that does not exist inside the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript((wanted) => {
    const seen: Seen = { longest: 0, shown: null };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
    const observer = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (seen.shown = performance.now())));
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  }, selector);
}

/** Waits until it was shown and the page has come to rest. */
async function seenBy(page: Page): Promise<{ readonly shown: number; readonly longest: number }> {
  await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.shown !== null, undefined, {
    timeout: 120_000,
  });
  await page.waitForTimeout(1_000);
  const { shown, longest } = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  return { shown: shown ?? NaN, longest };
}

const measured = (measuredMs: number): Measured => ({ measuredMs });

interface Setting {
  readonly folder: string;
  readonly profile: Profile;
  readonly close: () => Promise<void>;
}

async function setUp(): Promise<Setting> {
  const server = await serve({ root: 'dist', port: 0 });
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'));
  const profile = new Profile({ folder: join(folder, 'profile'), baseURL: server.url });
  const close = async (): Promise<void> => {
    await profile.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, profile, close };
}

/** A row of data: the header is in a part of its own, or above. */
const gridRow = '[role=grid] [role=gridcell], [role=grid] td';

function coldStart() {
  const rows = 1_000_000;
  let setting: Setting;
  let address = '';
  let longest = NaN;
  let restored = NaN;
  /** Opens the address in a browser just started, on a processor at a quarter of its speed. */
  async function open(): Promise<Measured> {
    const { profile } = setting;
    const page = await profile.open('about:blank', (context) => watch(context, gridRow));
    const devtools = await profile.context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(address, { waitUntil: 'commit' });
    const seen = await seenBy(page);
    longest = seen.longest;
    await profile.close();
    return measured(seen.shown);
  }
  /** The database is gone from the disk: from the call of the page to the notice that says so. */
  async function tell(): Promise<Measured> {
    const lost = setting.profile.copy(join(setting.folder, 'lost'));
    for (const path of lost.databaseFiles()) rmSync(path);
    const page = await lost.open('/', (context) => watch(context, 'main [role=alert]'));
    const { shown } = await seenBy(page);
    const hands = new DurableHands(page);
    const begun = performance.now();
    await page.getByRole('button', { name: hands.t('start.restore'), exact: true }).click();
    await page.getByRole('heading', { name: hands.t('home.title'), level: 1 }).waitFor({ timeout: 120_000 });
    restored = performance.now() - begun;
    if (!(await hands.stored()).rows.includes(rows)) throw new RangeError('the rows were not brought back');
    await lost.close();
    rmSync(lost.folder, { recursive: true });
    return measured(shown);
  }
  return bench({
    name: `S24 S03 a start with ${rows.toLocaleString('en')} rows`,
    rounds: 3,
    prepare: async () => {
      setting = await setUp();
      const { folder, profile } = setting;
      const hands = await DurableHands.on(profile, '/#/data/import');
      const path = join(folder, 'table.csv');
      writeFileSync(path, randomCsv(rows, 6, random(1)));
      await hands.chooseFile(path);
      await hands.storeButton.click({ timeout: 120_000 });
      await hands.page.waitForURL(/#\/data\/(?!import)[^/?]+$/, { timeout: 120_000 });
      address = hands.page.url();
      const since = Date.now();
      await hands.page.reload();
      await hands.waitForSnapshot(since);
      await profile.close();
    },
    contestants: {
      'opened cold at a quarter of the speed: rows to be seen': open,
      'its longest task': () => measured(longest),
      'database gone: told': tell,
      'database gone: brought back from the snapshot': () => measured(restored),
    },
    limitsMs: {
      'opened cold at a quarter of the speed: rows to be seen': 5_000,
      'its longest task': 200,
      'database gone: told': 3_000,
      'database gone: brought back from the snapshot': 30_000,
    },
    cleanUp: () => setting.close(),
  });
}

function stoppedImport() {
  const megabytes = 300;
  const rowsPerPiece = 100_000;
  let setting: Setting;
  let page: Page;
  let path = '';
  let longest = NaN;

  /** Presses the button that stops as soon as half is done; from the press to the picture that says it has stopped. */
  async function stopHalfWay(begin: () => Promise<void>): Promise<Measured> {
    const hands = new DurableHands(page);
    const { t } = hands;
    await page.evaluate(
      ([label, word]) => {
        const seen: Seen = { longest: 0, shown: null };
        let pressed = 0;
        Object.assign(globalThis, { seen });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
        }).observe({ type: 'longtask' });
        const timer = setInterval(() => {
          const bar = document.querySelector<HTMLProgressElement>('main progress');
          const stop = [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === label);
          if (!stop || !bar || bar.value < 0.5 || bar.value > 0.9) return;
          clearInterval(timer);
          pressed = performance.now();
          stop.click();
        }, 10);
        const observer = new MutationObserver(() => {
          if (pressed === 0 || !document.body.textContent.includes(word)) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => (seen.shown = performance.now() - pressed)));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      [t('common.cancel'), t('wizard.cancelled')] as const,
    );
    await begin();
    const seen = await seenBy(page);
    ({ longest } = seen);
    const { rows, withBlocks } = await hands.stored();
    if (rows.length > 0 || withBlocks.length > 0) throw new RangeError('an import that was stopped left rows');
    return measured(seen.shown);
  }

  async function choose(): Promise<DurableHands> {
    await page.goto('/#/data/import');
    await page.reload();
    const hands = new DurableHands(page);
    await hands.dropZone.waitFor();
    return hands;
  }

  return bench({
    name: `I11 an import of ${megabytes} MB, stopped half-way`,
    rounds: 3,
    prepare: async () => {
      setting = await setUp();
      path = join(setting.folder, 'ledger.csv');
      const file = openSync(path, 'w');
      const [header, ...lines] = complaintLedger(1, rowsPerPiece).split('\r\n');
      writeSync(file, `${header}\r\n`);
      let bytes = 0;
      // Every row of a piece begins with its number: none is there twice.
      for (let piece = 1; bytes < megabytes * 2 ** 20; piece++)
        bytes += writeSync(file, lines.map((line) => (line === '' ? '' : `${piece}${line}\r\n`)).join(''));
      closeSync(file);
      page = await setting.profile.open('/#/data/import', async (context) => {
        await context.addInitScript('globalThis.__name = (named) => named');
      });
      await new DurableHands(page).dropZone.waitFor();
    },
    contestants: {
      'while it is read: said to have stopped': async () => {
        const hands = await choose();
        return stopHalfWay(() => hands.chooseFile(path));
      },
      'while it is read: longest task': () => measured(longest),
      'while it is stored: said to have stopped': async () => {
        const hands = await choose();
        await hands.chooseFile(path);
        await page.locator('#import-check .store button:not(:disabled)').waitFor({ timeout: 300_000 });
        return stopHalfWay(() => hands.storeButton.click());
      },
      'while it is stored: longest task': () => measured(longest),
    },
    limitsMs: {
      'while it is read: said to have stopped': 200,
      'while it is read: longest task': 200,
      'while it is stored: said to have stopped': 200,
      'while it is stored: longest task': 200,
    },
    cleanUp: () => setting.close(),
  });
}

export default [coldStart(), stoppedImport()];
