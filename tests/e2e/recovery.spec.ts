import { expect, test } from '../support/test';

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

test('S14 leads to the backup file where nothing is left', async ({ hands }) => {
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
