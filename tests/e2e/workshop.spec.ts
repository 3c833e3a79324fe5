import { numberIn } from '../support/hands';
import { expect, test } from '../support/test';

test('a workshop runs from one project: vote, causes, actions, minutes @en', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/projects');
  await page.locator('tbody').getByRole('link').first().click();
  await page.getByRole('link', { name: t('workshop.title'), exact: true }).click();
  const step = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });
  await expect(step(t('workshop.step.open.name'))).toBeVisible();
  // From afar: everything is larger, and the page keys of a presenter turn the steps.
  expect(
    await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)),
  ).toBeGreaterThanOrEqual(20);
  // Two keys before anything is drawn are two steps.
  await page.evaluate(() => {
    for (let press = 0; press < 2; press++)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }));
  });
  await expect(step(t('workshop.step.map.name'))).toBeVisible();
  for (const name of ['drill', 'coding'] as const) {
    await page.keyboard.press('PageDown');
    await expect(step(t(`workshop.step.${name}.name`))).toBeVisible();
  }

  await test.step('a silent vote shows kappa once all have voted', async () => {
    const lines = ['等了四十分钟才轮到我，手机 13800138000', '语音菜单按了五层找不到人工'];
    await page.getByLabel(t('workshop.vote.paste')).fill(lines.join('\n'));
    await page.getByRole('button', { name: t('workshop.vote.fromText') }).click();
    await expect(page.locator('blockquote')).not.toContainText('13800138000');
    for (const keys of ['11121', '22222']) {
      for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
      // Nobody sees a vote before the last.
      await expect(page.locator('ol strong')).toHaveCount(0);
      await page.keyboard.press(keys.slice(-1));
      await expect(page.getByText(t('workshop.vote.revealed'))).toBeVisible();
      await page.getByRole('button', { name: t('workshop.vote.next') }).click();
    }
    const kappa = page
      .locator('.stat')
      .filter({ hasText: t('artefacts.output.voteKappa') })
      .locator('.value');
    await expect(kappa).toHaveText(/\d/);
    expect(numberIn(await kappa.innerText())).toBeLessThanOrEqual(1);
  });

  await test.step('hands are counted by keys on the fishbone', async () => {
    await page.keyboard.press('PageDown');
    await expect(step(t('workshop.step.causes.name'))).toBeVisible();
    const cause = page.locator('svg [role=button]').first();
    await cause.focus();
    await page.keyboard.press('9');
    await expect(cause).toContainText('(9)');
    await page.keyboard.press('-');
    await expect(cause).toContainText('(8)');
  });

  await test.step('minutes carry what was decided, as a picture too', async () => {
    for (const name of ['actions', 'close'] as const) {
      await page.keyboard.press('PageDown');
      await expect(step(t(`workshop.step.${name}.name`))).toBeVisible();
    }
    const minutes = page.getByRole('article');
    await expect(minutes).toContainText(t('workshop.topCauses'));
    await expect(minutes).toContainText(t('artefacts.output.voteKappa'));
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t('workshop.png') }).click(),
    ]);
    expect(picture.suggestedFilename()).toMatch(/\.png$/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t('workshop.file') }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.dmaic$/);
  });

  // The large type ends with the workshop.
  await hands.goTo('/projects');
  await expect(page.locator('html')).not.toHaveClass(/\bworkshop\b/);
});
