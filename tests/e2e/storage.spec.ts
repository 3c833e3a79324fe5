import { readBundle } from '../../src/store/bundle/read-bundle';
import type { Hands } from '../support/hands';
import { expect, test } from '../support/test';

async function openSample(hands: Hands): Promise<void> {
  await hands.start();
  await hands.page.getByRole('button', { name: hands.t('home.door.sample.action') }).click();
  await hands.expectResult();
}

for (const answer of [true, false, null]) {
  test(`S17 tells the truth where the browser answers ${String(answer)} about keeping data`, async ({ hands }) => {
    const { page, t } = hands;
    await page.addInitScript((persisted) => {
      let asked = 0;
      const manager = navigator.storage;
      Object.defineProperty(manager, 'persisted', {
        value: persisted === null ? undefined : () => Promise.resolve(persisted),
      });
      Object.defineProperty(manager, 'persist', { value: () => Promise.resolve((asked++, false)) });
      Object.defineProperty(globalThis, 'timesAsked', { get: () => asked });
    }, answer);
    await hands.start('/#/settings/storage');
    const text = t(answer === null ? 'settings.unknown' : answer ? 'settings.persisted' : 'settings.notPersisted');
    await expect(page.getByText(text).first()).toBeVisible();
    const ask = page.getByRole('button', { name: t('settings.askPersist') });
    await expect(ask).toHaveCount(answer === false ? 1 : 0);
    const times = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { timesAsked: number }).timesAsked);
    expect(await times(), 'nobody is asked without a click').toBe(0);
    if (answer !== false) return;
    await ask.click();
    await expect(page.getByText(t('settings.persistRefused'))).toBeVisible();
    expect(await times()).toBe(1);
  });
}

test('a file on the disk follows every change, and its failure is told', async ({ hands, complaints }) => {
  const { page, t } = hands;
  // The dialog of the browser cannot be driven; a file of the private file system takes the place of one on the disk.
  await page.addInitScript(() => {
    const state = globalThis as unknown as Record<string, unknown>;
    state.showSaveFilePicker = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getFileHandle('branch.dmaic', { create: true });
    };
    const { createWritable: write } = FileSystemFileHandle.prototype as unknown as {
      readonly createWritable: (this: FileSystemFileHandle) => Promise<FileSystemWritableFileStream>;
    };
    FileSystemFileHandle.prototype.createWritable = function (this: FileSystemFileHandle) {
      if (this.name === 'branch.dmaic' && state.refuses === true) {
        return Promise.reject(new DOMException('the disk is full', 'QuotaExceededError'));
      }
      return write.call(this);
    };
  });
  const readCopy = async (): Promise<{ records: number; size: number }> => {
    const bytes = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle('branch.dmaic')).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    });
    const bundle = await readBundle(new Uint8Array(bytes));
    if (!bundle.ok) throw new Error(bundle.failure.code);
    return { records: bundle.value.records.length, size: bytes.length };
  };
  await openSample(hands);
  await hands.goTo('/settings/storage');
  await expect(page.getByText(t('storage.backupNever'))).toBeVisible();
  await page.getByRole('button', { name: t('storage.copyChoose') }).click();
  await expect(page.getByText(t('storage.copyPlain'))).toBeVisible();
  await expect(page.getByText(t('storage.backupToday', { acts: 0 }))).toBeVisible();
  const first = await readCopy();
  expect(first.records).toBe(16);

  // A later visit goes on with the same file, and a change gets into it by itself.
  await page.reload();
  await expect(page.getByRole('button', { name: t('storage.copyStop') })).toBeVisible();
  await hands.goTo('/files');
  await page
    .getByRole('button', { name: t('shell.undo'), exact: false })
    .first()
    .click();
  await expect(page.getByRole('button', { name: t('shell.redo'), exact: false }).first()).toBeEnabled();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  // While the file is replaced it cannot be read.
  await expect(async () => expect((await readCopy()).size).not.toBe(first.size)).toPass();

  await page
    .getByRole('button', { name: t('shell.redo'), exact: false })
    .first()
    .click();

  // A write that fails leaves the old file and says so on every page.
  await page.evaluate(() => void ((globalThis as unknown as Record<string, unknown>).refuses = true));
  await hands.goTo('/settings/storage');
  const before = await readCopy();
  await page.getByRole('button', { name: t('storage.copyNow') }).click();
  await expect(page.getByRole('alert').first()).toContainText('branch.dmaic');
  expect(await readCopy()).toEqual(before);
  await hands.goTo('/');
  await expect(page.getByText(t('storage.open')).first()).toBeVisible();
  await hands.goTo('/settings/storage');
  // A write that ends under the pointer draws the buttons anew: who misses one clicks again.
  const off = page.getByText(t('storage.copyState.off'));
  await expect(async () => {
    if (!(await off.isVisible()))
      await page.getByRole('button', { name: t('storage.copyStop') }).click({ timeout: 2000 });
    await expect(off).toBeVisible({ timeout: 3000 });
  }).toPass();
  expect(complaints.list).toEqual([]);
});

test('every block is checked on request', async ({ hands }) => {
  const { page, t } = hands;
  await openSample(hands);
  await hands.goTo('/settings/storage');
  await page.getByRole('button', { name: t('storage.checkBegin') }).click();
  await expect(page.getByText(t('storage.sound'), { exact: true })).toBeVisible();

  // What is kept of one customer is found by the number and deleted; of the number itself nothing was ever stored.
  await expect(page.getByText(t('storage.erase.noKeys'))).toBeVisible();
  await hands.goTo('/data/import');
  const lines = ['2024-01-01,C-1', '2024-01-02,C-2', '2024-01-03,c-1', '2024-01-04,C-3'];
  await hands.chooseFile({
    name: 'repeats.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`日期,客户号\n${lines.join('\n')}`),
  });
  await hands.expectChecked();
  await page.getByLabel(t('wizard.customer.label')).selectOption('客户号');
  await expect(page.getByText(t('wizard.customer.becomesKey'))).toBeVisible();
  await expect(page.getByText(t('wizard.customer.kept'))).toBeVisible();
  await hands.expectChecked();
  const id = await hands.store();
  await expect(page.getByRole('grid')).not.toContainText('C-1');
  await hands.goTo('/settings/storage');
  await page.getByLabel(t('storage.erase.number')).fill(' c-1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: 'repeats' })).toContainText(t('storage.erase.of', { n: 4 }));
  await page.getByRole('button', { name: t('storage.erase.ask'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: t('storage.erase.confirm') })).toBeDisabled();
  await dialog.getByLabel(t('storage.erase.understood')).check();
  await dialog.getByRole('button', { name: t('storage.erase.confirm') }).click();
  await expect(page.getByText(t('storage.erase.done', { rows: 2, events: 0 }))).toBeVisible();
  await hands.goTo(`/data/${id}`);
  await expect(page.getByRole('grid')).toContainText('2024-01-04');
  await expect(page.getByRole('grid')).not.toContainText('2024-01-03');
});
