import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { inflatePart } from './inflate-part';
import { Token, XmlCursor } from './xml-cursor';
import { decodeXml, unescapeXstring } from './xml-text';
import { damaged, type ZipArchive, type ZipEntry } from './zip-archive';

/** Collects the text of one string item: its runs joined, its phonetic guide left out. */
export class TextRuns {
  private text = '';
  private capturing = false;
  private phonetic = false;

  reset(): void {
    this.text = '';
    this.capturing = false;
    this.phonetic = false;
  }

  open(cursor: XmlCursor): void {
    if (cursor.is('t')) this.capturing = !this.phonetic && !cursor.isEmpty;
    else if (cursor.is('rPh')) this.phonetic = !cursor.isEmpty;
  }

  close(cursor: XmlCursor): void {
    if (cursor.is('t')) this.capturing = false;
    else if (cursor.is('rPh')) this.phonetic = false;
  }

  add(cursor: XmlCursor): void {
    if (this.capturing) this.text += textOf(cursor);
  }

  /** Still with its escapes; see `unescapeXstring`. */
  value(): string {
    return this.text;
  }
}

/** The text at the cursor; character data is taken as it stands. */
export function textOf(cursor: XmlCursor): string {
  return cursor.isCdata
    ? new TextDecoder().decode(cursor.bytes.subarray(cursor.textStart, cursor.textEnd))
    : decodeXml(cursor.bytes, cursor.textStart, cursor.textEnd);
}

/**
 * Reads the shared strings of a workbook, in order.
 *
 * Fails  workbook-damaged, workbook-doctype, cancelled
 */
export async function readSharedStrings(
  archive: ZipArchive,
  entry: ZipEntry,
  signal?: AbortSignal,
): Promise<Result<readonly string[], Failure>> {
  const cursor = new XmlCursor();
  const runs = new TextRuns();
  const strings: string[] = [];
  let stop: Token | null = null;
  const step = (token: Token): void => {
    if (token === Token.text) runs.add(cursor);
    else if (token === Token.open) {
      if (cursor.is('si')) runs.reset();
      else runs.open(cursor);
      if (cursor.is('si') && cursor.isEmpty) strings.push('');
    } else if (token === Token.close) {
      if (cursor.is('si')) strings.push(unescapeXstring(runs.value()));
      else runs.close(cursor);
    } else stop = token;
  };
  const read = await inflatePart(
    archive,
    entry,
    (piece) => {
      cursor.push(piece);
      for (let token = cursor.next(); token !== Token.more && stop === null; token = cursor.next()) step(token);
      return stop === null;
    },
    { signal },
  );
  if (!read.ok) return read;
  if (stop === Token.doctype) return fail('workbook-doctype', { part: entry.name });
  return stop === null ? ok(strings) : damaged(entry.name);
}
