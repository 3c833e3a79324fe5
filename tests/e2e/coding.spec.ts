import { numberIn, type Hands } from '../support/hands';
import { expect, test } from '../support/test';

async function openSampleCoding(hands: Hands): Promise<void> {
  const { page, t } = hands;
  await page.goto('/');
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/data');
  await page.getByRole('link', { name: t('sample.eventsName') }).click();
  await page.getByRole('tab', { name: t('data.tab.coding') }).click();
  await expect(card(hands).locator('blockquote')).toBeVisible();
}

const card = ({ page, t }: Hands): ReturnType<Hands['page']['getByRole']> =>
  page.getByRole('region', { name: t('coding.byText'), exact: true });

async function remaining(hands: Hands): Promise<number> {
  return numberIn(/[\d,]+(?=\D*$)/.exec(await card(hands).getByRole('status').innerText())?.[0] ?? '');
}

/** Presses a key and waits until another row is in hand. */
async function press(hands: Hands, key: string): Promise<void> {
  const place = card(hands).getByRole('status');
  const before = await place.innerText();
  await hands.page.keyboard.press(key);
  await expect(place).not.toHaveText(before);
}

test('rows are coded with one key each, skipped, and chosen from all links @en', async ({ hands }) => {
  const { page, t } = hands;
  await openSampleCoding(hands);
  const start = await remaining(hands);
  await expect(page.getByText(t('coding.hitRateNone'))).toBeVisible();

  const suggested: string[] = [];
  for (const key of ['1', '2', '3']) {
    suggested.push(
      await card(hands)
        .getByRole('listitem')
        .nth(Number(key) - 1)
        .locator('strong')
        .innerText(),
    );
    await press(hands, key);
  }
  await expect.poll(() => remaining(hands)).toBe(start - 3);
  const hitRate = (of: number, hits: number): string =>
    t('coding.hitRate', { of, share: { as: 'percent', value: hits / of, digits: 0 } });
  await expect(page.getByText(hitRate(3, 3))).toBeVisible();

  // Skipping codes nothing.
  const text = await card(hands).locator('blockquote').innerText();
  await page.keyboard.press('s');
  await expect(card(hands).locator('blockquote')).not.toHaveText(text);
  await expect.poll(() => remaining(hands)).toBe(start - 3);

  // A link that was not among the three lowers the hit rate.
  const offered = await card(hands).getByRole('listitem').locator('strong').allInnerTexts();
  const other = ['G1.1.1', 'G1.1.2', 'G1.1.3', 'G1.1.4'].find((code) => !offered.includes(code)) ?? '';
  await page.keyboard.press('0');
  await hands.pick(card(hands).getByRole('combobox', { name: t('coding.chooseLink') }), other);
  await expect.poll(() => remaining(hands)).toBe(start - 4);
  await expect(page.getByText(hitRate(4, 3))).toBeVisible();

  // What was decided is stored, and counts as coded.
  await page.reload();
  await expect(page.getByText(hitRate(4, 3))).toBeVisible();
  await expect.poll(() => remaining(hands)).toBe(start - 4);
  const uncoded = new RegExp(`${hands.translator.formats.number(start - 4)}\\D*$`);
  await expect(page.getByRole('status').filter({ hasText: uncoded }).first()).toBeVisible();
});

test('keys pressed in quick succession code one row each', async ({ hands }) => {
  await openSampleCoding(hands);
  const start = await remaining(hands);
  const { page, t } = hands;
  for (let i = 0; i < 10; i++) await page.keyboard.press('1');
  await expect.poll(() => remaining(hands)).toBe(start - 10);
  await expect(
    page.getByText(t('coding.hitRate', { of: 10, share: { as: 'percent', value: 1, digits: 0 } })),
  ).toBeVisible();

  // As fast as a keyboard repeats (30 keys a second), past more than one refill of the rows in hand.
  for (let i = 0; i < 30; i++) await page.keyboard.press('1', { delay: 33 });
  await expect.poll(() => remaining(hands)).toBe(start - 40);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => remaining(hands)).toBe(start - 38);
  await page.keyboard.press('Control+y');
  await expect.poll(() => remaining(hands)).toBe(start - 39);
});

