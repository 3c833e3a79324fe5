import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Precache, type PrecacheManifest } from '../../../src/service-worker/precache';

const scope = 'https://bank.example/dept/quality/';

const published = {
  'index.html': '<!doctype html><script src="./assets/app.js"></script>',
  'repair.html': '<!doctype html>repair',
  'assets/app.js': 'start()',
  'assets/lazy.js': 'later()',
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function manifestOf(files: Readonly<Record<string, string>>, version: string): PrecacheManifest {
  return {
    version,
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, digest(text)])),
    initial: ['index.html', 'assets/app.js'],
  };
}

/** As much of a Cache Storage as the product uses; entries keep their text, so that a test can poison them. */
class FakeCaches {
  readonly stores = new Map<string, Map<string, string>>();

  open(name: string): Promise<Cache> {
    const store = this.stores.get(name) ?? new Map<string, string>();
    this.stores.set(name, store);
    const cache = {
      match: (address: string) => {
        const text = store.get(address);
        return Promise.resolve(text === undefined ? undefined : new Response(text));
      },
      put: async (address: string, response: Response) => void store.set(address, await response.text()),
    };
    return Promise.resolve(cache as unknown as Cache);
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.stores.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.stores.delete(name));
  }
}

/** A browser with one server; `files` is what the server has at the moment, undefined while it is stopped. */
function setup() {
  const caches = new FakeCaches();
  const asked: string[] = [];
  const server: { files: Readonly<Record<string, string>> | undefined } = { files: published };
  const precache = (manifest: PrecacheManifest): Precache =>
    new Precache({
      manifest,
      scope,
      caches: caches as unknown as CacheStorage,
      fetch: (request) => {
        const path = request.url.slice(scope.length);
        asked.push(path);
        if (!server.files) return Promise.reject(new TypeError('failed to fetch'));
        const text = server.files[path];
        return Promise.resolve(new Response(text ?? 'not found', { status: text === undefined ? 404 : 200 }));
      },
    });
  return { caches, asked, server, precache };
}

const request = (path: string, mode = 'no-cors', method = 'GET'): Request =>
  ({ url: new URL(path, scope).href, mode, method }) as Request;

describe('the offline copy', () => {
  it('stores every file and then answers without the server', async () => {
    const { server, precache } = setup();
    const copy = precache(manifestOf(published, '1'));
    await copy.install();
    server.files = undefined;
    expect(await (await copy.answer(request('assets/lazy.js')))?.text()).toBe('later()');
    expect(await (await copy.answer(request('', 'navigate')))?.text()).toContain('<script');
    expect(await (await copy.answer(request('index.html#/data/7', 'navigate')))?.text()).toContain('<script');
  });

  it('leaves what is not its own to the browser', async () => {
    const { precache } = setup();
    const copy = precache(manifestOf(published, '1'));
    expect(copy.answer(request('other.txt'))).toBeUndefined();
    expect(copy.answer(request('/dept/other/', 'navigate'))).toBeUndefined();
    expect(copy.answer(request('https://elsewhere.example/dept/quality/'))).toBeUndefined();
    expect(copy.answer(request('index.html', 'navigate', 'POST'))).toBeUndefined();
  });

  it('sends an unknown place below the scope to the first page', async () => {
    const { precache } = setup();
    const answer = await precache(manifestOf(published, '1')).answer(request('old/link', 'navigate'));
    expect([answer?.status, answer?.headers.get('Location')]).toEqual([302, scope]);
  });

  it.each([
    ['another text', { ...published, 'assets/lazy.js': '<html>please sign in</html>' }],
    ['a truncated file', { ...published, 'assets/lazy.js': 'late' }],
    ['no such file', { 'index.html': published['index.html'] }],
  ])('stores nothing if the server gives %s', async (_name, files) => {
    const { caches, server, precache } = setup();
    server.files = files;
    await expect(precache(manifestOf(published, '1')).install()).rejects.toThrow(RangeError);
    expect([...caches.stores.keys()]).toEqual([]);
  });

  it('keeps the old version when the new one cannot be stored', async () => {
    const { server, precache } = setup();
    const old = precache(manifestOf(published, '1'));
    await old.install();
    const newer = { ...published, 'assets/app.js': 'start(2)' };
    server.files = { ...newer, 'assets/app.js': 'start(evil)' };
    await expect(precache(manifestOf(newer, '2')).install()).rejects.toThrow(RangeError);
    expect(await (await old.answer(request('assets/app.js')))?.text()).toBe('start()');
  });

  it('fetches only what changed, and drops the old copy when told', async () => {
    const { asked, caches, server, precache } = setup();
    await precache(manifestOf(published, '1')).install();
    asked.length = 0;
    const newer = { ...published, 'assets/app.js': 'start(2)' };
    server.files = newer;
    const copy = precache(manifestOf(newer, '2'));
    await copy.install();
    expect(asked).toEqual(['assets/app.js']);
    await caches.open('workbench /dept/elsewhere/ 1');
    await copy.removeOtherVersions();
    expect([...caches.stores.keys()]).toEqual(['workbench /dept/quality/ 2', 'workbench /dept/elsewhere/ 1']);
  });

  it('refuses a poisoned file and repairs it when the server is there', async () => {
    const { caches, server, precache } = setup();
    const copy = precache(manifestOf(published, '1'));
    await copy.install();
    const [store] = caches.stores.values();
    store?.set(`${scope}assets/app.js`, 'steal()');
    server.files = undefined;
    expect((await copy.answer(request('assets/app.js')))?.type).toBe('error');
    expect(await (await copy.answer(request('', 'navigate')))?.text()).toContain('repair');
    server.files = published;
    expect(await (await copy.answer(request('', 'navigate')))?.text()).toContain('<script');
    expect(store?.get(`${scope}assets/app.js`)).toBe('start()');
  });

  it('never takes a poisoned file over from an older version', async () => {
    const { caches, precache } = setup();
    const poisoned = await caches.open('workbench /dept/quality/ 0');
    await poisoned.put(`${scope}assets/app.js`, new Response('steal()'));
    const copy = precache(manifestOf(published, '1'));
    await copy.install();
    expect(await (await copy.answer(request('assets/app.js')))?.text()).toBe('start()');
  });
});
