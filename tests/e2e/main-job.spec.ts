import { cfpbJob, coreExportJob, countCodes, type MainJob } from '../support/main-jobs';
import { numberIn, type Hands, type ScreenTable } from '../support/hands';
import { test, visit } from '../support/site-test';
import { findStored } from '../support/stored-texts';
import { expect } from '../support/test';

test.describe.configure({ mode: 'parallel' });

/** Everything that a saved analysis shows, by its name. */
type Saved = Readonly<Record<string, ScreenTable>>;

test('I15 P01 the main job on a core system export, and all of it again with the server stopped', async ({
  hands,
  openSite,
}) => {
  const site = await openSite('/');
  await visit(hands.page, site.url);
  const job = coreExportJob();
  expect(job.secrets.length).toBeGreaterThan(2000);

  await hands.goTo('/data/import');
  await hands.chooseFile(job.path);
  const datasetId = await importJob(hands, job);
  expect(await findStored(hands.page, job.secrets), 'personal data were stored').toEqual([]);
  // The same search finds what is stored: it is not blind.
  expect(await findStored(hands.page, ['138****3584', '临港支行'])).toHaveLength(2);
  const saved = await analyse(hands, job, datasetId);

  await site.stop();
  await hands.page.reload();
  await expectAllThere(hands, job, datasetId, saved);
});

test('the main job on real complaints, and all of it again with the server stopped', async ({ hands, openSite }) => {
  const job = cfpbJob();
  test.skip(
    job === null,
    'REAL_DATA is not set or holds no cfpb_complaints_2013_and_2016-01.csv: nothing real was tested',
  );
  if (!job) return;
  const site = await openSite('/');
  await visit(hands.page, site.url);

  await hands.goTo('/data/import');
  await hands.dropFile(job.path);
  const datasetId = await importJob(hands, job);
  const saved = await analyse(hands, job, datasetId);

  await site.stop();
  await hands.page.reload();
  await expectAllThere(hands, job, datasetId, saved);
});

/** Checks what was recognised, maps the categories with the keyboard and stores. */
async function importJob(hands: Hands, job: MainJob): Promise<string> {
  const { page, t } = hands;
  await hands.expectChecked();
  const file = page.getByRole('region', { name: t('wizard.step.file'), exact: true });
  await expect(file.getByLabel(t('wizard.facts.encoding'))).toHaveValue(job.encoding);
  await expect(file.getByLabel(t('wizard.facts.delimiter'))).toHaveValue(',');
  await expect(file.getByLabel(t('wizard.facts.header'))).toHaveValue(String(job.headerRow));
  await expect(file).toContainText(hands.translator.formats.number(job.rows));

  if (Object.keys(job.masked).length === 0) await expect(page.getByText(t('privacy.foundNone'))).toBeVisible();
  for (const [kind, count] of Object.entries(job.masked)) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: hands.word(`privacy.kind.${kind}`), exact: true }) });
    await expect(row.getByRole('cell').nth(1)).toHaveText(hands.translator.formats.number(count));
  }

  await hands.pick(page.getByRole('combobox', { name: t('wizard.taxonomy.column') }), job.codeColumn);
  for (const [value, code] of Object.entries(job.links)) await hands.pick(hands.linkPicker(value), code);
  const coded = Object.keys(job.links).reduce((sum, value) => sum + job.categories[value], 0);
  const named = Object.entries(job.categories).filter(([value]) => value !== '');
  const mapped = t('wizard.taxonomy.mapped', {
    n: Object.keys(job.links).length,
    of: named.length,
    share: { as: 'percent', value: coded / named.reduce((sum, [, rows]) => sum + rows, 0) },
  });
  await expect(page.getByText(mapped)).toBeVisible();
  return hands.store();
}

async function analyse(hands: Hands, job: MainJob, datasetId: string): Promise<Saved> {
  return {
    pareto: await paretoToRows(hands, job, datasetId),
    chart: await lateResponses(hands, job, datasetId),
    dpmo: await sigmaLevel(hands, job, datasetId),
  };
}

/** Opens the Pareto and goes down to the rows and back with the keyboard. */
async function paretoToRows(hands: Hands, job: MainJob, datasetId: string): Promise<ScreenTable> {
  const { page, t } = hands;
  await hands.goTo(`/analyse/new/pareto?dataset=${datasetId}`);
  await hands.expectResult();
  const top = await hands.readTable();
  expectCounts(top, countCodes(job, 1), hands);

  const category = top.rows[0][0];
  await drillFirst(hands);
  await expect(hands.resultTable).toContainText(`${category}.`);
  const aspects = await hands.readTable();
  expectCounts(aspects, countCodes(job, 2, category), hands);

  const aspect = aspects.rows[0][0];
  await drillFirst(hands);
  await expect(hands.resultTable).toContainText(`${aspect}.`);
  const links = await hands.readTable();
  expectCounts(links, countCodes(job, 3, aspect), hands);

  await drillFirst(hands);
  const dialog = page.getByRole('dialog', { name: t('data.rowsBehind') });
  const rows = countCodes(job, 3)[links.rows[0][0]];
  await expect(dialog).toContainText(t('data.filtered', { n: rows, total: job.rows }));
  await expect(dialog.getByRole('grid')).toHaveAttribute('aria-rowcount', String(rows + 1));
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const trail = page.getByRole('navigation', { name: t('analyse.up') });
  await trail.getByRole('button').nth(1).click();
  await expect.poll(() => hands.readTable()).toEqual(aspects);
  await trail.getByRole('button').first().click();
  await expect.poll(() => hands.readTable()).toEqual(top);
  await hands.saveAnalysis('pareto');
  return top;
}

