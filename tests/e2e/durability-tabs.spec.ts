import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readBundle } from '../../src/store/bundle/read-bundle';
import { nativeVersion } from '../../src/store/database';
import { DurableHands, random } from '../support/durable-hands';
import { randomCsv } from '../support/event-bundles';
import { dumpDatabase, holdDatabase, makeOldDatabase, releaseDatabase, versionOf } from '../support/old-database';
import { expect, test } from '../support/test';

const isLong = Number(process.env['TRIALS'] ?? 1) > 1;
/** A page of the product's origin that is not the product. */
const plain = '/frame-guard.css';
const newer = nativeVersion + 10;

// Browsers ask for it beside a page that names no icon of its own.
test.beforeEach(({ context }) => context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 })));

async function openSample(page: Page): Promise<DurableHands> {
  const hands = new DurableHands(page);
  await hands.start();
  await hands.openSample();
  return hands;
}

test('D01 D12 an older build changes nothing in newer data, shows them, and copies them to a file', async ({
  page,
  context,
}) => {
  const { t } = await openSample(page);
  const other = await context.newPage();
  await other.goto(plain);
  await page.close();
  await holdDatabase(other, newer, false);
  await releaseDatabase(other);
  const before = await dumpDatabase(other);

  const late = new DurableHands(await context.newPage());
  await late.start();
  await expect(late.heading).toHaveText(t('start.newer.title'));
  await late.page.getByRole('button', { name: t('start.look') }).click();
  await expect(late.heading).toHaveText(t('home.title'));
  await late.openCharter();
  await late.type(1);
  await expect(late.page.getByText(t('common.saveFailed'), { exact: true })).toBeVisible();
  await late.goTo('/files');
  const download = late.page.waitForEvent('download');
  await late.page.getByRole('button', { name: t('files.save') }).click();
  const bundle = await readBundle(new Uint8Array(readFileSync(await (await download).path())));
  expect(bundle.ok && bundle.value.parts.size).toBe(2);
  expect(await dumpDatabase(other)).toBe(before);
});

test('D02 an old tab stops writing when a newer build upgrades; what is typed stays', async ({ page, context }) => {
  const hands = await openSample(page);
  await hands.openCharter();
  await hands.type(1);
  await expect.poll(async () => (await hands.stored()).value).toBe(1);
  await hands.scopeField.fill('#2');
  const other = await context.newPage();
  await other.goto(plain);
  await holdDatabase(other, newer, false);
  await expect(page.getByText(hands.t('start.outdated'))).toBeVisible();
  await hands.scopeField.blur();
  await expect(page.getByText(hands.t('common.saveFailed'), { exact: true })).toBeVisible();
  await expect(hands.scopeField).toHaveValue('#2');
  const { value } = await new DurableHands(other).stored();
  expect(value).toBe(1);
});

test('D03 D05 tabs that wait for another one say so, and go on by themselves after one upgrade', async ({
  page,
  context,
}) => {
  await page.goto(plain);
  await makeOldDatabase(page, 20);
  await holdDatabase(page, null, true);
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
  const { t } = new DurableHands(page);
  for (const tab of tabs) await tab.goto('/');
  for (const tab of tabs) {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(t('start.waiting.title'));
  }
  expect(await versionOf(page)).toBe(40);
  await releaseDatabase(page);
  for (const tab of tabs) {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(t('home.title'));
  }
  expect(await versionOf(page)).toBe(nativeVersion);
  const [first] = tabs;
  expect((await new DurableHands(first).stored()).events).toBe(20);
});

test('D04 an import that meets an upgrade is told, and leaves no half of a dataset', async ({ page, context }) => {
  const hands = await openSample(page);
  const before = await hands.stored();
  await hands.goTo('/data/import');
  const buffer = randomCsv(60_000, 8, random(7));
  await hands.chooseFile({ name: 'table.csv', mimeType: 'text/csv', buffer });
  await hands.expectChecked();
  const other = await context.newPage();
  await other.goto(plain);
  await hands.storeButton.click();
  await holdDatabase(other, newer, false);
  const told = page.getByText(hands.word('failure.storage-newer')).or(page.getByText(hands.t('start.outdated')));
  await expect(told.first()).toBeVisible();
  const after = await new DurableHands(other).stored();
  expect(after.rows.filter((rows) => rows !== 60_000)).toEqual(before.rows);
  if (after.rows.length > before.rows.length) expect(after.orphans).toEqual([]);
});

const closings = isLong ? 20 : 1;
test(`S20 the last keystroke outlives the tab (${closings} times each)`, async ({ page, context }) => {
  test.setTimeout(120_000 + closings * 40_000);
  const first = await openSample(page);
  await first.openCharter();
  const address = page.url();
  let value = 0;
  for (let n = 0; n < closings; n++) {
    for (const leave of ['close', 'navigate', 'reload'] as const) {
      const hands = new DurableHands(await context.newPage());
      await hands.page.goto(address);
      await expect(hands.scopeField).toBeVisible();
      await hands.scopeField.focus();
      await hands.page.keyboard.press('Control+A');
      await hands.page.keyboard.insertText(`#${++value}`);
      if (leave === 'close') await hands.page.close();
      else if (leave === 'reload') await hands.page.reload();
      else await hands.page.goto(plain);
      const next = leave === 'reload' ? hands : new DurableHands(await context.newPage());
      if (leave !== 'reload') await next.page.goto(address);
      await expect(next.scopeField, leave).toHaveValue(`#${value}`);
      await expect.poll(async () => (await next.stored()).value).toBe(value);
      await next.page.close();
      if (leave === 'navigate') await hands.page.close();
    }
  }
});

test('S21 a database that opens at the third try is opened, and nothing is thrown away', async ({ page, context }) => {
  const { t } = await openSample(page);
  await page.close();
  await context.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    let failures = 2;
    IDBFactory.prototype.open = (name: string, version?: number) => {
      const request = version === undefined ? open(name) : open(name, version);
      if (failures === 0) return request;
      failures--;
      // The browser's own error is an event of the request; this one comes in its place.
      const error = new DOMException('Internal error opening backing store', 'UnknownError');
      Object.defineProperty(request, 'error', { value: error });
      Object.defineProperty(request, 'onsuccess', {
        set: () => queueMicrotask(() => void request.onerror?.(new Event('error'))),
      });
      return request;
    };
  });
  const late = new DurableHands(await context.newPage());
  await late.start();
  await expect(late.heading).toHaveText(t('home.title'));
  expect((await late.stored()).rows).toHaveLength(2);
});

test('S22 a connection that the browser drops is made again, and nothing is lost', async ({ page }) => {
  await page.addInitScript(() => {
    const connections: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = (name: string, version?: number) => {
      const request = version === undefined ? open(name) : open(name, version);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
    Object.assign(globalThis, {
      drop: () => {
        for (const connection of connections.splice(0)) {
          connection.close();
          connection.dispatchEvent(new Event('close'));
        }
      },
    });
  });
  const hands = await openSample(page);
  await hands.openCharter();
  for (const value of [1, 2, 3]) {
    await page.evaluate(() => (globalThis as unknown as { drop: () => void }).drop());
    await hands.type(value);
    await expect.poll(async () => (await hands.stored()).value).toBe(value);
  }
  await expect(page.getByText(hands.t('common.saved'), { exact: true })).toBeVisible();
});
