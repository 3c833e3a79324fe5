import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve, type RunningServer } from '../../scripts/serve';

/** A copy of the build that a test may stop, change and start again, always under the same address. */
export class Site {
  readonly folder: string;
  /** The address of every request that has come, in order. */
  readonly asked: string[] = [];
  readonly #base: string;
  #server: RunningServer | undefined;
  #port = 0;

  constructor(folder: string, base: string) {
    this.folder = folder;
    this.#base = base;
    cpSync('dist', folder, { recursive: true });
  }

  get url(): string {
    return `http://localhost:${this.#port}${this.#base}`;
  }

  async start(): Promise<void> {
    const onRequest = (address: string): void => void this.asked.push(address);
    this.#server = await serve({ root: this.folder, port: this.#port, base: this.#base, onRequest });
    this.#port = this.#server.port;
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  /** The digests that the build published. */
  digests(): Readonly<Record<string, string>> {
    return (JSON.parse(this.read('integrity.json')) as { files: Record<string, string> }).files;
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Publishes a next version in which one file is another: its digest in the service worker changes with it. */
  publish(path: string, text: string): void {
    const digest = (content: string): string => createHash('sha256').update(content).digest('hex');
    const worker = this.read('sw.js').replaceAll(digest(this.read(path)), digest(text));
    this.write('sw.js', worker.replace(/(version['"`]?:\s*['"`])[0-9a-f]{16}/, '$1ffffffffffffffff'));
    this.write(path, text);
  }
}
