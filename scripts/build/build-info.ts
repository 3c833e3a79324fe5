import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listFiles } from '../list-files.ts';

const sources = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts'];

export interface BuildInfo {
  readonly version: string;
  /** The first 12 hex digits of SHA-256 over everything that goes into the build: the same sources give the same hash. */
  readonly hash: string;
}

/** Reads the version and computes the hash of the sources below `root`. */
export function readBuildInfo(root: string): BuildInfo {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const digest = createHash('sha256');
  for (const source of sources.map((name) => join(root, name)).filter(existsSync)) {
    for (const file of listFiles(source)) {
      digest.update(relative(root, file).replaceAll('\\', '/')).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return { version, hash: digest.digest('hex').slice(0, 12) };
}

/** The constants that the sources see, declared in `src/app/build-info.ts`. */
export function buildConstants(info: BuildInfo): Record<string, string> {
  return { __APP_VERSION__: JSON.stringify(info.version), __BUILD_HASH__: JSON.stringify(info.hash) };
}
