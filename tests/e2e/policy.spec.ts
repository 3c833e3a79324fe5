import { expect, test } from '../support/test';

const elsewhere = 'http://127.0.0.1:9';

test('X05 the policy stops inline handlers, evaluated text and requests elsewhere', async ({ page, complaints }) => {
  await page.goto('/');
  const outcomes = await page.evaluate(async (address) => {
    const image = document.createElement('img');
    image.setAttribute('onerror', 'document.body.dataset.evil = "handler"');
    const script = document.createElement('script');
    script.textContent = 'document.body.dataset.evil = "script"';
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
    expect(complaints.list.filter((entry) => entry.startsWith(`policy: ${directive}`))).not.toEqual([]);
  complaints.expectAndForget(/policy|Policy|left this computer/);
});

test('every answer of the server carries the policy', async ({ request }) => {
  for (const path of ['/', '/sw.js', '/manifest.webmanifest', '/no-such-file']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('X08 shows nothing inside a foreign frame, even if a server forgets its headers', async ({ page, baseURL }) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
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
});
