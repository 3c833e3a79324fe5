import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import type { PrecacheManifest } from '../../src/service-worker/precache';
import { listFiles } from '../list-files.ts';
import type { BuildInfo } from './build-info.ts';

/** What the size budget and the service worker need to know of a build; written beside the caches, never shipped. */
export interface BuildReport {
  /** Scripts and styles that the first screen loads before anything is clicked. */
  readonly initial: readonly string[];
  /** The catalogues, one a file; the first screen loads that of the reader's language besides. */
  readonly catalogues: readonly string[];
  /** Chunk -> the npm packages inside it. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
}

export const reportPath = 'node_modules/.cache/workbench/build-report.json';

/**
 * Writes `sw.js` with the SHA-256 of every built file inside, and the same list as `integrity.json` for people.
 *
 * The digests are taken from the files on the disk after everything else has been written, so they are those of what is
 * served, whatever made it.
 */
export function offline(info: BuildInfo): Plugin {
  let root = '';
  let outDir = '';
  let initial: readonly string[] = [];
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle(_options, bundle) {
      const report = describe(bundle);
      initial = [...report.initial, ...report.catalogues];
      mkdirSync(join(root, dirname(reportPath)), { recursive: true });
      writeFileSync(join(root, reportPath), JSON.stringify(report, null, 2));
    },
    async closeBundle() {
      const files = digests(outDir);
      const manifest = { version: versionOf(files), files, initial: ['index.html', ...initial] };
      writeFileSync(join(outDir, 'integrity.json'), JSON.stringify({ ...info, ...manifest }, null, 1) + '\n');
      writeFileSync(join(outDir, 'sw.js'), await bundleServiceWorker(root, manifest));
    },
  };
}

function describe(bundle: Rolldown.OutputBundle): BuildReport {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const initial = new Set<string>();
  const visit = (name: string): void => {
    const chunk = byName.get(name);
    if (!chunk || initial.has(name)) return;
    initial.add(name);
    chunk.viteMetadata?.importedCss.forEach((css) => initial.add(css));
    chunk.imports.forEach(visit);
  };
  chunks.filter((chunk) => chunk.isEntry).forEach((chunk) => visit(chunk.fileName));
  const packages = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, packagesOf(chunk.moduleIds)]));
  const catalogues = chunks
    .filter(({ facadeModuleId }) => /[\\/]src[\\/]i18n[\\/][^\\/]+[\\/]index\.ts$/.test(facadeModuleId ?? ''))
    .map(({ fileName }) => fileName);
  return { initial: [...initial].sort(), catalogues: catalogues.sort(), packages };
}

function packagesOf(moduleIds: readonly string[]): string[] {
  const names = moduleIds.flatMap((id) => /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function digests(directory: string): Record<string, string> {
  const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  const pathOf = (file: string): string => relative(directory, file).replaceAll('\\', '/');
  const files = listFiles(directory).filter((file) => !['sw.js', 'integrity.json'].includes(pathOf(file)));
  return Object.fromEntries(files.map((file) => [pathOf(file), hash(file)]));
}

function versionOf(files: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
}

async function bundleServiceWorker(root: string, manifest: PrecacheManifest): Promise<string> {
  const results = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define: { __PRECACHE__: JSON.stringify(manifest) },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(root, 'src/service-worker/sw.ts'), formats: ['iife'], name: 'serviceWorker' },
    },
  });
  const output = Array.isArray(results) ? results[0] : results;
  if (!output || !('output' in output)) throw new RangeError('the service worker was not built');
  return output.output[0].code;
}
