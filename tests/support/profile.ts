import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { installBoxFont } from './box-font';
import { watchContext } from './test';
import { resolveChromium } from './resolve-chromium';

export interface ProfileOptions {
  readonly folder: string;
  readonly baseURL: string;
  /** Features of the browser to switch on. */
  readonly features?: readonly string[];
  readonly locale?: string;
}

/**
 * A browser with a folder of its own for its data: it can be killed, its files damaged, and started again.
 *
 * What the browser complains about is collected in `complaints`; damage on purpose makes it complain.
 */
export class Profile {
  readonly folder: string;
  readonly complaints: string[] = [];
  readonly #options: ProfileOptions;
  #context: BrowserContext | null = null;

  constructor(options: ProfileOptions) {
    this.folder = options.folder;
    this.#options = options;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new RangeError('the browser is not open');
    return this.#context;
  }

  /** Starts the browser and opens a page, which is not yet waited for. */
  async open(path = '/', prepare?: (context: BrowserContext) => Promise<void>): Promise<Page> {
    const { baseURL, features = [], locale = 'zh-CN' } = this.#options;
    const { args = [], ...launch } = await resolveChromium();
    this.#context = await chromium.launchPersistentContext(this.folder, {
      ...launch,
      args: [...args, ...(features.length > 0 ? [`--enable-features=${features.join(',')}`] : [])],
      baseURL,
      locale,
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1366, height: 768 },
      serviceWorkers: 'block',
      acceptDownloads: true,
    });
    await installBoxFont(this.#context);
    await watchContext(this.#context, this.complaints);
    await prepare?.(this.#context);
    const [page] = this.#context.pages();
    await page.goto(path, { waitUntil: 'commit' });
    return page;
  }

  /** Ends the browser as a person does. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  /** Ends the browser as a crash does: no code of the page runs any more. */
  async kill(): Promise<void> {
    const { context } = this;
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    for (const pid of this.#pids()) process.kill(pid, 'SIGKILL');
    await closed;
    this.#context = null;
    // What a crash leaves behind so that a second browser keeps away from a folder in use.
    for (const name of readdirSync(this.folder)) {
      if (name.startsWith('Singleton')) rmSync(join(this.folder, name), { force: true });
    }
  }

  /** The same data in another folder; to be called while the browser is closed. */
  copy(folder: string): Profile {
    cpSync(this.folder, folder, { recursive: true });
    return new Profile({ ...this.#options, folder });
  }

  /** Files of the databases of all sites, as paths; the largest last. */
  databaseFiles(): readonly string[] {
    const isDatabase = (path: string): boolean => /[\\/](IndexedDB|WebStorage)[\\/]/.test(path);
    return filesBelow(this.folder)
      .filter(isDatabase)
      .sort((a, b) => statSync(a).size - statSync(b).size);
  }

  #pids(): readonly number[] {
    const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    return lines
      .filter((line) => line.includes(this.folder) && !/\bps -A\b/.test(line))
      .map((line) => parseInt(line, 10));
  }
}

/** Whether the tests can find and kill the browser's processes here. */
export const canKill = process.platform !== 'win32';

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
