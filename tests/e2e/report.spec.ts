import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Locator } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { dayFromNow } from '../support/day-from-now';
import type { Hands } from '../support/hands';
import { expect, test } from '../support/test';

const box = ({ page }: Hands, label: string): Locator => page.getByRole('textbox', { name: label, exact: true });
const button = ({ page }: Hands, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Types into a field and leaves it. */
async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}

async function work(hands: Hands, person: string): Promise<void> {
  const field = hands.page.getByLabel(hands.t('events.who.person'), { exact: true });
  await type(field, person);
  await expect(field).toHaveValue(person);
}

/** A ledger of the quarter that runs: its days, as far as it has come. */
function ledgerFile(): { readonly csv: string; readonly count: number } {
  const now = new Date();
  const start = Date.UTC(now.getFullYear(), Math.floor(now.getMonth() / 3) * 3, 1);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.round((today - start) / 86_400_000);
  const count = 40;
  const lines = Array.from({ length: count }, (_, i) => {
    const day = new Date(start + Math.floor((i * days) / count) * 86_400_000).toISOString().slice(0, 10);
    // Two in five are of one link; the last is for a person to code.
    const link = i === count - 1 ? '' : i % 5 < 2 ? 'G2.2.1' : i % 5 === 2 ? 'G3.1.1' : 'G4.1.1';
    const outlet = ['城关支行', '安宁支行', '西固支行'][i % 3];
    const text =
      i === count - 1
        ? '上午九点取号，前面三十多人，排队等了两个多小时才办上。'
        : `窗口少，等候时间长，第${i + 1}次反映`;
    return [
      `T${1000 + i}`,
      `${day} 09:30`,
      '客服热线',
      outlet,
      `排队时间长${i + 1}`,
      text,
      '柜面',
      '借记卡',
      '王芳',
      i % 10 === 0 ? '4' : '3',
      link,
    ].join(',');
  });
  const header = '编号,受理时间,来源,机构,标题,事件经过,业务办理渠道,业务类别,责任人,严重度,服务环节';
  return { csv: [header, ...lines].join('\r\n'), count };
}

/** Raises an item from an event, and leads it to the panel of its verifier. */
async function leadToVerification(hands: Hands, search: string): Promise<void> {
  const { page, t } = hands;
  // Away and back: the list forgets what it was narrowed to.
  await hands.goTo('/reports');
  await work(hands, '王芳');
  await hands.goTo('/events');
  await page.getByRole('radio', { name: t('events.views.all') }).check({ force: true });
  await type(page.getByRole('searchbox', { name: t('events.search') }), search);
  await page.getByRole('grid').getByText(search, { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: search })).toBeVisible();
  await button(hands, t('events.raise')).click();
  await type(box(hands, t('rectification.field.owner')), '王芳');
  await type(page.getByLabel(t('rectification.field.due'), { exact: true }), dayFromNow(60));
  await type(box(hands, t('rectification.field.rootCause')), '发薪日窗口不足');
  await type(box(hands, t('rectification.field.metric')), '等候达标率');
  await page
    .getByLabel(t('rectification.field.test'), { exact: true })
    .selectOption({ label: t('rectification.test.share') });
  await page
    .getByLabel(t('rectification.field.direction'), { exact: true })
    .selectOption({ label: t('rectification.direction.higher') });
  await type(page.getByLabel(t('rectification.field.baselineValue'), { exact: true }), '82.5');
  await type(page.getByLabel(t('rectification.field.target'), { exact: true }), '89');
  await type(page.getByLabel(t('rectification.field.neededN'), { exact: true }), '500');
  await button(hands, t('rectification.step.open')).click();
  await button(hands, t('rectification.step.start')).click();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '排班表.csv', mimeType: 'text/csv', buffer: Buffer.from('日期,窗口\n1,4\n') });
  await expect(page.getByText('排班表.csv')).toBeVisible();
  await submitToVerifier(hands);
}

async function submitToVerifier(hands: Hands): Promise<void> {
  const { t } = hands;
  await button(hands, t('rectification.step.submit')).click();
  await button(hands, t('rectification.step.beginVerification')).click();
  await box(hands, t('rectification.form.verifier')).fill('赵敏');
  await button(hands, t('events.form.do', { step: t('rectification.step.beginVerification') })).click();
  await expect(button(hands, t('rectification.verify.close'))).toBeVisible();
}