test('contributing links are marked before the primary one, shown, taken off, and weighed in a Pareto', async ({
  hands,
}) => {
  const { page, t } = hands;
  await openSampleCoding(hands);
  const codes = await card(hands).getByRole('listitem').locator('strong').allInnerTexts();
  const chips = card(hands)
    .getByRole('group', { name: t('coding.contributing') })
    .getByRole('listitem');
  await expect(page.getByText(t('coding.contributingNone'))).toBeVisible();

  // Marked by key and by mouse; a mark is taken back the same way.
  await page.keyboard.press('Shift+Digit2');
  await expect(chips).toHaveText([new RegExp(`^${codes[1]} `)]);
  const name = await card(hands).getByRole('listitem').nth(2).locator('.name').innerText();
  await card(hands)
    .getByRole('button', { name: t('coding.markContributing', { name }), exact: true })
    .click();
  await expect(chips).toHaveCount(2);
  await page.keyboard.press('Shift+Digit2');
  await expect(chips).toHaveText([new RegExp(`^${codes[2]} `)]);
  await page.keyboard.press('Shift+Digit2');

  // The primary link ends the row; what was marked stays with it.
  await press(hands, '1');
  const recent = card(hands)
    .getByRole('list', { name: t('coding.recent') })
    .getByRole('listitem')
    .first();
  await expect(recent).toContainText(codes[0]);
  for (const code of [codes[1], codes[2]]) await expect(recent).toContainText(code);
  await expect(page.getByText(t('coding.contributingNone'))).toBeVisible();

  // One comes off again, and can come back.
  await recent.getByRole('button').first().click();
  await expect(recent).not.toContainText(codes[2]);
  await expect(recent).toContainText(codes[1]);
  await page.keyboard.press('Control+z');
  await expect(recent).toContainText(codes[2]);

  await hands.goTo('/');
  await page
    .getByRole('link', { name: t('analyses.pareto.name') })
    .first()
    .click();
  await hands.expectResult();
  const total = page.getByText(/× ?0\.5/);
  await expect(total).toHaveCount(0);
  await page.getByRole('switch', { name: hands.field('pareto', 'contributing') }).click();
  await expect(total.first()).toHaveText(/\D2 \D+× ?0\.5/);
});

test('a change of the taxonomy is a new version, and the coding moves along the crosswalk when asked @en', async ({
  hands,
}) => {
  const { page, t } = hands;
  await openSampleCoding(hands);
  const place = page.url().split('#')[1];
  const linkOf = async (): Promise<string> => hands.linkPicker('G2.3.7').inputValue();
  expect(await linkOf()).toMatch(/^G2\.3\.7 /);

  await hands.goTo('/taxonomy/G2.3.7');
  await page.getByRole('button', { name: t('taxonomy.edit') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('taxonomy.retire'), exact: true }).click();
  await hands.pick(dialog.getByRole('combobox', { name: t('taxonomy.retireWith') }), 'G2.2.1');
  await dialog.getByRole('button', { name: t('taxonomy.save') }).click();
  await expect(dialog).toHaveCount(0);
  const versions = await page
    .getByLabel(t('taxonomy.versions'), { exact: true })
    .first()
    .locator('option')
    .allInnerTexts();
  expect(versions).toHaveLength(2);
  const [from, to] = versions.map((text) => /\d+\.\d+\.\d+/.exec(text)?.[0] ?? '');

  // What was coded keeps its version until a person moves it.
  await hands.goTo(place);
  await expect(page.getByText(t('coding.stale', { version: from, current: to }))).toBeVisible();
  expect(await linkOf()).toMatch(/^G2\.3\.7 /);
  await page.getByRole('button', { name: t('coding.migrate') }).click();
  await expect(page.getByText(t('coding.migrated', { version: to, n: 0 }))).toBeVisible();
  await expect.poll(linkOf).toMatch(/^G2\.2\.1 /);
  await expect(page.getByText(t('coding.taxonomyVersion', { version: to }))).toBeVisible();

  await page
    .getByRole('button', {
      name: t('shell.undoAct', { act: hands.translator.phrase({ code: 'history.migrate', params: { version: to } }) }),
    })
    .click();
  await expect(page.getByText(t('coding.stale', { version: from, current: to }))).toBeVisible();
  await expect.poll(linkOf).toMatch(/^G2\.3\.7 /);
});

test('the taxonomy is printed whole, whatever is open on the screen', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/#/taxonomy');
  await expect(page.getByRole('heading', { name: t('taxonomy.title') })).toBeVisible();
  await page.getByRole('searchbox', { name: t('taxonomy.search') }).fill('密码');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 2, name: /^G\d / })).toHaveCount(4);
  await expect(page.getByRole('heading', { level: 3, name: /^G\d\.\d+ / })).toHaveCount(17);
  await expect(page.getByRole('rowheader', { name: /^G\d\.\d+\.\d+ / })).toHaveCount(57);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
});
