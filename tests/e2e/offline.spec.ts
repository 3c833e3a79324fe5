import { expect, test } from '../support/test';
test('first', async ({ page }) => { await page.goto('/'); await expect(page.locator('main')).toBeAttached(); });
