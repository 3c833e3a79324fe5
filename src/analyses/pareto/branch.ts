/** Where a taxonomy code stands: its ancestors, its level, and its rows. */

import type { PhraseValue } from '../../kernel/result';
import { codedColumns, type CodeNames } from '../contract';

const levels = [codedColumns.category, codedColumns.aspect, codedColumns.link] as const;

/** The code and its ancestors, topmost first. */
export function pathOf(codes: CodeNames, code: string): readonly string[] {
  const path: string[] = [];
  // The bound keeps a damaged taxonomy with a circle from running for ever.
  for (let at: string | undefined = code; at !== undefined && path.length < levels.length; at = codes.parent(at)) {
    path.unshift(at);
  }
  return path;
}

/** Id of the coded column whose values include this code. */
export function levelOf(codes: CodeNames, code: string): string {
  return levels[pathOf(codes, code).length - 1];
}

/** The coded level below this one; undefined below links and for columns of the file. */
export function levelBelow(column: string): string | undefined {
  const at = levels.findIndex((level) => level === column);
  return at < 0 ? undefined : levels[at + 1];
}

/** Name of a taxonomy code; the code itself where the taxonomy does not know it. */
export function codeName(codes: CodeNames, code: string): PhraseValue {
  const name = codes.name(code);
  return name ? { as: 'bilingual', zh: name.zh, en: name.en } : code;
}
