import type { Page } from '@playwright/test';
import { trustedTypes } from '../../scripts/security-headers';
import type { TrustedTypeFactory } from '../../src/app/trusted-types';
import { expect, test } from '../support/test';

const elsewhere = 'http://127.0.0.1:9';

/** The page as a browser sees it that does not know Trusted Types. */
async function withoutTrustedTypes(page: Page): Promise<void> {
  // In the page the quotation marks are written as entities.
  const part = new RegExp(`; ${trustedTypes.join('; ')}`.replaceAll("'", "(?:&#39;|')"));
  await page.route('/', async (route) => {
    const response = await route.fetch({ maxRetries: 3 });
    const headers = response.headers();
    const text = await response.text();
    const policy = headers['content-security-policy'] ?? '';
    expect([part.test(policy), part.test(text)]).toEqual([true, true]);
    await route.fulfill({
      response,
      headers: { ...headers, 'content-security-policy': policy.replace(part, '') },
      body: text.replace(part, ''),
    });
  });
}

test('X05 the policy stops inline handlers, evaluated text and requests elsewhere', async ({ page, complaints }) => {
  await withoutTrustedTypes(page);
  await page.goto('/');
  const outcomes = await page.evaluate(async (address) => {
    const image = document.createElement('img');
    image.setAttribute('onerror', 'document.body.dataset.evil = "handler"');
    const script = document.createElement('script');
    script.append('document.body.dataset.evil = "script"');
    document.body.append(script, image);
    image.src = 'data:image/png;base64,broken';
    // The debugger that runs this function may evaluate; what it leaves behind in a timer may not.
    await new Promise((done) => setTimeout(done, 200));
    let evaluated = 'blocked';
    try {
      // eslint-disable-next-line no-eval -- the very thing that must be impossible
      evaluated = String((0, eval)('1 + 1'));
    } catch {
      // As it should be.
    }
    const sent = await fetch(address, { mode: 'no-cors' }).then(
      () => 'sent',
      () => 'blocked',
    );
    return { evaluated, sent, evil: document.body.dataset['evil'] };
  }, elsewhere);
  expect(outcomes).toEqual({ evaluated: 'blocked', sent: 'blocked', evil: undefined });
  for (const directive of ['script-src-attr', 'script-src-elem', 'script-src eval', 'connect-src'])
    await expect
      .poll(() => complaints.list.filter((entry) => entry.startsWith(`policy: ${directive}`)).length, directive)
      .toBeGreaterThan(0);
  complaints.expectAndForget(/policy|Policy|left this computer/);
});

/* eslint-disable no-restricted-syntax -- what the product must never do is tried here */
test('X05 text becomes neither markup nor the address of code', async ({ page, complaints }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const passed = await page.evaluate((address) => {
    const factory = (window as unknown as { trustedTypes: TrustedTypeFactory }).trustedTypes;
    const box = document.createElement('div');
    const markup = '<img src="x" onerror="document.body.dataset.evil = 1">';
    const attempts: Record<string, () => unknown> = {
      innerHTML: () => (box.innerHTML = markup),
      insertAdjacentHTML: () => box.insertAdjacentHTML('beforeend', markup),
      parse: () => new DOMParser().parseFromString(markup, 'text/html'),
      frame: () => (document.createElement('iframe').srcdoc = markup),
      scriptText: () => (document.createElement('script').text = 'document.body.dataset.evil = 1'),
      scriptAddress: () => (document.createElement('script').src = address),
      worker: () => new Worker(address),
      ownOtherFile: () => new Worker('./integrity.json'),
      policyOfOwn: () => factory.createPolicy('evil', { createHTML: (text) => text, createScriptURL: (text) => text }),
      policyAgain: () =>
        factory.createPolicy('default', { createHTML: (text) => text, createScriptURL: (text) => text }),
    };
    const names: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        attempt();
        names.push(name);
      } catch {
        // As it should be.
      }
    }
    // What the drawing library does to its canvas stays possible.
    box.innerHTML = '';
    return names;
  }, `${elsewhere}/evil.js`);
  expect(passed).toEqual([]);
  complaints.expectAndForget(/policy|Policy|TrustedHTML|TrustedScript/);
});

/* eslint-enable no-restricted-syntax */

test('every answer of the server carries the policy', async ({ request }) => {
  for (const path of ['/', '/sw.js', '/manifest.webmanifest', '/no-such-file']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('X08 shows nothing inside a foreign frame, even if a server forgets its headers', async ({ page, baseURL }) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch({ maxRetries: 3 });
    const { 'content-type': contentType = 'text/plain' } = response.headers();
    await route.fulfill({ body: await response.body(), contentType });
  });
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}" width="900" height="600"></iframe>` }),
  );
  await page.goto('http://localhost:9/host.html');
  const body = page.frameLocator('iframe').locator('body');
  await expect(body).toBeAttached();
  await expect(body).toBeHidden();
  await page.goto('/');
  await expect(page.locator('body')).toBeVisible();
  // The page may still be loading what it needs later; an answer must not come after the end.
  await page.waitForLoadState('networkidle');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
