import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { PhraseValue } from '../../src/kernel/result';
import type { Hands } from '../support/hands';
import { findStored } from '../support/stored-texts';
import { expect, test } from '../support/test';

const reference = resolve('tests/fixtures/hostile/01_utf8_plain.csv');
const picture = resolve('tests/fixtures/hostile/44_png_renamed.csv');

/** How many records and blocks each store holds. */
async function storedCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the request failed'));
      });
    const counts: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        counts[`${name}/${store}`] = await done(database.transaction(store).objectStore(store).count());
      }
      database.close();
    }
    return counts;
  });
}

async function importReference(hands: Hands): Promise<string> {
  await hands.goTo('/data/import');
  await hands.chooseFile(reference);
  await hands.expectChecked();
  await hands.pick(hands.page.getByRole('combobox', { name: hands.t('wizard.taxonomy.column') }), '投诉类别');
  await hands.pick(hands.linkPicker('排队等候时间长'), 'G2.2.1');
  return hands.store();
}

test('I12 the same file again is noticed before anything is written', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  await importReference(hands);
  const before = await storedCounts(page);

  await hands.goTo('/data/import');
  await hands.chooseFile(reference);
  const notice = t('wizard.check.same', { n: 100, name: '01_utf8_plain' });
  await expect(page.getByText(notice)).toBeVisible();
  await expect(page.getByText(t('wizard.check.nothingNew'))).toBeVisible();
  await expect(page.getByText(t('wizard.remembered'))).toBeVisible();
  await expect(hands.linkPicker('排队等候时间长')).toHaveValue(/^G2\.2\.1 /);
  await expect(hands.storeButton).toBeDisabled();
  expect(await storedCounts(page)).toEqual(before);

  // With a column left out no row compares: the file itself is known.
  await page
    .getByRole('checkbox', { name: t('wizard.columns.include') })
    .nth(2)
    .click();
  const [, behind] = t('wizard.check.stored', { date: '§', name: '01_utf8_plain' }).split('§');
  await expect(page.getByText(behind)).toBeVisible();
  await expect(hands.storeButton).toBeDisabled();
  expect(await storedCounts(page)).toEqual(before);

  await hands.goTo('/data');
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(1);
  expect(await storedCounts(page)).toEqual(before);
});

test('I12 of a file that grew, only the new rows are stored', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  const lines = (rows: number): Buffer =>
    Buffer.from(
      ['编号,类别', ...Array.from({ length: rows }, (_, i) => `A${String(i).padStart(4, '0')},排队`)].join('\r\n'),
    );
  await hands.goTo('/data/import');
  await hands.chooseFile({ name: 'march.csv', mimeType: 'text/csv', buffer: lines(40) });
  await hands.expectChecked();
  await hands.store();

  await hands.goTo('/data/import');
  await hands.chooseFile({ name: 'april.csv', mimeType: 'text/csv', buffer: lines(55) });
  await expect(page.getByText(t('wizard.check.overlap', { n: 40, name: 'march' }))).toBeVisible();
  await expect(page.getByText(t('wizard.check.rows', { n: 15, columns: 2 }))).toBeVisible();
  await hands.store();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '16');
});

test('data that nobody has coded ask for it, and their Pareto chart uses the categories of the file', async ({
  hands,
}) => {
  const { page, t } = hands;
  await hands.start();
  await hands.goTo('/data/import');
  await hands.chooseFile(reference);
  await hands.expectChecked();
  await hands.store();
  const offer = page.getByRole('button', { name: t('wizard.showPareto') });
  await offer.click();
  await hands.expectResult();
  const { rows } = await hands.readTable();
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.map(([name]) => name)).toContain('排队等候时间长');
  await expect(page.getByText(t('analyse.notCoded'))).toBeVisible();

  await hands.goTo('/');
  await expect(page.getByText(t('home.uncoded', { name: '01_utf8_plain' }))).toBeVisible();
  await page.getByRole('link', { name: t('home.code') }).click();
  await hands.pick(page.getByRole('combobox', { name: t('coding.column') }), '投诉类别');
  await hands.pick(hands.linkPicker('排队等候时间长'), 'G2.2.1');
  await hands.goTo('/');
  await expect(page.getByText(t('home.nothingToDo'))).toBeVisible();
});

