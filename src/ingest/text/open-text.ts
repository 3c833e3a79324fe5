import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { IssueLog } from '../issue-log';
import type { RowSource } from '../raw-table';
import type { EncodingName, InspectOptions, Issue } from '../types';
import { createDecoder, detectEncoding, readByteOrderMark, type EncodingGuess } from './detect-encoding';
import { collapseBlanks, detectDialect } from './detect-dialect';
import { PapaSource } from './papa-source';
import { isSafeToSplit, prepareBytes, toUtf8 } from './prepare-bytes';
import { TextSource } from './text-source';

/** A text file whose encoding and delimiter are settled. */
export interface OpenedText {
  readonly encoding: EncodingName;
  /** Null = one column. A blank stands for any run of blanks. */
  readonly delimiter: string | null;
  readonly source: RowSource;
  readonly issues: readonly Issue[];
}

/**
 * Opens delimited text: settles encoding and dialect, and chooses the reader.
 *
 * Delimiters that are not one ASCII character go to the companion parser; all else to the columnar reader.
 *
 * Fails  no-rows
 */
export function openText(
  bytes: Uint8Array,
  options: Pick<InspectOptions, 'encoding' | 'delimiter'> = {},
): Result<OpenedText, Failure> {
  const issues = new IssueLog();
  const guess = options.encoding ? chosenEncoding(bytes, options.encoding) : detectEncoding(bytes);
  if (!guess.sure && !guess.mixedWith) issues.note('encodingUncertain', 'warning', { encoding: guess.encoding });
  const prepared = prepareBytes(bytes, guess.encoding, guess.bom);
  if (prepared.nulls > 0) issues.note('nulRemoved', 'warning', { n: prepared.nulls }, { count: prepared.nulls });
  if (!hasVisibleByte(prepared.bytes)) return fail('no-rows');
  const dialect = detectDialect(prepared.bytes);
  if (dialect.line > 1) issues.note('separatorHint', 'info', { row: 1 }, { row: 1 });
  const chosen = options.delimiter;
  const common = { encoding: guess.encoding, issues: issues.list() };
  if (chosen && !/^[\t -~]$/.test(chosen)) {
    const text = createDecoder(prepared.encoding).decode(prepared.bytes);
    return ok({ ...common, delimiter: chosen, source: new PapaSource(text, chosen) });
  }
  const blanks = chosen ? chosen === ' ' : dialect.blanks;
  const delimiter = chosen ? chosen.charCodeAt(0) : dialect.delimiter;
  const splittable = isSafeToSplit(prepared.encoding, delimiter)
    ? { bytes: prepared.bytes, encoding: prepared.encoding }
    : { bytes: toUtf8(prepared.bytes, prepared.encoding), encoding: 'utf-8' as const };
  const layout = {
    ...splittable,
    bytes: blanks ? collapseBlanks(splittable.bytes) : splittable.bytes,
    mixedWith: guess.mixedWith,
    delimiter,
    start: dialect.start,
    line: dialect.line,
  };
  return ok({
    ...common,
    delimiter: delimiter === 0 ? null : String.fromCharCode(delimiter),
    source: new TextSource(layout),
  });
}

function chosenEncoding(bytes: Uint8Array, encoding: EncodingName): EncodingGuess {
  const mark = readByteOrderMark(bytes);
  return { encoding, bom: mark?.encoding === encoding ? mark.bom : 0, mixedWith: null, sure: true };
}

/** A control character that is no blank is something: its line is read as a row, too. */
function hasVisibleByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}