async function enterEffect({ page, t }: Hands, before: number, after: number): Promise<void> {
  for (const [side, cases] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const group = page.getByRole('group', { name: t(`rectification.side.${side}`), exact: true });
    await type(group.getByLabel(t('rectification.count.cases'), { exact: true }), String(cases));
    await type(group.getByLabel(t('rectification.count.of'), { exact: true }), '1000');
  }
}

/** Every number of the document on the screen, by the id of its figure. */
async function numbersOnScreen({ page }: Hands): Promise<Readonly<Record<string, string>>> {
  return page
    .locator('article button[data-figure]')
    .evaluateAll((buttons) =>
      Object.fromEntries(
        buttons.map((one) => [(one as HTMLElement).dataset['figure'] ?? '', one.textContent.trim()] as const),
      ),
    );
}

async function exportAs({ page, t }: Hands, name: string): Promise<Download> {
  await page.getByRole('button', { name: `${t('report.export')}: ${t('report.export')}` }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name, exact: true }).click(),
  ]);
  return download;
}

interface StoredCounts {
  readonly events: number;
  readonly verified: number;
  readonly effective: number;
  readonly returned: number;
  readonly reopened: number;
}

/** What a quarter holds, counted from the records themselves. */
async function countStored({ page }: Hands, quarter: string): Promise<StoredCounts> {
  return page.evaluate(async (name) => {
    type Fields = Record<string, { readonly value: unknown } | undefined>;
    const opening = indexedDB.open('service-quality-workbench');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = (kind: string): Promise<{ readonly fields: Fields }[]> =>
      new Promise((resolve) => {
        const request = database.transaction(kind).objectStore(kind).getAll();
        request.onsuccess = () => resolve(request.result as { readonly fields: Fields }[]);
      });
    const [events, items] = await Promise.all([all('event'), all('item')]);
    database.close();
    const isWithin = (at: unknown): boolean => {
      if (typeof at !== 'number') return false;
      const date = new Date(at);
      return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}` === name;
    };
    const happened = (fields: Fields, action: string): boolean =>
      Object.entries(fields).some(([field, register]) => {
        const entry = register?.value as { at?: unknown; action?: unknown } | null | undefined;
        return field.startsWith('log.') && entry?.action === action && isWithin(entry.at);
      });
    const live = items.filter(
      ({ fields }) => fields['deleted']?.value !== true && fields['status']?.value !== 'cancelled',
    );
    const closed = live.filter(({ fields }) => happened(fields, 'close'));
    return {
      events: events.filter(
        ({ fields }) =>
          fields['deleted']?.value !== true &&
          !['withdrawn', 'merged'].includes(String(fields['status']?.value)) &&
          isWithin(fields['receivedAt']?.value),
      ).length,
      verified: live.filter(({ fields }) => happened(fields, 'close') || happened(fields, 'return')).length,
      effective: closed.filter(({ fields }) => fields['verdict']?.value === 'effective').length,
      returned: live.filter(({ fields }) => happened(fields, 'return')).length,
      reopened: live.filter(({ fields }) => happened(fields, 'reopen')).length,
    };
  }, quarter);
}

/** The text of a DOCX as LibreOffice reads it; null where it is not installed. */
function readWithOffice(path: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        path,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return readFileSync(join(folder, 'report.txt'), 'utf8');
}

test('a quarter is lived, and its report issued', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start('/');
  await button(hands, t('home.door.sample.action')).click();
  await hands.expectResult();

  // The ledger comes from a file; one case is left for a person to code.
  const { csv, count } = ledgerFile();
  await hands.goTo('/events/import');
  await work(hands, '王芳');
  await hands.chooseFile({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await button(hands, t('ledger.check.store', { n: count })).click();
  await expect(page.getByRole('heading', { level: 1, name: t('events.title') })).toBeVisible();
  await page.getByRole('radio', { name: t('events.views.uncoded') }).check({ force: true });
  await type(page.getByRole('searchbox', { name: t('events.search') }), '前面三十多人');
  await expect(page.getByText('排队等了两个多小时才办上').first()).toBeVisible();
  await page
    .getByRole('group', { name: t('events.coding.suggestions') })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByText(t('events.noneShown'))).toBeVisible();

  // An address leads to the events of one outlet, and keeps to it.
  await hands.goTo(`/events?view=all&outlet=${encodeURIComponent('西固支行')}`);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '14');
  await page.getByLabel(t('events.field.outlet'), { exact: true }).selectOption('安宁支行');
  await expect(page).toHaveURL(new RegExp(encodeURIComponent('安宁支行')));

  // One measure proves effective, another does not and goes back.
  await leadToVerification(hands, '排队时间长1');
  await enterEffect(hands, 825, 892);
  await box(hands, t('rectification.verify.note', { name: '赵敏' })).fill('抽查两周，排班落实');
  await work(hands, '赵敏');
  await button(hands, t('rectification.verify.close')).click();
  await expect(button(hands, t('rectification.step.reopen'))).toBeVisible();
  await leadToVerification(hands, '排队时间长2');
  await enterEffect(hands, 825, 826);
  await box(hands, t('rectification.verify.note', { name: '赵敏' })).fill('没有改善');
  await work(hands, '赵敏');
  await button(hands, t('rectification.verify.sendBack')).click();
  await expect(page.getByText(t('rectification.status.returned')).first()).toBeVisible();

  // Its second round looks good, until a re-check finds it without effect: it is reopened.
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '复查.csv', mimeType: 'text/csv', buffer: Buffer.from('日期,窗口\n1,5\n') });
  await expect(page.getByText('复查.csv')).toBeVisible();
  await work(hands, '王芳');
  await submitToVerifier(hands);
  await enterEffect(hands, 825, 892);
  await box(hands, t('rectification.verify.note', { name: '赵敏' })).fill('达到目标');
  await work(hands, '赵敏');
  await button(hands, t('rectification.verify.close')).click();
  await button(hands, t('rectification.step.reopen')).click();
  await box(hands, t('rectification.form.reason')).fill('复查发现等候时间回升，措施无效');
  await button(hands, t('events.form.do', { step: t('rectification.step.reopen') })).click();
  await expect(page.getByText(t('rectification.status.reopened')).first()).toBeVisible();

  // Outlets are ranked.
  await hands.goTo('/outlets');
  await work(hands, '王芳');
  const outlets = ['城关支行', '安宁支行', '西固支行', '红古支行'].map((name, i) =>
    [name, '城区', i === 1 ? 120 : 185, 200, 80, 100, 19, 20, 18, 20, 18, 20, 1, 20, 88, 0].join('\t'),
  );
  await type(page.getByLabel(t('outlets.table'), { exact: true }), outlets.join('\n'));
  await button(hands, t('outlets.save')).click();
  await expect(page.getByRole('cell', { name: t('outlets.level.below') }).first()).toBeVisible();
  await page.waitForURL(/outlets\?quarter=/);

  // The meeting decides on the outlet that lags behind; the decision becomes an item.
  await hands.goTo('/reports');
  await button(hands, t('meeting.new')).click();
  const lagging = page.getByRole('listitem').filter({ hasText: '安宁支行：' });
  await lagging.getByRole('button', { name: t('meeting.addTopic') }).click();
  await expect(lagging.getByText(t('meeting.listed'))).toBeVisible();
  const topic = page.getByRole('region', { name: /^安宁支行/ });
  await type(topic.getByLabel(t('meeting.decision'), { exact: true }), '安宁支行增设弹性窗口');
  await expect(topic.getByText(t('meeting.outcome.decided'))).toBeVisible();
  await type(topic.getByLabel(t('meeting.owner'), { exact: true }), '李强');
  await topic.getByRole('button', { name: t('meeting.raise'), exact: true }).click();
  await expect(topic.getByRole('link', { name: t('meeting.raised') })).toBeVisible();
  await type(box(hands, t('meeting.ownTopic')), '下季度抽查');
  await button(hands, t('meeting.add')).click();
  await type(page.getByLabel(t('meeting.attendees'), { exact: true }), '王芳、李强');
  await button(hands, t('meeting.hold')).click();
  await expect(page.getByText('SHA-256').first()).toBeVisible();
  await button(hands, t('meeting.close')).click();
  await expect(page.getByText(t('meeting.status.closed'), { exact: true })).toBeVisible();
  await expect(page.getByText(t('meeting.outcome.carried'), { exact: true }).first()).toBeVisible();

  // The report of the quarter: its numbers are those of what was done.
  await hands.goTo('/reports');
  const now = new Date();
  const quarter = `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
  await page.getByLabel(t('report.quarter'), { exact: true }).selectOption(quarter);
  await button(hands, t('report.new')).click();
  await expect(page.getByRole('heading', { level: 2, name: t('report.section.improvement') })).toBeVisible();
  const drafted = await numbersOnScreen(hands);
  const stored = await countStored(hands, quarter);
  expect(stored.events).toBeGreaterThanOrEqual(count);
  expect(stored.effective).toBeGreaterThanOrEqual(1);
  expect(stored.returned).toBeGreaterThanOrEqual(1);
  expect(stored.reopened).toBe(1);
  expect(drafted['overview.total']).toBe(String(stored.events));
  expect(drafted['improvement.verified']).toBe(String(stored.verified));
  expect(drafted['improvement.effective']).toBe(String(stored.effective));
  expect(drafted['improvement.returned']).toBe(String(stored.returned));
  expect(drafted['improvement.reopened']).toBe(String(stored.reopened));
  expect(Number(drafted['analysis.outlets.below'])).toBeGreaterThanOrEqual(1);

  // A number leads to its rows.
  await page.locator('button[data-figure="analysis.link.G3.1.1"]').click();
  const rows = page.getByRole('dialog');
  await expect(rows.getByText(t('report.rowsCount', { n: Number(drafted['analysis.link.G3.1.1']) }))).toBeVisible();
  await page.keyboard.press('Escape');

  // A text with a phone number in it is not issued.
  const written = page.getByLabel(t('report.text.overview'), { exact: true });
  await type(written, '请致电13800138000核实。');
  await expect(page.getByText(t('report.checkLevel.stop'))).toBeVisible();
  await expect(button(hands, t('report.issue'))).toBeDisabled();
  await type(written, '本季度以排队问题为主。');
  await expect(button(hands, t('report.issue'))).toBeEnabled();
  await button(hands, t('report.issue')).click();
  await button(hands, t('report.issueAnyway')).click();
  await expect(page.getByText('SHA-256').first()).toBeVisible();
  const issued = await numbersOnScreen(hands);
  expect(issued).toEqual(drafted);

  // As a document: the same numbers, and a word processor opens it.
  const download = await exportAs(hands, t('report.exportDocx'));
  const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.docx');
  await download.saveAs(path);
  const main = strFromU8(unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml']);
  const linked = [...main.matchAll(/<w:hyperlink [^>]*>.*?<\/w:hyperlink>/g)].map(([link]) =>
    link.replace(/<[^>]*>/g, ''),
  );
  const onScreen = await page.locator('article button[data-figure]').allTextContents();
  expect(linked).toEqual(onScreen.map((text) => text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')));
  // Months, Pareto and funnel, the effect of both items, and the Pareto charts of the sample's imported data.
  const pictures = await page.locator('article figure').count();
  expect(pictures).toBeGreaterThanOrEqual(5);
  expect(
    Object.keys(unzipSync(new Uint8Array(readFileSync(path)))).filter((name) => name.endsWith('.png')),
  ).toHaveLength(pictures);
  const text = readWithOffice(path);
  if (text === null) test.info().annotations.push({ type: 'skipped', description: 'LibreOffice is not installed' });
  else {
    expect(text).toContain(t('report.section.overview'));
    expect(text).toContain('本季度以排队问题为主。');
    expect(text).toContain(`共受理服务事件 ${stored.events} 件`);
  }

  // What was issued stays, whatever the ledger becomes; a correction says what changed.
  await hands.goTo('/events');
  await page.getByRole('radio', { name: t('events.views.all') }).check({ force: true });
  await type(page.getByRole('searchbox', { name: t('events.search') }), '排队时间长3');
  await page.getByRole('grid').getByText('排队时间长3', { exact: true }).click();
  await button(hands, t('events.step.withdraw')).click();
  await box(hands, t('events.form.reason')).fill('客户撤诉');
  await button(hands, t('events.form.do', { step: t('events.step.withdraw') })).click();
  await expect(page.getByText(t('events.status.withdrawn')).first()).toBeVisible();
  await hands.goTo('/reports');
  await page.getByRole('link', { name: quarter }).click();
  await expect(page.getByText('SHA-256').first()).toBeVisible();
  await expect.poll(() => numbersOnScreen(hands)).toEqual(drafted);
  await button(hands, t('report.correct')).click();
  await expect(page.getByText(t('report.version', { n: 2 }), { exact: true }).first()).toBeVisible();
  const changes = page.getByRole('list', { name: t('report.changeColumns.label') });
  await expect(
    changes
      .getByRole('listitem')
      .filter({ hasText: `${count}` })
      .first(),
  ).toContainText(String(count - 1));
});