test('one press stores the rows and shows their Pareto chart; the way back leads to the rows', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  await hands.goTo('/data/import');
  await hands.chooseFile(reference);
  await hands.expectChecked();
  await page.getByRole('button', { name: t('wizard.check.storeAndChart') }).click();
  await hands.expectResult();
  const { rows } = await hands.readTable();
  expect(rows.map(([name]) => name)).toContain('排队等候时间长');
  await expect(page.getByText(t('wizard.check.done', { n: 100 }))).toBeVisible();
  // The chart is there already.
  await expect(page.getByRole('button', { name: t('wizard.showPareto') })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '101');
});

test('I14 a picture with the wrong name is refused in one plain sentence and changes nothing', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  await importReference(hands);
  const before = await storedCounts(page);
  const files = [
    {
      file: picture,
      sentence: hands.translator.phrase(
        { code: 'not-a-table', params: { kind: { as: 'term', key: 'failure.fileKind.image' } } },
        'failure',
      ),
    },
    { file: { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }, sentence: t('failure.empty-file') },
  ];
  for (const { file, sentence } of files) {
    await hands.goTo('/data/import');
    await hands.chooseFile(file);
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toContainText(t('wizard.unchanged'));
    await expect(hands.storeButton).toHaveCount(0);
    expect(await storedCounts(page)).toEqual(before);
  }
});

test('I15 columns of personal data are named where masking is decided, and no number gets into a block', async ({
  hands,
}) => {
  const { page, t } = hands;
  await hands.start();
  await hands.goTo('/data/import');
  await hands.chooseFile(resolve('tests/fixtures/hostile/30_ids_that_look_like_numbers.csv'));
  const kind = (key: string): PhraseValue => ({ as: 'term', key: `privacy.kind.${key}` });
  const columns: PhraseValue = {
    as: 'list',
    items: [
      t('privacy.column', { name: '卡号', kind: kind('bankCard') }),
      t('privacy.column', { name: '身份证号', kind: kind('idCard') }),
    ],
  };
  await expect(page.getByText(t('privacy.whole', { n: 2, columns }))).toBeVisible();
  await page.getByRole('switch', { name: t('privacy.on') }).click();
  await expect(page.getByText(t('privacy.wholeOff', { n: 2, columns }))).toBeVisible();

  await hands.goTo('/data');
  await hands.goTo('/data/import');
  const mobiles = Array.from({ length: 9 }, (_, i) => `138001380${10 + i}`);
  const rows = [...mobiles, '62345678'].map((number, i) => `${number},${i === 4 ? '13900139000' : 7_007_700_700 + i}`);
  const buffer = Buffer.from(['联系方式,量', ...rows].join('\r\n'));
  await hands.chooseFile({ name: '张三_13700137000.csv', mimeType: 'text/csv', buffer });
  await hands.expectChecked();
  await hands.store();
  const numbers = [...mobiles, '62345678', '13900139000', '13700137000'];
  expect(await findStored(page, numbers)).toEqual([]);
  // The same search finds what is stored: it is not blind, neither for texts nor for numbers.
  expect(await findStored(page, ['138****8010', '7007700702'])).toHaveLength(2);
});

test('I14 a folder is refused where it is dropped', async ({ hands }) => {
  await hands.start();
  await hands.goTo('/data/import');
  await hands.dropZone.evaluate((zone) => {
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    const item = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) };
    Object.defineProperty(event, 'dataTransfer', { value: { items: [item], files: [] } });
    zone.dispatchEvent(event);
  });
  await expect(hands.dropZone.getByRole('alert')).toHaveText(hands.t('common.dropFolder'));
});

test('undo takes a coding change back and redo brings it again', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  const id = await importReference(hands);
  await hands.goTo(`/data/${id}/coding`);
  const progress = (coded: number): string =>
    t('coding.progress', { total: 100, coded, uncoded: 100 - coded, share: { as: 'percent', value: coded / 100 } });
  await expect(page.getByText(progress(34))).toBeVisible();

  await hands.pick(hands.linkPicker('柜员服务态度'), 'G3.2.1');
  await expect(page.getByText(progress(49))).toBeVisible();
  const act = hands.translator.phrase({ code: 'history.mapValues', params: {} });
  await page.getByRole('button', { name: t('shell.undoAct', { act }) }).click();
  await expect(page.getByText(progress(34))).toBeVisible();
  await expect(hands.linkPicker('柜员服务态度')).toHaveValue('');
  await page.getByRole('button', { name: t('shell.redoAct', { act }) }).click();
  await expect(page.getByText(progress(49))).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(progress(34))).toBeVisible();

  await page.reload();
  await expect(page.getByText(progress(34))).toBeVisible();
});

