import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { createTranslator } from '../../src/i18n/translator';
import { installBoxFont } from './box-font';
import { complaintOf } from './complaints';
import { Hands } from './hands';

/** What the browser complained about; a test may take out of it what it provokes on purpose. */
export interface Complaints {
  readonly list: string[];
  /** Removes the complaints that match, and fails if there is none: an expected complaint must come. */
  readonly expectAndForget: (pattern: RegExp) => void;
}

export interface Fixtures {
  readonly complaints: Complaints;
  /** Works the product in the language of the project. */
  readonly hands: Hands;
  readonly calendar: null;
  readonly font: null;
}

/**
 * The `test` of every browser test: a warning or error in the console, an uncaught error, a violated security policy or a
 * request that leaves this computer fails the test that caused it.
 */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const list: string[] = [];
      await watchContext(context, list);
      await use({ list, expectAndForget: (pattern) => forget(list, pattern) });
      expect(list, 'the browser complained').toEqual([]);
    },
    { auto: true },
  ],
  // Today is another day in New York than in Shanghai for half of the hours: a test and its browser must agree.
  calendar: [
    async ({ timezoneId }, use) => {
      if (timezoneId !== undefined) process.env['TZ'] = timezoneId;
      await use(null);
    },
    { auto: true },
  ],
  font: [
    async ({ context }, use) => {
      await installBoxFont(context);
      await use(null);
    },
    { auto: true },
  ],
  hands: async ({ page, locale }, use) => {
    await use(new Hands(page, createTranslator(locale?.startsWith('en') ? 'en' : 'zh-CN')));
  },
});

export { expect };

/** Collects the complaints of every page of a context; for tests that open contexts of their own. */
export async function watchContext(context: BrowserContext, list: string[]): Promise<void> {
  await context.exposeBinding('reportPolicyViolation', (_source, text: string) => void list.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportPolicyViolation: (text: string) => void }).reportPolicyViolation;
      report(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  context.pages().forEach((page) => watchPage(page, list));
  context.on('page', (page) => watchPage(page, list));
  watchRequests(context, list);
}

function watchPage(page: Page, list: string[]): void {
  page.on('console', (message) => {
    const complaint = complaintOf(message);
    if (complaint) list.push(complaint);
  });
  page.on('pageerror', (error) => list.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => list.push('the page crashed'));
}

/** The only servers of a test run on this computer; the product itself must ask nobody else, ever. */
function watchRequests(context: BrowserContext, list: string[]): void {
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.hostname !== 'localhost')
      list.push(`left this computer: ${url.href}`);
  });
}

function forget(list: string[], pattern: RegExp): void {
  const rest = list.filter((entry) => !pattern.test(entry));
  expect(rest.length, `no complaint matched ${pattern}: ${list.join('\n')}`).toBeLessThan(list.length);
  list.splice(0, list.length, ...rest);
}
