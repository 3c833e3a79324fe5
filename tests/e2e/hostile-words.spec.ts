import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { slices } from '../../src/analyses/registry';
import { artefactKinds } from '../../src/artefacts/registry';
import { hrefTo, parseHash, routes, type RouteName } from '../../src/app/routes';
import { DurableHands } from '../support/durable-hands';
import { hostileWords } from '../support/hostile-words';
import { makeHostile, type HostileWorkbench } from '../support/hostile-workbench';
import { sweep, typeEverywhere } from '../support/sweep';
import { installBoxFont } from '../support/box-font';
import { expect, test, watchContext } from '../support/test';

type Sentence = Parameters<DurableHands['t']>[0];

/** Fills every register that the sample can fill, and saves it all. */
async function saveSample(hands: DurableHands): Promise<Uint8Array<ArrayBuffer>> {
  const { page, t } = hands;
  await hands.start();
  await hands.openSample();
  for (const path of ['/events', '/monitoring']) {
    await hands.goTo(path);
    const fill = page.getByRole('button', { name: t('sample.fill') });
    await fill.click();
    await expect(fill).toHaveCount(0);
  }
  await hands.goTo('/reports');
  const person = page.getByLabel(t('events.who.person'), { exact: true });
  await person.fill('王芳');
  await person.blur();
  await page.getByRole('button', { name: t('report.new'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: t('report.section.overview') })).toBeVisible();
  await hands.goTo('/reports');
  await page.getByRole('button', { name: t('meeting.new'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 3, name: t('meeting.point.decisions') })).toBeVisible();
  await hands.goTo('/files');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t('files.save') }).click();
  return new Uint8Array(readFileSync(await (await download).path()));
}

/** Every address of the product, each with what the records have for it. */
function addresses({ records }: HostileWorkbench): readonly string[] {
  const idsOf = (kind: string): readonly string[] => records.filter((one) => one.kind === kind).map(({ id }) => id);
  const [project] = idsOf('project');
  const outlets = [...new Set(idsOf('outletQuarter').map((id) => id.replace(/^\S+ /, '')))];
  const open = records.filter(({ kind, fields }) => kind === 'survey' && fields.status.value === 'open');
  const phases = ['define', 'measure', 'analyze', 'improve', 'control'];
  const of = (name: RouteName): readonly string[] => {
    switch (name) {
      case 'newAnalysis':
        return ['pareto', 'chartRanking', 'funnelPlot'].map((slice) => hrefTo(name, { slice }));
      case 'project':
      case 'projectThread':
      case 'projectStory':
      case 'projectMap':
      case 'projectWorkshop':
        return [hrefTo(name, { id: project })];
      case 'projectPhase':
        return phases.map((phase) => hrefTo(name, { id: project, phase }));
      case 'projectDocument':
        return artefactKinds.map(({ id }) => hrefTo(name, { id: project, kind: id }, { a: `hostile-${id}` }));
      case 'dataset':
      case 'coding':
        return idsOf('dataset').map((id) => hrefTo(name, { id }));
      case 'outlet':
        // Half of a character has no address of its own.
        return outlets
          .filter((id) => !/\p{Surrogate}/u.test(id))
          .slice(0, 2)
          .map((id) => hrefTo(name, { id }));
      case 'surveyFill':
        return open.map(({ id }) => hrefTo(name, { id }));
      case 'analysis':
      case 'survey':
      case 'event':
      case 'item':
      case 'report':
      case 'meeting':
        return idsOf(name)
          .slice(0, 4)
          .map((id) => hrefTo(name, { id }));
      case 'taxonomyNode':
        return [hrefTo(name, { code: 'G2.2.1' })];
      default:
        return [hrefTo(name)];
    }
  };
  return (Object.keys(routes) as RouteName[]).flatMap(of);
}

/** How many of the words must stand on a page at least before anything is typed there; one, unless it says otherwise. */
const atLeast: { readonly [Name in RouteName]?: number } = {
  // Nothing on them was written by a person.
  import: 0,
  ledgerImport: 0,
  kpi: 0,
  settings: 0,
  storage: 0,
  help: 0,
  // No case has been put there.
  cases: 0,
  dataset: 15,
  projectStory: 10,
  projectMap: 5,
  events: 15,
  event: 4,
  outlets: 15,
  outlet: 5,
  item: 4,
  items: 5,
  meeting: 5,
  taxonomy: 15,
  taxonomyNode: 15,
};

/** Presses what opens a form on a page. */
const forms: { readonly [Name in RouteName]?: Sentence } = {
  projects: 'projects.new',
  events: 'events.register',
  taxonomyNode: 'taxonomy.edit',
  monitoring: 'monitoring.add.recording',
};

