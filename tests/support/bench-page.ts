import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve';
import { installBoxFont } from './box-font';
import { resolveChromium } from './resolve-chromium';

export interface BenchPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * The built product in a browser with a profile on the disk: an ordinary test context keeps its database in memory, which
 * says nothing about a laptop.
 */
export async function openBenchPage(folder = 'dist'): Promise<BenchPage> {
  const server = await serve({ root: folder, port: 0 });
  const profile = mkdtempSync(join(tmpdir(), 'workbench-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...(await resolveChromium()),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    // The baselines start workers of their own, which the product's policy forbids.
    bypassCSP: true,
  });
  // tsx marks named functions with a helper that does not exist inside the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  await installBoxFont(context);
  const page = context.pages()[0] ?? (await context.newPage());
  const close = async (): Promise<void> => {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page, context, url: server.url, close };
}
