import { BpmnModdle } from 'bpmn-moddle';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { readBpmn } from '../../src/domain/process-map/bpmn/read-bpmn';
import { writeBpmn } from '../../src/domain/process-map/bpmn/write-bpmn';
import { findViolations } from '../support/accessibility';
import type { Hands } from '../support/hands';
import { loanMap } from '../support/sample-map';
import { expect, test } from '../support/test';

const signavio = resolve('tests/fixtures/bpmn/signavio-hiring.bpmn');

async function openMap(hands: Hands): Promise<void> {
  const { page, t } = hands;
  await page.goto('/');
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/projects');
  const href = await page.locator('main a[href*="/projects/"]').first().getAttribute('href');
  const id = /projects\/([^/?]+)/.exec(href ?? '')?.[1] ?? '';
  await hands.goTo(`/projects/${id}/map`);
}

async function openFile(
  { page, t }: Hands,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByLabel(t('map.tool.openBpmn')).setInputFiles(file);
  await expect(page.locator('.svelte-flow__node').first()).toBeVisible();
}

async function openLoan(hands: Hands, steps: number): Promise<void> {
  const written = await writeBpmn(loanMap(steps), null);
  if (!written.ok) throw new Error(written.failure.code);
  await openFile(hands, { name: 'loan.bpmn', mimeType: 'application/xml', buffer: Buffer.from(written.value) });
}

const step = ({ page }: Hands, name: string): Locator =>
  page.locator('.svelte-flow__node').filter({ hasText: name }).first();

function canvas({ page, t }: Hands, steps: number, lanes: number): Locator {
  return page.getByRole('group', { name: t('map.canvas', { steps, lanes }) });
}

test('a map is edited by mouse and keys, calculates as one types, and every act is undone', async ({ hands }) => {
  const { page, t } = hands;
  await openMap(hands);
  await openLoan(hands, 40);
  await expect(canvas(hands, 40, 6)).toBeVisible();

  const node = step(hands, '扫描资料');
  await node.click();
  const lead = page.locator('aside dd').first();
  const before = await lead.innerText();
  await page.getByLabel(t('map.field.waitMinutes')).fill('6000');
  await expect(lead).not.toHaveText(before);

  const lane = page.getByLabel(t('map.field.lane'), { exact: true });
  const home = await lane.inputValue();
  const box = await node.boundingBox();
  if (!box) throw new Error('the step is not on the screen');
  await page.mouse.move(box.x + 60, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + 90, { steps: 5 });
  await page.mouse.move(box.x + 70, box.y + 160, { steps: 5 });
  await page.mouse.up();
  await expect(lane).not.toHaveValue(home);

  await page.keyboard.press('+');
  await expect(canvas(hands, 41, 6)).toBeVisible();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(canvas(hands, 42, 6)).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(canvas(hands, 41, 6)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(canvas(hands, 42, 6)).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(canvas(hands, 41, 6)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(canvas(hands, 42, 6)).toBeVisible();

  await test.step('without a mouse: rename, connect, into the next lane', async () => {
    await step(hands, '扫描资料').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('影像录入');
    await page.keyboard.press('Enter');
    await expect(step(hands, '影像录入')).toBeFocused();
    await page.keyboard.press('c');
    await page.keyboard.type('复核');
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('复核');
    await page.keyboard.press('Enter');
    await expect(page.locator('aside').getByText(/影像录入 → .*复核/)).toBeVisible();
    await expect(step(hands, '影像录入')).toBeFocused();
    const here = await lane.inputValue();
    for (let press = 0; press < 8 && (await lane.inputValue()) === here; press++)
      await page.keyboard.press('Shift+ArrowUp');
    await expect(lane).not.toHaveValue(here);
  });

  await test.step('aligned, fitted and turned', async () => {
    // Two that lie apart from what was moved, so that nothing covers them.
    const pair = [step(hands, '填写申请'), step(hands, '核对身份')] as const;
    await pair[0].click();
    await pair[1].click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: new RegExp(`^${t('map.tool.align')}`) }).click();
    await page.getByRole('menuitem', { name: t('map.tool.left') }).click();
    const left = async (node: Locator): Promise<number> => Math.round((await node.boundingBox())?.x ?? NaN);
    await expect.poll(async () => (await left(pair[0])) - (await left(pair[1]))).toBe(0);
    await pair[0].focus();
    await page.keyboard.press('f');
    await expect(page.locator('.svelte-flow__node')).toHaveCount(42);
    const sides = (): Promise<number[]> =>
      page.locator('svg.lanes').evaluate((svg) => ['width', 'height'].map((side) => Number(svg.getAttribute(side))));
    const [width, height] = await sides();
    expect(width).toBeGreaterThan(height);
    await page.getByRole('radio', { name: t('map.tool.vertical') }).check({ force: true });
    await expect.poll(async () => (await sides())[1] / (await sides())[0]).toBeGreaterThan(1);
    await expect(canvas(hands, 42, 6)).toBeVisible();
  });

  await test.step('as SVG, as PNG and on paper', async () => {
    const saveAs = async (label: 'saveSvg' | 'savePng'): Promise<Buffer> => {
      await page.getByRole('button', { name: new RegExp(`^${t('map.tool.file')}`) }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: t(`map.tool.${label}`) }).click(),
      ]);
      return readFile(await download.path());
    };
    const svg = (await saveAs('saveSvg')).toString('utf8');
    expect(svg).toContain('影像录入');
    expect(svg).not.toMatch(/var\(--/);
    const png = await saveAs('savePng');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Twice the size of the drawing.
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.paper svg').first()).toBeVisible();
    await expect(page.getByRole('toolbar', { name: t('map.title') })).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
  });

  await page.reload();
  await expect(canvas(hands, 42, 6)).toBeVisible();
  await expect(page.getByRole('radio', { name: t('map.tool.vertical') })).toBeChecked();
});

