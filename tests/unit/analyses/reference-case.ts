import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The reference case with this id, as data of a shape that the test knows. */
export function referenceCase<Input, Expected>(id: string): { readonly input: Input; readonly expected: Expected } {
  const path = join(import.meta.dirname, '../../reference/cases', `${id}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as { input: Input; expected: Expected };
}
