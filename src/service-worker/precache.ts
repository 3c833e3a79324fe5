/**
 * The offline copy of the product: every file of one build, each checked against the SHA-256 that the build published.
 *
 * A file is checked before it is stored and again before it is served, because any script of the page's origin may write
 * into the Cache Storage. Nothing that the build does not list is ever stored.
 */

/** What the build writes into the service worker. Paths are relative to the scope; the page itself is `index.html`. */
export interface PrecacheManifest {
  /** Changes with every change of any file. */
  readonly version: string;
  /** Path -> SHA-256, in hex. */
  readonly files: Readonly<Record<string, string>>;
  /** What the first screen cannot do without; one damaged file among them and the page would stay empty. */
  readonly initial: readonly string[];
}

export interface PrecacheEnvironment {
  readonly manifest: PrecacheManifest;
  /** The absolute address below which the product lives, with a slash at its end. */
  readonly scope: string;
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
}

const pagePath = 'index.html';
const repairPath = 'repair.html';

async function sha256Hex(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Several copies of the product may live below one origin: each owns the caches that carry its own scope. */
function cachePrefix(scope: string): string {
  return `workbench ${new URL(scope).pathname} `;
}

export class Precache {
  readonly #environment: PrecacheEnvironment;
  readonly #prefix: string;
  readonly #cacheName: string;

  constructor(environment: PrecacheEnvironment) {
    this.#environment = environment;
    this.#prefix = cachePrefix(environment.scope);
    this.#cacheName = this.#prefix + environment.manifest.version;
  }

  /** Stores every file of this build, or none: one wrong file and the new version is given up, the old one stays. */
  async install(): Promise<void> {
    const { caches, manifest } = this.#environment;
    const cache = await caches.open(this.#cacheName);
    const older = await this.#otherCaches();
    try {
      for (const path of Object.keys(manifest.files)) {
        const known = (await this.#stored(cache, path)) ?? (await this.#storedIn(older, path));
        await cache.put(this.#address(path), known ?? (await this.#download(path)));
      }
    } catch (error) {
      await caches.delete(this.#cacheName);
      throw error;
    }
  }

  /** Drops the copies of other versions; called once this version is in charge. */
  async removeOtherVersions(): Promise<void> {
    const { caches } = this.#environment;
    await Promise.all((await this.#otherNames()).map((name) => caches.delete(name)));
  }

  /** The answer to a request, or undefined if it is none of ours and should take its ordinary way. */
  answer(request: Request): Promise<Response> | undefined {
    if (request.method !== 'GET') return undefined;
    const path = this.#pathOf(request.url);
    if (path === undefined) return undefined;
    const listed = Object.hasOwn(this.#environment.manifest.files, path);
    if (request.mode !== 'navigate') return listed ? this.#serve(path) : undefined;
    if (path === pagePath) return this.#servePage();
    // Any other address below the scope is a mistyped or an old link: places inside the product stand behind the `#`.
    return listed ? this.#serve(path) : Promise.resolve(Response.redirect(this.#environment.scope));
  }

  async #servePage(): Promise<Response> {
    const cache = await this.#environment.caches.open(this.#cacheName);
    for (const path of this.#environment.manifest.initial) {
      if (!(await this.#storedOrRepaired(cache, path))) return this.#serve(repairPath);
    }
    return this.#serve(pagePath);
  }

  async #serve(path: string): Promise<Response> {
    const cache = await this.#environment.caches.open(this.#cacheName);
    return (await this.#storedOrRepaired(cache, path)) ?? Response.error();
  }

  /** The stored file if it is what the build published; else a fresh one from the server, if that is. */
  async #storedOrRepaired(cache: Cache, path: string): Promise<Response | undefined> {
    const stored = await this.#stored(cache, path);
    if (stored) return stored;
    try {
      const fresh = await this.#download(path);
      await cache.put(this.#address(path), fresh.clone());
      return fresh;
    } catch {
      return undefined;
    }
  }

  async #download(path: string): Promise<Response> {
    const response = await this.#environment.fetch(new Request(this.#address(path), { cache: 'no-cache' }));
    if (!response.ok) throw new RangeError(`the server has no such file: ${path}`);
    const checked = await this.#checked(response, path);
    if (!checked) throw new RangeError(`the file is not the one that was published: ${path}`);
    return checked;
  }

  async #storedIn(caches: readonly Cache[], path: string): Promise<Response | undefined> {
    for (const cache of caches) {
      const found = await this.#stored(cache, path);
      if (found) return found;
    }
    return undefined;
  }

  async #stored(cache: Cache, path: string): Promise<Response | undefined> {
    const response = await cache.match(this.#address(path), { ignoreVary: true });
    return response && this.#checked(response, path);
  }

  /** A copy of the response with only what is needed, so that nothing of a redirect or an odd header survives. */
  async #checked(response: Response, path: string): Promise<Response | undefined> {
    const bytes = await response.arrayBuffer();
    if ((await sha256Hex(bytes)) !== this.#environment.manifest.files[path]) return undefined;
    const headers = new Headers();
    for (const name of ['Content-Type', 'Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy']) {
      const value = response.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(bytes, { headers });
  }

  #address(path: string): string {
    return new URL(path, this.#environment.scope).href;
  }

  #pathOf(address: string): string | undefined {
    const url = new URL(address);
    const scope = new URL(this.#environment.scope);
    if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return undefined;
    return decodeURIComponent(url.pathname.slice(scope.pathname.length)) || pagePath;
  }

  async #otherNames(): Promise<string[]> {
    const names = await this.#environment.caches.keys();
    return names.filter((name) => name.startsWith(this.#prefix) && name !== this.#cacheName);
  }

  async #otherCaches(): Promise<Cache[]> {
    return Promise.all((await this.#otherNames()).map((name) => this.#environment.caches.open(name)));
  }
}
