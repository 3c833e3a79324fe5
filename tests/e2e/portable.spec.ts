import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hands } from '../support/hands';
import { expect, test } from '../support/test';
import { openSample, screens, visitStop } from '../support/tour';

/** Goes on without a passphrase, which is offered first. */
async function startUnprotected(hands: Hands): Promise<void> {
  await hands.start(address);
  await hands.page.getByRole('button', { name: hands.t('protection.offerLater') }).click();
  await expect(hands.page.getByRole('button', { name: hands.t('home.door.sample.action') })).toBeVisible();
}

const address = pathToFileURL(resolve('dist-portable/workbench.html')).href;

test('P07 does its work from one file: limits first, import, analysis, reload', async ({ hands }) => {
  const { page, t } = hands;
  await startUnprotected(hands);
  await expect(page.getByText(t('files.portable.title'))).toBeVisible();
  await hands.goTo('/data/import');
  await hands.chooseFile(resolve('tests/fixtures/hostile/01_utf8_plain.csv'));
  await hands.expectChecked();
  const id = await hands.store();
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  expect(page.url()).toContain(id);
  await hands.goTo('/');
  await hands.goTo('/files');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t('files.save') }).click();
  expect((await download).suggestedFilename()).toMatch(/\.dmaic$/);
});

test('P07 shows every screen of the sample from one file, asking no server for anything', async ({ hands }) => {
  test.setTimeout(600_000);
  const { page } = hands;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  await startUnprotected(hands);
  const dataset = await openSample(hands);
  for (const stop of screens(hands, dataset)) await visitStop(hands, stop);
  expect(asked.map((url) => url.split('#')[0])).toEqual([address]);
});

test('X08 shows nothing when another page holds it in a frame', async ({ page }, info) => {
  const host = info.outputPath('host.html');
  writeFileSync(host, `<iframe src="${address}" width="900" height="600"></iframe>`);
  await page.goto(pathToFileURL(host).href);
  const body = page.frameLocator('iframe').locator('body');
  await expect(body).toBeAttached();
  await expect(body).toBeHidden();
});
