import type { PhraseParams } from '../kernel/result';
import type { TwinColumn } from './contract';
import { say } from './phrases';

/** Makes the columns of one table; `codeOf` gives the phrase that labels the column of a key. */
export function columnsBy(
  codeOf: (key: string) => string,
  params: PhraseParams = {},
): (key: string, format: TwinColumn['format'], digits?: number) => TwinColumn {
  return (key, format, digits) => ({
    key,
    label: say(codeOf(key), params),
    format,
    ...(digits === undefined ? {} : { digits }),
  });
}
