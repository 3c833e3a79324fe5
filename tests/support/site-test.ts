import type { Page } from '@playwright/test';
import { Site } from './site';
import { expect, test as base } from './test';

/** Each test has a copy of the build and a server of its own, which it can stop. */
export const test = base.extend<{ readonly openSite: (base: string) => Promise<Site> }>({
  openSite: async ({}, use, info) => {
    const sites: Site[] = [];
    await use(async (path) => {
      const site = new Site(info.outputPath(`site-${sites.length}`), path);
      sites.push(site);
      await site.start();
      return site;
    });
    await Promise.all(sites.map((site) => site.stop()));
  },
});

/** Opens the page and waits until the whole product is stored and the service worker answers for this page. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expectUsable(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
}

export async function expectUsable(page: Page): Promise<void> {
  await expect(page.locator('#app')).toBeAttached();
  await expect
    .poll(() => page.evaluate(() => document.querySelector('#app')?.childElementCount ?? 0))
    .toBeGreaterThan(0);
}