test('I08 a date order that the file does not tell is asked and never guessed', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  await hands.goTo('/data/import');
  const buffer = Buffer.from('日期,类别\r\n01/02/2024,排队\r\n03/04/2024,态度\r\n05/06/2024,排队\r\n');
  await hands.chooseFile({ name: 'ambiguous.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText(t('wizard.question.dateOrder', { column: '日期' }))).toBeVisible();
  await expect(hands.storeButton).toHaveCount(0);
  await page.getByRole('radio', { name: t('wizard.dateOrder.dmy') }).click();
  await hands.expectChecked();
  await expect(page.getByRole('region', { name: t('wizard.check.title'), exact: true })).toContainText('2024-02-01');
});

test('a cross-table is turned into a list, as seen before it is stored, and so is the next one @en', async ({
  hands,
}) => {
  const { page, t } = hands;
  const crossTable = resolve('tests/fixtures/hostile/66_xlsx_crosstab_with_totals.xlsx');
  const columns = page.locator('#import-columns');
  const turn = page.getByRole('switch', { name: t('wizard.unpivot.on') });
  const ready = (rows: number, count: number): Promise<void> =>
    expect(page.getByText(t('wizard.check.rows', { n: rows, columns: count }))).toBeVisible();

  await hands.start();
  await hands.goTo('/data/import');
  await hands.chooseFile(crossTable);
  await hands.expectChecked();
  await expect(turn).toBeChecked();
  await ready(8, 3);
  await expect(columns.getByText(t('wizard.unpivot.rowsLeftOut', { rows: '5' }))).toBeVisible();
  await expect(columns.getByRole('cell', { name: '3月', exact: true }).first()).toBeVisible();

  // The file as it stands: three branches, three months.
  await turn.click();
  await ready(3, 4);
  await expect(turn).not.toBeChecked();
  await turn.click();
  await ready(8, 3);

  const name = columns.getByRole('textbox', { name: t('wizard.unpivot.value') });
  await name.fill('投诉量');
  await name.press('Enter');
  await ready(8, 3);
  await hands.expectChecked();
  await hands.store();
  await expect(page.getByRole('columnheader', { name: '投诉量' })).toBeVisible();

  await hands.goTo('/data/import');
  await hands.chooseFile(crossTable);
  await expect(page.getByText(t('wizard.remembered'))).toBeVisible();
  await expect(columns.getByRole('textbox', { name: t('wizard.unpivot.value') })).toHaveValue('投诉量');
});

test('columns that no one would take for periods become rows when asked', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start();
  await hands.goTo('/data/import');
  const text = '网点,柜面,热线\n城东,3,4\n城西,5,\n';
  await hands.chooseFile({ name: '渠道.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await hands.expectChecked();
  await expect(page.getByRole('switch', { name: t('wizard.unpivot.on') })).toHaveCount(0);
  await page.getByRole('button', { name: t('wizard.unpivot.ask') }).click();
  await expect(page.getByText(t('wizard.check.rows', { n: 3, columns: 3 }))).toBeVisible();
});

test('I11 I13 of a file beyond the limit nothing is read; one of 300 MB can be stopped and leaves nothing', async ({
  hands,
}) => {
  const { page, t } = hands;
  await hands.start('/#/data/import');
  const before = await storedCounts(page);
  // The same piece many times over: the browser keeps it once.
  const offer = (megabytes: number): Promise<void> =>
    hands.dropZone.locator('input[type=file]').evaluate((input: HTMLInputElement, pieces) => {
      const line = '2026-03-05,排队等候时间长,大堂,"客户反映等候超过四十分钟，希望增开窗口"\n';
      const piece = new Blob([line.repeat(Math.ceil(2 ** 20 / new Blob([line]).size))]);
      const transfer = new DataTransfer();
      transfer.items.add(new File(['日期,类别,渠道,内容\n', ...Array<Blob>(pieces).fill(piece)], 'year.csv'));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, megabytes);

  await offer(1_100);
  await expect(page.getByText(t('failure.file-too-large', { limit: 1 }))).toBeVisible();

  await page.evaluate(
    ([label]) => {
      setInterval(() => {
        const bar = document.querySelector<HTMLProgressElement>('main progress');
        const stop = [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === label);
        if (bar && bar.value > 0.5) stop?.click();
      }, 10);
    },
    [t('common.cancel')] as const,
  );
  await offer(300);
  await expect(page.getByText(t('wizard.cancelled'))).toBeVisible();
  expect(await storedCounts(page)).toEqual(before);
});
