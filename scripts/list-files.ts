import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file at or below a path, sorted, so that whatever is made of the list is the same on every machine. */
export function listFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)]));
}
