import { readFileSync } from 'node:fs';
import { readBundle } from '../../src/store/bundle/read-bundle';
import { DurableHands } from '../support/durable-hands';
import { canary, hostileUpload, keptFiles, madeFiles, markup } from '../support/hostile-files';
import { dumpDatabase, makeOldDatabase } from '../support/old-database';
import { expect, test } from '../support/test';

const workbenchFile = (file: { name: string; buffer: Buffer }): { name: string; mimeType: string; buffer: Buffer } => ({
  ...file,
  mimeType: 'application/octet-stream',
});

test('X01 X02 X09 what hostile files say is shown as text, and runs nowhere', async ({ page }) => {
  const hands = new DurableHands(page);
  const { t } = hands;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await hands.start();
  await hands.openSample();

  await hands.goTo('/data/import');
  await hands.chooseFile(await hostileUpload('headers that are formulas and markup.csv'));
  await hands.expectChecked();
  await hands.store();
  await expect(page.getByRole('grid')).toContainText('onerror=');
  await hands.goTo('/data/import');
  await hands.chooseFile(await hostileUpload('formulas with links and commands.xlsx'));
  await hands.expectChecked();
  await expect(page.locator('main')).toContainText('onerror=');

  // A drawing with a script in it is kept as it is, offered under its name and never shown.
  await hands.openCharter();
  const drop = page.getByRole('group', { name: t('projects.attachment.drop') });
  await drop.locator('input[type=file]').setInputFiles(await hostileUpload('logo.svg'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'logo.svg', exact: true }).click();
  expect((await download).suggestedFilename()).toBe('logo.svg');

  await page.evaluate(() => void (location.hash = location.hash.replace(/edit.*$/, 'map')));
  await page.getByLabel(t('map.tool.openBpmn')).setInputFiles(await hostileUpload('script in the names.bpmn'));
  await expect(page.locator('.svelte-flow__node').filter({ hasText: 'onerror=' })).toBeVisible();

  await hands.goTo('/files');
  await page
    .locator('input[type=file]')
    .setInputFiles(
      await Promise.all(
        ['markup in every word.dmaic', 'a prototype in a value.dmaic', 'cut in the middle.dmaic'].map(async (name) =>
          workbenchFile(await hostileUpload(name)),
        ),
      ),
    );
  await page.getByRole('button', { name: t('files.merge', { n: 1 }) }).click();
  await expect(page.getByText(t('files.historyEmpty'))).toHaveCount(0);
  await hands.goTo('/projects');
  await expect(page.getByText(markup).first()).toBeVisible();

  const found = await page.evaluate((name) => {
    const live = 'img[src="x"], iframe, object, embed, svg script, [onerror], [onload], [href^="javascript"]';
    return [Reflect.has(globalThis, name), document.querySelectorAll(live).length];
  }, canary);
  expect([...found, ...dialogs]).toEqual([false, 0]);
});

test('X01 every hostile table is dropped on one page, which runs nothing and asks nobody', async ({ page }) => {
  test.setTimeout(600_000);
  const hands = new DurableHands(page);
  const said: string[] = [];
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  await hands.start('/#/data/import');
  const { origin } = new URL(page.url());
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) said.push(request.url());
  });
  const tables = [...keptFiles, ...madeFiles].filter(({ door }) => door === 'table');
  expect(tables.length).toBeGreaterThan(60);
  for (const { name, bytes } of tables) {
    await hands.goTo('/data');
    await hands.goTo('/data/import');
    await hands.chooseFile({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(await bytes()) });
    // Read, or refused with a sentence.
    const end = page.locator('#import-columns').or(page.getByRole('main').getByRole('alert'));
    await expect(end.first(), name).toBeAttached();
    const live = await page.evaluate((global) => {
      const marks = 'img[src="x"], iframe, object, embed, svg script, [onerror], [onload], [href^="javascript"]';
      return [Reflect.has(globalThis, global), document.querySelectorAll(marks).length];
    }, canary);
    expect([name, ...live, ...said]).toEqual([name, false, 0]);
  }
});

test('D10 two tabs that import the same file count its rows once', async ({ page, context }) => {
  const tabs = [new DurableHands(page), new DurableHands(await context.newPage())];
  const buffer = Buffer.from(`日期,类别\n${Array.from({ length: 40 }, (_, i) => `2026-03-05,第${i}类`).join('\n')}\n`);
  for (const hands of tabs) {
    await hands.start('/#/data/import');
    await hands.chooseFile({ name: 'march.csv', mimeType: 'text/csv', buffer });
    await hands.expectChecked();
  }
  await Promise.all(tabs.map((hands) => hands.storeButton.click()));
  const [{ t }] = tabs;
  const refusals = (): Promise<number[]> =>
    Promise.all(tabs.map((hands) => hands.page.getByText(t('failure.import-overtaken', { n: 40 })).count()));
  await expect.poll(async () => (await refusals()).sort()).toEqual([0, 1]);
  const late = tabs[(await refusals()).indexOf(1)];
  await expect(late.page.getByText(t('wizard.check.nothingNew'))).toBeVisible();
  expect((await late.stored()).rows).toEqual([40]);
});

test('D08 an upgrade that fails is told; the old data stay as they were, and are copied from there to a file', async ({
  page,
  context,
}) => {
  const plain = '/frame-guard.css';
  await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(plain);
  await makeOldDatabase(page, 50);
  const before = await dumpDatabase(page);

  const broken = await context.newPage();
  await broken.addInitScript(() => {
    IDBDatabase.prototype.createObjectStore = () => {
      throw new DOMException('no room for a table', 'ConstraintError');
    };
  });
  await broken.goto('/');
  const late = new DurableHands(broken);
  await expect(late.heading).toHaveText(late.t('start.stuck.title'));
  const notice = broken.getByRole('alert');
  await expect(notice).toContainText(late.t('failure.upgrade-failed', { reason: 'ConstraintError' }));
  await expect(notice.getByRole('listitem')).toHaveCount(3);
  expect(await dumpDatabase(page)).toBe(before);
  await broken.getByRole('button', { name: late.t('start.retry') }).click();
  await expect(late.heading).toHaveText(late.t('start.stuck.title'));
  await broken.getByRole('button', { name: late.t('start.look') }).click();
  await expect(late.heading).toHaveText(late.t('home.title'));
  await late.goTo('/files');
  const download = broken.waitForEvent('download');
  await broken.getByRole('button', { name: late.t('files.save') }).click();
  const bundle = await readBundle(new Uint8Array(readFileSync(await (await download).path())));
  expect(bundle.ok && bundle.value.records.map(({ kind }) => kind)).toContain('project');
  expect(await dumpDatabase(page)).toBe(before);

  await page.goto('/#/projects');
  await expect(page.getByRole('link', { name: 'Old project' })).toBeVisible();
});
