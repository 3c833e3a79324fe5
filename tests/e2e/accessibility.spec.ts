import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { createTranslator } from '../../src/i18n/translator';
import { findViolations } from '../support/accessibility';
import { Hands } from '../support/hands';
import { expect, test } from '../support/test';
import { openSample, screens, visitStop } from '../support/tour';

const reference = resolve('tests/fixtures/hostile/01_utf8_plain.csv');
// Long, and independent of each other.
test.describe.configure({ mode: 'parallel' });

const en = createTranslator('en');
/** Goes on with the other screens. */
const expectSoftly = expect.configure({ soft: true });

/** Serious faults of the page as it stands; of colours alone where only these have changed. */
async function findFaults(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const violations = await findViolations(page, scheme === 'dark' ? ['color-contrast'] : undefined);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${scheme} ${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`,
    );
}

test('A01 X04 X06 no screen has a serious fault in light or dark, breaks the policy or asks elsewhere', async ({
  hands,
}) => {
  test.setTimeout(900_000);
  const { page } = hands;
  await page.goto('/');
  const dataset = await openSample(hands);
  for (const screen of screens(hands, dataset)) {
    await visitStop(hands, screen);
    for (const scheme of ['light', 'dark'] as const) {
      expect.soft(await findFaults(page, scheme), screen.name).toEqual([]);
    }
  }
});

test('A02 every point that the arrow keys reach says the number of its row in the table', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  await openSample(hands);
  for (const [name, valueColumn] of [
    ['sample.pareto', 2],
    ['sample.rate', 3],
    ['sample.late', 3],
  ] as const) {
    await hands.goTo('/analyse');
    await page.getByRole('link', { name: t(name), exact: true }).click();
    await hands.expectResult();
    const { rows } = await hands.readTable();
    const points = name === 'sample.pareto' ? rows.slice(0, -1) : rows;
    const spoken = page.locator('.chart [role=status]');
    await hands.chart.focus();
    await expect(spoken).toHaveText('');
    for (const row of points) {
      const before = await spoken.innerText();
      await page.keyboard.press('ArrowRight');
      await expect(spoken).not.toHaveText(before);
      const said = (await spoken.innerText()).replaceAll(',', '');
      const shown = row[valueColumn].replaceAll(',', '');
      // The chart may say fewer digits than the table shows, never other ones.
      const whole = shown.replace(/[.%].*$/, '');
      expect(said, `${t(name)}: ${row.join(' ')}`).toContain(whole);
    }
    await expect(page.getByRole('img', { name: /.+/ }).first()).toBeVisible();
  }
});

test('A02 a point that the keys choose before the picture has come is still chosen when it comes', async ({
  hands,
}) => {
  const { page } = hands;
  let letCome = (): void => undefined;
  const chosen = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(/\/echarts-[^/]*\.js/, async (route) => {
    await chosen;
    await route.continue();
  });
  await page.goto('/');
  await page.getByRole('button', { name: hands.t('home.door.sample.action') }).click();
  await hands.chart.focus();
  await page.keyboard.press('ArrowRight');
  letCome();
  await hands.expectResult();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('grid')).toBeVisible();
});

test('A03 a file is imported with the keyboard alone', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  // Asked for long before: the browser hears of it later than of the next key.
  const choosing = page.waitForEvent('filechooser');
  /** Tabs on until an element has the focus; the focus must be seen on the way. */
  const tabTo = async (target: ReturnType<typeof page.locator>): Promise<void> => {
    for (let i = 0; i < 150; i++) {
      if (await target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))) {
        const isSeen = await page.evaluate(() => {
          const style = document.activeElement ? getComputedStyle(document.activeElement) : undefined;
          return style !== undefined && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
        });
        expect(isSeen, `the focus on ${target.toString()} is not visible`).toBe(true);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${target.toString()}`);
  };

  await tabTo(page.getByRole('link', { name: t('home.door.import.action') }));
  await page.keyboard.press('Enter');
  await expect(hands.dropZone).toBeVisible();
  await tabTo(hands.dropZone.getByRole('button'));
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(reference);
  await hands.expectChecked();
  await tabTo(page.getByRole('combobox', { name: t('wizard.taxonomy.column') }));
  await page.keyboard.type('投诉类别');
  await page.keyboard.press('Enter');
  await expect(hands.linkPicker('排队等候时间长')).toBeVisible();
  await tabTo(hands.linkPicker('排队等候时间长'));
  await page.keyboard.type('G2.2.1');
  await page.keyboard.press('Enter');
  await expect(hands.linkPicker('排队等候时间长')).toHaveValue(/^G2\.2\.1 /);
  await tabTo(hands.storeButton);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '101');
  await tabTo(page.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowRight');
  await expect(hands.linkPicker('排队等候时间长')).toHaveValue(/^G2\.2\.1 /);
});

