import { chromium, type Browser } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { zhCN } from '../../src/i18n/zh-CN/index.ts';
import { resolveChromium } from '../support/resolve-chromium.ts';
import { bench } from '../support/bench.ts';

let browser: Browser | undefined;
let server: Awaited<ReturnType<typeof serve>> | undefined;

/** Opens an address in a browser profile that has never seen it, and waits until `selector` can be used. */
async function visit(path: string, selector: string): Promise<void> {
  if (!browser || !server) throw new RangeError('the benchmark was not prepared');
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.locator(selector).waitFor();
  await context.close();
}

export default bench({
  name: 'first visit, nothing cached',
  rounds: 5,
  prepare: async () => {
    server = await serve({ root: 'dist', port: 0 });
    browser = await chromium.launch(await resolveChromium());
  },
  contestants: {
    'a page without scripts': () => visit('repair.html', 'body'),
    'first screen usable': () => visit('', `button:enabled:has-text("${zhCN.home.door.sample.action}")`),
  },
  // Promised on two processors of a branch's laptop.
  limitsMs: { 'first screen usable': 2_000 },
  cleanUp: async () => {
    await browser?.close();
    await server?.close();
  },
});