/** Moves over the charts from mark to mark, and over their marks with the arrow keys. */
async function hoverMarks(page: Page): Promise<void> {
  for (const chart of (await page.locator('main .chart [role=application]').all()).slice(0, 3)) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) continue;
    for (let i = 1; i < 6; i++) {
      await page.mouse.move(box.x + (box.width * i) / 6, box.y + (box.height * ((i % 3) + 1)) / 4);
    }
    await chart.press('ArrowRight');
    await chart.press('ArrowRight');
  }
}

/** What a person saves by a button, or by an entry of a menu. */
async function save({ page }: DurableHands, menu: string | null, name: string): Promise<Buffer> {
  if (menu !== null) await page.getByRole('button', { name: menu, exact: true }).first().click();
  const button = page.getByRole(menu === null ? 'button' : 'menuitem', { name, exact: true }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await download.path());
}

/**
 * The places of the words in a file of markup, which runs nothing and asks nobody, nor does any drawing in it.
 *
 * @param reader an empty page, where no policy protects who reads the file
 */
async function readInert(reader: Page, text: string, type: DOMParserSupportedType): Promise<readonly number[]> {
  const { live, seen } = await sweep(reader, { text, type });
  if (type !== 'application/xml') {
    await reader.setContent(text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>|<\?xml[^>]*>/, ''));
    live.push(...(await sweep(reader)).live);
  }
  expect(live, text.slice(0, 200)).toEqual([]);
  for (const [, drawing] of text.matchAll(/"data:image\/svg\+xml;charset=utf-8,([^"]*)"/g)) {
    await readInert(reader, decodeURIComponent(drawing), 'image/svg+xml');
  }
  return seen;
}

/** Saves whatever the page that is open can be saved as, and reads it again. */
async function readSaved(hands: DurableHands, name: RouteName, reader: Page): Promise<Record<string, number>> {
  const { t } = hands;
  /** A menu with a word on its button. */
  const twice = (label: Sentence): string => `${t(label)}: ${t(label)}`;
  switch (name) {
    case 'analysis': {
      const picture = await save(hands, t('shell.chartTools'), t('shell.chartSvg'));
      const table = await save(hands, null, t('common.downloadCsv'));
      const { data } = Papa.parse<string[]>(table.toString('utf8').slice(1));
      const cells = data.flat();
      expect(cells.filter((cell) => /^[=+@\t\r\n]/.test(cell.normalize('NFKC').trim()))).toEqual([]);
      await readInert(reader, picture.toString('utf8'), 'image/svg+xml');
      // Long labels are cut.
      const labels = await reader.locator('svg text').allTextContents();
      return {
        chart: labels.filter((label) => hostileWords.some((word) => label.startsWith(word.slice(0, 5)))).length,
        table: hostileWords.filter((word) => cells.some((cell) => cell.includes(word))).length,
      };
    }
    case 'report': {
      const pageFile = await save(hands, twice('report.export'), t('report.exportHtml'));
      const parts = unzipSync(await save(hands, twice('report.export'), t('report.exportDocx')));
      const documents = Object.entries(parts).filter(([part]) => /\.(xml|rels)$/.test(part));
      const words = new Set<number>();
      for (const [, bytes] of documents) {
        const text = strFromU8(bytes);
        expect(text).not.toMatch(/TargetMode|<!DOCTYPE|<!ENTITY/);
        for (const word of await readInert(reader, text, 'application/xml')) words.add(word);
      }
      return { html: (await readInert(reader, pageFile.toString('utf8'), 'text/html')).length, docx: words.size };
    }
    case 'projectMap': {
      const picture = await save(hands, twice('map.tool.file'), t('map.tool.saveSvg'));
      const model = await save(hands, twice('map.tool.file'), t('map.tool.saveBpmn'));
      return {
        drawing: (await readInert(reader, picture.toString('utf8'), 'image/svg+xml')).length,
        model: (await readInert(reader, model.toString('utf8'), 'application/xml')).length,
      };
    }
    default:
      return {};
  }
}

