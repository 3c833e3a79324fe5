import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { parseHash, routes } from '../../src/app/routes';
import { DurableHands } from '../support/durable-hands';
import { resolveChromium } from '../support/resolve-chromium';
import { expectUsable, test, visit } from '../support/site-test';
import { expect } from '../support/test';
import { openSample, screens, visitStop } from '../support/tour';

// Each has a server of its own; one after the other they would be the last to end, on one of two workers.
test.describe.configure({ mode: 'parallel' });

/** Writes another text over a stored file, as a hostile script of the same origin could. */
async function poison(page: Page, path: string, text: string): Promise<void> {
  await page.evaluate(
    async ([address, body]) => {
      for (const name of await caches.keys()) {
        await (await caches.open(name)).put(address, new Response(body, { headers: { 'Content-Type': 'text/html' } }));
      }
    },
    [new URL(path, page.url()).href, text] as const,
  );
}

/** What becomes of the new version, which the browser may have found by itself when the page was opened. */
async function askForUpdate(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker>((done) => {
      const look = (): void => {
        const worker = registration.installing ?? registration.waiting;
        if (worker) done(worker);
      };
      registration.addEventListener('updatefound', look);
      look();
    });
    await registration.update().catch(() => undefined);
    const worker = await found;
    if (worker.state === 'installing')
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    return worker.state;
  });
}

const marked = (text: string, mark: string): string =>
  text.replace('</head>', `<meta name="mark" content="${mark}"></head>`);
const markOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('meta[name=mark]')?.getAttribute('content') ?? null);

for (const path of ['/', '/dept/quality/']) {
  test(`P01 P02 works with the server stopped, below ${path}`, async ({ page, context, openSite }) => {
    const site = await openSite(path);
    await visit(page, site.url);
    // Told in the status line: a message would lie over what is being done.
    await expect(page.getByRole('banner').getByRole('button', { name: '可离线使用' })).toBeVisible();
    await expect(page.getByRole('list', { name: '消息' }).getByRole('listitem')).toHaveCount(0);
    await site.stop();

    await page.reload();
    await expectUsable(page);

    const other = await context.newPage();
    await other.goto(`${site.url}#/settings`);
    await expectUsable(other);
    await other.goto(`${site.url}an/old/link`);
    await expect(other).toHaveURL(site.url);
    await expectUsable(other);

    const strays = await page.evaluate(
      (scope) =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => !name.startsWith(scope)),
      site.url,
    );
    expect(strays).toEqual([]);
  });

  test(`P01 P02 has every published file at hand with the server stopped, below ${path}`, async ({
    page,
    openSite,
  }) => {
    const site = await openSite(path);
    await visit(page, site.url);
    await site.stop();

    const seen = await page.evaluate(async (paths) => {
      const digest = async (path: string): Promise<[string, string]> => {
        const bytes = await (await fetch(`./${path}`)).arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        return [path, Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')];
      };
      return Object.fromEntries(await Promise.all(paths.map(digest)));
    }, Object.keys(site.digests()));
    expect(seen).toEqual(site.digests());
  });
}

test('X10 refuses a poisoned script and a poisoned page, and repairs itself', async ({ page, openSite }) => {
  const site = await openSite('/');
  await visit(page, site.url);
  // The one that the page names: others may be called like it, without which the first screen is whole.
  const script = /<script [^>]*src="\.\/(assets\/[^"]+\.js)"/.exec(site.read('index.html'))?.[1] ?? '';
  expect(Object.keys(site.digests())).toContain(script);
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await site.stop();

  for (const path of ['index.html', script]) {
    await poison(page, path, 'document.documentElement.dataset.stolen = ""');
    await page.goto(site.url);
    await expect(page.getByRole('heading')).toHaveText(['程序文件需要修复', 'Program files need repair']);
    expect(
      await page.evaluate(() => [document.documentElement.dataset['stolen'], localStorage.getItem('kept')]),
    ).toEqual([undefined, 'yes']);
    await site.start();
    await page.getByRole('link', { name: 'Open again' }).click();
    await expectUsable(page);
    await site.stop();
    await page.reload();
    await expectUsable(page);
  }
});