/** Opens what lies behind the first bar, as a person without a mouse does. */
async function drillFirst(hands: Hands): Promise<void> {
  await hands.expectResult();
  await hands.chart.focus();
  await hands.page.keyboard.press('ArrowRight');
  await hands.page.keyboard.press('Enter');
}

/** Code, rows and share of every bar; the empty code stands for the uncoded. */
function expectCounts({ rows }: ScreenTable, counts: Readonly<Record<string, number>>, hands: Hands): void {
  const shown = Object.fromEntries(rows.slice(0, -1).map(([code, , count]) => [code, numberIn(count)]));
  expect(shown).toEqual(counts);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(numberIn(rows[rows.length - 1][2])).toBe(total);
  for (const [code, , , share] of rows.slice(0, -1)) {
    expect(share, code).toBe(hands.translator.formats.percent(counts[code] / total, 1));
  }
}

async function lateResponses(hands: Hands, job: MainJob, datasetId: string): Promise<ScreenTable> {
  const { t, options } = hands;
  await hands.goTo(`/analyse/new/controlChart?dataset=${datasetId}`);
  await hands.expectResult();
  const field = (key: string): string => hands.field('controlChart', key);
  await options.getByLabel(field('chart')).selectOption('p');
  await options.getByLabel(field('subgroup')).selectOption('month');
  await hands.pick(options.getByRole('combobox', { name: field('dateColumn') }), job.late.dateColumn);
  await hands.pick(options.getByRole('combobox', { name: field('countedColumn') }), job.late.column);
  await chooseOnly(hands, field('countedValues'), t(`data.${job.late.value}`));

  const months = Object.entries(job.late.months);
  const late = months.reduce((sum, [, month]) => sum + month.late, 0);
  const center = late / job.rows;
  await expect(hands.resultTable.getByRole('row', { name: months[0][0] })).toContainText(
    hands.translator.formats.percent(center, 2),
  );
  const table = await hands.readTable();
  const shown = new Map(table.rows.map((row) => [row[0], row]));
  for (const [month, { late: count, n }] of months) {
    const deviation = 3 * Math.sqrt((center * (1 - center)) / n);
    const [, counted, size, value, lower, middle, upper, note] = shown.get(month) ?? [];
    expect([counted, size].map(numberIn), month).toEqual([count, n]);
    for (const [cell, wanted] of [
      [value, count / n],
      [lower, Math.max(0, center - deviation)],
      [middle, center],
      [upper, Math.min(1, center + deviation)],
    ] as const) {
      expect(numberIn(cell), month).toBeCloseTo(wanted, 3.7);
    }
    expect(note !== '', month).toBe(count / n > center + deviation || count / n < center - deviation);
  }
  // Months without rows are shown as gaps, never as good months.
  for (const [label, counted, size] of table.rows) {
    if (!Object.hasOwn(job.late.months, label)) expect([counted, size], label).toEqual(['–', '0']);
  }
  await hands.saveAnalysis('chart');
  return table;
}

/** Ticks one value of a list and no other. */
async function chooseOnly(hands: Hands, label: string, value: string): Promise<void> {
  const list = hands.options.getByRole('group', { name: label });
  await expect(list.getByRole('checkbox').first()).toBeVisible();
  for (const item of await list.getByRole('listitem').all()) {
    const isWanted = (await item.locator('.name').innerText()) === value;
    await item.getByRole('checkbox').setChecked(isWanted);
  }
}

async function sigmaLevel(hands: Hands, job: MainJob, datasetId: string): Promise<ScreenTable> {
  const { t, options } = hands;
  await hands.goTo(`/analyse/new/dpmo?dataset=${datasetId}`);
  await expect(options).toBeVisible();
  const field = (key: string): string => hands.field('dpmo', key);
  await options.getByLabel(field('defects')).selectOption('values');
  await hands.pick(options.getByRole('combobox', { name: field('countedColumn') }), job.late.column);
  await chooseOnly(hands, field('countedValues'), t(`data.${job.late.value}`));
  await options.getByLabel(field('units')).selectOption('rows');

  const defects = Object.values(job.late.months).reduce((sum, month) => sum + month.late, 0);
  const dpmo = (defects / job.rows) * 1e6;
  await hands.expectResult();
  const total = hands.resultTable.getByRole('row').last();
  await expect(total).toContainText(hands.translator.formats.number(dpmo, 1));
  const table = await hands.readTable();
  const [, counted, units, opportunities] = table.rows[table.rows.length - 1];
  expect([counted, units, opportunities].map(numberIn)).toEqual([defects, job.rows, job.rows]);
  await hands.saveAnalysis('dpmo');
  return table;
}

async function expectAllThere(hands: Hands, job: MainJob, datasetId: string, saved: Saved): Promise<void> {
  const { page, t } = hands;
  await hands.goTo(`/data/${datasetId}`);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(job.rows + 1));
  await hands.goTo(`/data/${datasetId}/coding`);
  const { '': uncoded = 0 } = countCodes(job, 1);
  const coded = job.rows - uncoded;
  const progress = t('coding.progress', {
    total: job.rows,
    coded,
    uncoded,
    share: { as: 'percent', value: coded / job.rows },
  });
  await expect(page.getByText(progress)).toBeVisible();
  for (const [value, code] of Object.entries(job.links).slice(0, 3))
    await expect(hands.linkPicker(value)).toHaveValue(new RegExp(`^${code} `));
  for (const [name, table] of Object.entries(saved)) {
    await hands.goTo('/analyse');
    await page.getByRole('link', { name, exact: true }).click();
    await hands.expectResult();
    expect(await hands.readTable(), name).toEqual(table);
  }
}
