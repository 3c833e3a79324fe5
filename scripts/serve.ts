import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { securityHeaders } from './security-headers.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.wasm': 'application/wasm',
};

export interface ServeOptions {
  readonly root: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The path below which the product lives; begins and ends with a slash. */
  readonly base?: string;
  /** Hears the address of every request. */
  readonly onRequest?: (address: string) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves a built folder on this computer only, with the security headers. */
export async function serve({ root, port, base = '/', onRequest }: ServeOptions): Promise<RunningServer> {
  const folder = resolve(root);
  const server = createServer((request, response) => {
    onRequest?.(request.url ?? '/');
    respond(folder, base, request, response);
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, 'localhost', done);
  });
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://localhost:${actual}${base}`, port: actual, close: () => close(server) };
}

function respond(folder: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
  const file = fileOf(folder, base, request.url ?? '/');
  if (!file) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  response.writeHead(200, {
    'Content-Type': contentTypes[extname(file.path)] ?? 'application/octet-stream',
    'Content-Length': file.size,
    // Names under assets/ carry a hash of their content; everything else must be asked for again.
    'Cache-Control': file.path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file.path).pipe(response);
}

function fileOf(folder: string, base: string, address: string): { path: string; size: number } | undefined {
  try {
    const { pathname } = new URL(address, 'http://localhost');
    if (!pathname.startsWith(base)) return undefined;
    const path = resolve(join(folder, decodeURIComponent(pathname.slice(base.length)) || 'index.html'));
    if (!path.startsWith(folder + sep)) return undefined;
    const found = statSync(path);
    return found.isFile() ? { path, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: '/' },
    },
  });
  try {
    const { url } = await serve({ root: values.root, port: Number(values.port), base: values.base });
    process.stdout.write(`\n  Ready: ${url}   (Ctrl+C ends it)\n\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    process.stderr.write(`Port ${values.port} is in use. Another one: npm start -- --port 4180\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