test('a file of another tool is opened, changed, saved, and read by bpmn-moddle', async ({ hands }) => {
  const { page, t } = hands;
  await openMap(hands);
  await openFile(hands, signavio);
  await expect(canvas(hands, 91, 17)).toBeVisible();
  const original = await readBpmn(await readFile(signavio, 'utf8'));
  if (!original.ok) throw new Error(original.failure.code);

  await page.getByRole('radio', { name: t('map.tool.table') }).check({ force: true });
  await page.getByRole('button', { name: 'Bewerbung ablegen' }).first().click();
  await page.getByLabel(t('map.field.name')).first().fill('归档申请');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '归档申请' })).toBeVisible();

  await page.getByRole('button', { name: new RegExp(`^${t('map.tool.file')}`) }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: t('map.tool.saveBpmn') }).click(),
  ]);
  const xml = await readFile(await download.path(), 'utf8');
  expect((await new BpmnModdle().fromXML(xml)).warnings).toEqual([]);
  const saved = await readBpmn(xml);
  if (!saved.ok) throw new Error(saved.failure.code);
  expect(saved.value.map.lanes).toEqual(original.value.map.lanes);
  expect(saved.value.map.steps.map(({ id, x, y, lane }) => ({ id, x, y, lane }))).toEqual(
    original.value.map.steps.map(({ id, x, y, lane }) => ({ id, x, y, lane })),
  );
  expect(saved.value.map.steps.filter(({ name }) => name === '归档申请')).toHaveLength(1);
});

test('300 steps are laid out in the worker while the page stays awake', async ({ hands }) => {
  const { page, t } = hands;
  await openMap(hands);
  await openLoan(hands, 300);
  await expect(canvas(hands, 300, 6)).toBeVisible();
  // Pictures drawn between the press and the answer: none if the page itself did the work.
  await page.evaluate(() => {
    const watch = globalThis as unknown as { frames: number };
    watch.frames = 0;
    requestAnimationFrame(function next() {
      watch.frames++;
      requestAnimationFrame(next);
    });
  });
  const arrange = page.getByRole('button', { name: t('map.tool.arrange') });
  await arrange.click();
  await expect(arrange).toBeEnabled();
  expect(await page.evaluate(() => (globalThis as unknown as { frames: number }).frames)).toBeGreaterThan(1);
  await expect(canvas(hands, 300, 6)).toBeVisible();
});

test('a file that is no BPMN leaves the map as it was', async ({ hands }) => {
  const { page, t } = hands;
  await openMap(hands);
  await openLoan(hands, 40);
  await page
    .getByLabel(t('map.tool.openBpmn'))
    .setInputFiles({ name: 'a.bpmn', mimeType: 'application/xml', buffer: Buffer.from('<!DOCTYPE a><a/>') });
  await expect(page.getByText(hands.word('failure.bpmn-doctype'))).toBeVisible();
  await expect(canvas(hands, 40, 6)).toBeVisible();
});

test('the drawing, the table and the comparison are accessible and fit a phone', async ({ hands }) => {
  const { page, t } = hands;
  await openMap(hands);
  await openLoan(hands, 40);
  const audit = async (): Promise<void> => {
    const violations = await findViolations(page);
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)).toEqual(
      [],
    );
  };
  await step(hands, '扫描资料').click();
  await audit();
  await page.getByRole('radio', { name: t('map.tool.table') }).check({ force: true });
  await audit();

  await page.getByRole('radio', { name: t('map.compare.future'), exact: true }).check({ force: true });
  await page.getByRole('button', { name: t('map.makeFuture') }).click();
  await step(hands, '扫描资料').click();
  await page.getByLabel(t('map.field.waitMinutes')).fill('5');
  await page.keyboard.press('Tab');
  await page.getByRole('radio', { name: t('map.compareView') }).check({ force: true });
  const lead = page.getByRole('row', { name: new RegExp(t('map.totals.leadMinutes')) });
  await expect(lead.getByText(t('map.compare.better'))).toBeAttached();
  await audit();

  await page.setViewportSize({ width: 390, height: 844 });
  const room = await page.locator('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(room).toBeLessThanOrEqual(0);
});