test('P05 keeps the old version when a file of the new one was changed on its way', async ({ page, openSite }) => {
  const site = await openSite('/');
  await visit(page, site.url);

  const original = site.read('index.html');
  site.publish('index.html', marked(original, 'new'));
  site.write('index.html', '<!doctype html><title>Sign in to the network</title>');
  expect(await askForUpdate(page)).toBe('redundant');
  await site.stop();
  await page.reload();
  await expectUsable(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();

  await site.start();
  site.write('index.html', marked(original, 'new'));
  expect(await askForUpdate(page)).toBe('installed');
});

/** Takes the new version as a person does; the page that asks is ready, so that it can offer it. */
async function takeNewVersion(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更新并刷新' }).click();
}

/** Nothing while the page is on its way to the new version. */
const expectMark = (page: Page, mark: string): Promise<void> =>
  expect.poll(() => markOf(page).catch(() => null)).toBe(mark);

test('P03 a new version waits until it is asked for', async ({ page, context, openSite }) => {
  const site = await openSite('/');
  await visit(page, site.url);
  site.publish('index.html', marked(site.read('index.html'), 'new'));
  expect(await askForUpdate(page)).toBe('installed');

  const other = await context.newPage();
  await other.goto(site.url);
  await page.reload();
  expect([await markOf(page), await markOf(other)]).toEqual([null, null]);

  // Not while a file is in hand that was not stored yet, in whatever tab.
  const hands = new DurableHands(other);
  await hands.goTo('/data/import');
  await hands.chooseFile({
    name: 'march.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('日期,类别\n2026-03-05,排队\n'),
  });
  await hands.expectChecked();
  await takeNewVersion(page);
  await expect(page.getByText(hands.t('start.updateWaits.unsaved'))).toBeVisible();
  expect([await markOf(page), await markOf(other)]).toEqual([null, null]);
  await hands.store();
  await expectMark(page, 'new');
  await expectMark(other, 'new');
  await expect(other.getByRole('grid')).toBeVisible();
  await site.stop();
  await page.reload();
  await expectUsable(page);
  expect(await markOf(page)).toBe('new');
});

test('P03 a page that is still opening takes the new version too', async ({ page, context, openSite }) => {
  const site = await openSite('/');
  await visit(page, site.url);
  site.publish('index.html', marked(site.read('index.html'), 'new'));
  expect(await askForUpdate(page)).toBe('installed');

  // A slow disk: what is stored is never opened.
  const opening = await context.newPage();
  await opening.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...args) => {
      const request = open(...args);
      request.addEventListener = () => undefined;
      return request;
    };
  });
  await opening.goto(site.url);
  expect(await markOf(opening)).toBeNull();
  await takeNewVersion(page);
  await expectMark(opening, 'new');
});

test('P04 an update asked for in one tab saves what is being typed in another', async ({ page, context, openSite }) => {
  const site = await openSite('/');
  await visit(page, site.url);
  const hands = new DurableHands(page);
  await hands.openSample();
  await hands.openCharter();
  await hands.type(1);
  await hands.scopeField.fill('#2');

  site.publish('index.html', marked(site.read('index.html'), 'new'));
  const other = await context.newPage();
  await other.goto(site.url);
  expect(await askForUpdate(other)).toBe('installed');
  await takeNewVersion(other);
  await expectMark(other, 'new');
  await expectMark(page, 'new');
  await expect(hands.scopeField).toHaveValue('#2');
  await expect.poll(async () => (await hands.stored()).value).toBe(2);
});

test('P06 works on plain http of an intranet, and says what browsers leave out there', async ({ openSite, locale }) => {
  const site = await openSite('/');
  const launch = await resolveChromium();
  const args = [...(launch.args ?? []), '--host-resolver-rules=MAP workbench.intranet 127.0.0.1'];
  const browser = await chromium.launch({ ...launch, args });
  const page = await browser.newPage({ ...(locale === undefined ? {} : { locale }) });
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) said.push(message.text());
  });
  const hands = new DurableHands(page);
  await hands.start(site.url.replace('localhost', 'workbench.intranet'));
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
  await hands.openSample();
  await hands.goTo('/data/import');
  await hands.chooseFile(resolve('tests/fixtures/hostile/01_utf8_plain.csv'));
  await hands.expectChecked();
  await hands.store();
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();

  await hands.goTo('/settings');
  await expect(page.getByText(hands.t('settings.offlineNot'))).toBeVisible();
  await expect(page.getByText(hands.t('protection.notPossible'))).toBeVisible();
  // The server sends the header all the same; the browser says that it needs https.
  expect(said.filter((text) => !text.startsWith('The Cross-Origin-Opener-Policy header'))).toEqual([]);
  await browser.close();
});

test('A05 X06 a tour of every screen asks nobody for anything, and nothing moves for those who asked for that', async ({
  hands,
  openSite,
}) => {
  test.setTimeout(400_000);
  const { page, t } = hands;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const watch = (): void => {
      const durations = document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0));
      const longest = Math.max(Number(sessionStorage.getItem('longest') ?? 0), ...durations);
      sessionStorage.setItem('longest', String(longest));
      requestAnimationFrame(watch);
    };
    watch();
  });
  const site = await openSite('/');
  await visit(page, site.url);
  expect(site.asked.length).toBeGreaterThan(Object.keys(site.digests()).length / 2);
  site.asked.length = 0;

  const seen = new Set<string | null>();
  for (const screen of screens(hands, await openSample(hands))) {
    await visitStop(hands, screen);
    seen.add(parseHash(new URL(page.url()).hash).name);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('shell.theme') }).click();
  await page.keyboard.press('Escape');
  expect(Object.keys(routes).filter((name) => !seen.has(name))).toEqual([]);
  // The browser itself looks whether there is a new version; the product asks for nothing.
  const asked = site.asked.filter((address) => address !== '/sw.js');
  expect(asked, 'the server was asked after the first visit').toEqual([]);
  expect(site.asked.length).toBeLessThan(2);
  expect(Number(await page.evaluate(() => sessionStorage.getItem('longest')))).toBeLessThanOrEqual(1);
});