// 320 px are what a window of 1280 px has left at 400 % (WCAG 2.2, 1.4.10), and less than any phone of today.
test('A06 no screen scrolls sideways on a phone or at 400 % zoom @en', async ({ hands }) => {
  const { page } = hands;
  await page.setViewportSize({ width: 320, height: 844 });
  await page.goto('/');
  const dataset = await openSample(hands);
  for (const screen of screens(hands, dataset)) {
    await visitStop(hands, screen);
    // Asked again where there is one: a chart takes its size from the room that it is given a moment later.
    const findWide = (): Promise<string[]> =>
      page.evaluate(() =>
        [document.scrollingElement, document.querySelector('main')]
          .filter((element) => element !== null && element.scrollWidth > element.clientWidth)
          .map((element) => `${element?.tagName}: ${element?.scrollWidth}`),
      );
    await expectSoftly.poll(findWide, { message: screen.name, timeout: 5_000 }).toEqual([]);
  }
});

test('A07 on A4 and Letter charts and tables are whole, headers are repeated, text is text', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  await openSample(hands);
  const openAnalysis = async (name: 'sample.pareto' | 'sample.rate' | 'sample.dpmo'): Promise<void> => {
    await hands.goTo('/analyse');
    await page.getByRole('link', { name: t(name), exact: true }).click();
    await hands.expectResult();
  };
  const screens: readonly (readonly [string, () => Promise<void>])[] = [
    ...(['sample.pareto', 'sample.rate', 'sample.dpmo'] as const).map(
      (name) => [name, () => openAnalysis(name)] as const,
    ),
    [
      'ledger',
      async () => {
        await hands.goTo('/events');
        await page.getByRole('button', { name: t('sample.fill') }).click();
        await expect(page.getByRole('grid')).toBeVisible();
      },
    ],
    [
      'outlet',
      async () => {
        await hands.goTo('/outlets');
        await page.locator('main button.drill').first().click();
        await expect(page.getByRole('region', { name: t('outlets.one.history') }).last()).toBeVisible();
      },
    ],
  ];
  for (const [name, open] of screens) {
    await open();
    // 182 mm of A4 and 188 mm of Letter are left between the margins.
    for (const [format, width] of [
      ['A4', 688],
      ['Letter', 710],
    ] as const) {
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const faults = await page.evaluate(() => {
        const isCut = (element: Element): boolean => {
          const { left, right } = element.getBoundingClientRect();
          for (let around = element.parentElement; around; around = around.parentElement) {
            const box = around.getBoundingClientRect();
            if (getComputedStyle(around).overflowX !== 'visible' && (right > box.right + 1 || left < box.left - 1))
              return true;
          }
          return right > innerWidth + 1;
        };
        const shown = [
          ...document.querySelectorAll('main :is(canvas, figure svg, .chart svg, table, [role=columnheader])'),
        ].filter((element) => element.getClientRects().length > 0);
        const heads = [...document.querySelectorAll('main :is(thead, [role=grid] .header)')].filter(
          (head) => head.getClientRects().length > 0,
        );
        return {
          shown: shown.length,
          cut: shown.filter(isCut).map((element) => `${element.tagName} ${element.className.toString()}`),
          unrepeated: heads.filter((head) => getComputedStyle(head).display !== 'table-header-group').length,
        };
      });
      expect(faults, `${name} ${format}`).toMatchObject({ cut: [], unrepeated: 0 });
      expect(faults.shown).toBeGreaterThan(1);
      const pdf = (await page.pdf({ format })).toString('latin1');
      // Letters that a reader of the file can select have a table that says which they are.
      expect(pdf).toContain('/ToUnicode');
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  }
});

test('another language keeps the place and the numbers', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  await openSample(hands);
  await hands.goTo('/analyse');
  await page.getByRole('link', { name: t('sample.pareto'), exact: true }).click();
  await hands.expectResult();
  const numbers = async (): Promise<readonly (readonly string[])[]> =>
    (await hands.readTable()).rows.map(([code, , ...cells]) => [code, ...cells]);
  const before = await numbers();
  expect(before.length).toBeGreaterThan(10);
  const place = page.url();
  await page.locator('main').evaluate((main) => main.scrollTo(0, 300));
  await page.getByRole('button', { name: t('shell.language') }).click();
  await page
    .getByRole('menuitemradio', { name: 'English' })
    .or(page.getByRole('menuitem', { name: 'English' }))
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('region', { name: en.t('analyse.table'), exact: true })).toBeVisible();
  expect(page.url()).toBe(place);
  expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBeGreaterThan(200);
  const { rows } = await new Hands(page, en).readTable();
  const after = rows.map(([code, , ...cells]) => [code, ...cells]);
  expect(after).toEqual(before);
});
