import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

/** A catalogue as a flat map: `home.title` → sentence. */
export function flatten(node: object, prefix = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const path = prefix + key;
    if (typeof value === 'object' && value !== null) return [...flatten(value, `${path}.`)];
    return [[path, String(value)]];
  });
  return new Map(entries);
}

export const sentences = { 'zh-CN': flatten(zhCN), en: flatten(en) } as const;

/** The names between braces, sorted, each once; `{n|row|rows}` is the name `n`. */
export function placeholders(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}
