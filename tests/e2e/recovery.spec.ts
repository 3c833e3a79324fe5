import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../src/store/json';
import type { Json } from '../../src/store/types';
import { dumpDatabase } from '../support/old-database';
import { expect, test } from '../support/test';

/** What belongs to this very browser, such as its history and its name, is no part of a backup. */
const ownTables = ['journal', 'merges', 'mergeUndo', 'meta', 'peers', 'writing'];

/** Of each table that a backup holds: its name, how many rows it has, and a digest of them. */
function heldData(dump: string): readonly (readonly [name: string, rows: number, digest: string])[] {
  return dump
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as [string, Json[]])
    .filter(([table]) => !ownTables.includes(table))
    .map(([table, rows]) => {
      // Fields have no order.
      return [table, rows.length, createHash('sha256').update(canonicalJson(rows)).digest('hex')];
    });
}

test('S13 names the loss of the database and brings everything back from the snapshot', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  // The next start takes a snapshot of what was saved before.
  await page.reload();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('snapshots', { create: true });
        const names: string[] = [];
        for await (const name of folder.keys()) names.push(name);
        return names.some((name) => /^records-.*\.dmaic$/.test(name));
      }),
    )
    .toBe(true);

  const origin = new URL(page.url()).origin;
  await page.goto('about:blank');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });

  await page.goto('/');
  await expect(page.getByRole('heading', { name: t('start.wiped.title') })).toBeVisible();
  await page.getByRole('button', { name: t('start.restore') }).click();
  await hands.goTo('/data');
  await page.getByRole('link', { name: t('sample.eventsName') }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('S14 leads to the backup file where nothing at all is left, and it brings the same data back', async ({
  hands,
}) => {
  const { page, t } = hands;
  const dataOf = async () => heldData(await dumpDatabase(page));
  await hands.start();
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/files');
  await page.getByRole('radio', { name: t('files.backup') }).check({ force: true });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t('files.save') }).click();
  const path = await (await download).path();
  const before = await dataOf();
  expect(before).toContainEqual(['dataset', 2, expect.any(String)]);

  const origin = new URL(page.url()).origin;
  await page.goto('about:blank');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: t('home.welcome') })).toBeVisible();
  await expect(page.getByText(t('home.again'))).toBeVisible();
  expect(await dataOf()).not.toEqual(before);
  await page.getByRole('link', { name: t('home.againOpen'), exact: true }).click();
  const choosing = page.waitForEvent('filechooser');
  await page
    .getByRole('group', { name: t('files.drop') })
    .getByRole('button')
    .first()
    .click();
  await (
    await choosing
  ).setFiles({ name: 'backup.dmaic', mimeType: 'application/octet-stream', buffer: readFileSync(path) });
  await page.getByRole('button', { name: t('files.merge', { n: 1 }) }).click();
  await expect(page.getByText(t('files.historyEmpty'))).toHaveCount(0);
  expect(await dataOf()).toEqual(before);
  await hands.goTo('/data');
  await page.getByRole('link', { name: t('sample.eventsName') }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('S14 leads to the backup file where nothing but a note of the data is left', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  await page.evaluate(() => {
    const note = { installId: 'gone', generation: 9, counts: { project: 2 }, savedAt: 1_800_000_000_000 };
    localStorage.setItem('service-quality-workbench.sentinel', JSON.stringify(note));
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: t('start.wiped.title') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('start.restore') })).toHaveCount(0);
  await page.getByRole('button', { name: t('start.openFile') }).click();
  await expect(page.getByRole('group', { name: t('files.drop') })).toBeVisible();
});