test('X01 forty hostile words in every text of every record and every field run nowhere', async ({
  page,
  browser,
  baseURL,
  locale,
}) => {
  test.setTimeout(900_000);
  const filler = new DurableHands(page);
  const hostile = await makeHostile(await saveSample(filler), hostileWords);
  expect(hostile.texts).toBeGreaterThan(10_000);
  // No policy of ours protects who opens a saved file.
  await page.goto('about:blank');

  const complaints: string[] = [];
  const context = await browser.newContext({ baseURL, locale, serviceWorkers: 'block' });
  await installBoxFont(context);
  await watchContext(context, complaints);
  const hands = new DurableHands(await context.newPage());
  const { page: other, t } = hands;
  other.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await hands.start('/#/files');
  await other
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.dmaic', mimeType: 'application/octet-stream', buffer: Buffer.from(hostile.bytes) });
  await other.getByRole('button', { name: t('files.merge', { n: 1 }) }).click();
  await expect(other.getByText(t('files.historyEmpty'))).toHaveCount(0);

  const everywhere = new Set<number>();
  /** How many of the words stand in each kind of file that was saved. */
  const inFiles: Record<string, number> = {};
  let typed = 0;
  const look = async (place: string): Promise<void> => {
    const { live, seen } = await sweep(other);
    expect([...live, ...complaints], place).toEqual([]);
    seen.forEach((word) => everywhere.add(word));
  };
  for (const address of addresses(hostile)) {
    const name = parseHash(address).name ?? 'home';
    await hands.goTo(address.slice(1));
    const least = atLeast[name] ?? 1;
    await expect.poll(async () => (await sweep(other)).seen.length, address).toBeGreaterThanOrEqual(least);
    for (const [file, count] of Object.entries(await readSaved(hands, name, page))) {
      inFiles[file] = Math.max(inFiles[file] ?? 0, count);
    }
    const tabs = other.locator('main [role=tab]');
    const count = await tabs.count();
    for (let tab = 0; tab < Math.max(1, count); tab++) {
      if (count > 0) await tabs.nth(tab).click();
      await expect(other.locator('[aria-busy=true]')).toHaveCount(0);
      await hoverMarks(other);
      await look(address);
      typed += await typeEverywhere(other, typed);
      await look(`${address}, typed`);
    }
    const form = forms[name];
    if (form !== undefined) {
      if (count > 0) await tabs.nth(0).click();
      await other.getByRole('button', { name: t(form), exact: true }).click();
      await expect(other.getByRole('dialog')).toBeVisible();
      typed += await typeEverywhere(other, typed);
      await look(`${address}, form`);
      await other.keyboard.press('Escape');
      await expect(other.getByRole('dialog')).toHaveCount(0);
    }
    await other.emulateMedia({ media: 'print' });
    await other.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await look(`${address}, on paper`);
    await other.evaluate(() => dispatchEvent(new Event('afterprint')));
    await other.emulateMedia({ media: 'screen' });
  }
  // All forty stood there as they are, or nothing of this would have been shown.
  expect(everywhere.size).toBe(hostileWords.length);
  expect(typed).toBeGreaterThan(500);
  const least = { html: 30, docx: 30, drawing: 3, model: 5, chart: 1, table: 1 };
  for (const [file, words] of Object.entries(least)) expect(inFiles[file], file).toBeGreaterThanOrEqual(words);
  await context.close();
});

test('X01 a file with hostile words for its name, headers, categories and branches runs nowhere', async ({
  page,
  complaints,
  browser,
}) => {
  const hands = new DurableHands(page);
  page.on('dialog', (dialog) => {
    complaints.list.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const away = await browser.newContext();
  const reader = await away.newPage();
  // What finding nothing is worth: read as markup, most of the words are more than text.
  let found = 0;
  for (const word of hostileWords) {
    const text = `<p title="${word}">${word}</p>`;
    if ((await sweep(reader, { text, type: 'text/html' })).live.length > 0) found++;
  }
  expect(found).toBeGreaterThan(25);
  // What UTF-8 can hold, and a table takes as it is.
  const words = hostileWords.filter((word) => !/[\0\u2028]/.test(word));
  const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: 240 }, (_, row) => {
    const day = `2026-${String((row % 12) + 1).padStart(2, '0')}-05`;
    // Later words oftener, so that each column has its order; the shift brings every word before all others somewhere.
    const at = Math.floor(Math.sqrt(row * 6));
    return [day, String(row % 7), ...words.map((_each, column) => field(words[(at + column) % words.length]))].join(
      ',',
    );
  });
  const buffer = Buffer.from([['日期', '量', ...words.map(field)].join(','), ...lines].join('\r\n'));
  const seen = new Set<number>();
  const look = async (place: string): Promise<void> => {
    const swept = await sweep(page);
    expect([...swept.live, ...complaints.list], place).toEqual([]);
    swept.seen.forEach((word) => seen.add(word));
  };
  await hands.start('/#/data/import');
  await hands.chooseFile({ name: `${words[1]}.csv`, mimeType: 'text/csv', buffer });
  await hands.expectChecked();
  await look('import');
  await hands.store();
  await look('rows');
  expect(seen.size).toBeGreaterThanOrEqual(words.length);
  let drawn = 0;
  for (const { id } of slices) {
    await hands.goTo(`/analyse/new/${id}`);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await hoverMarks(page);
    await look(id);
    drawn += await page.locator('main .chart').count();
    if (id !== 'pareto') continue;
    const saved = await readSaved(hands, 'analysis', reader);
    expect(saved['table']).toBeGreaterThan(10);
    expect(saved['chart']).toBeGreaterThan(0);
  }
  expect(drawn).toBeGreaterThan(5);
  await away.close();
});
