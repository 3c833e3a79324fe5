import { asciiText } from '../ascii-text';

const decoder = new TextDecoder();
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of bytes between two tags: UTF-8, with the five entities and character numbers; others stay as written. */
export function decodeXml(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < 32) {
    const short = shortAscii(bytes, start, end);
    if (short !== null) return short;
  }
  const text = decoder.decode(bytes.subarray(start, end));
  const oneBreak = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return oneBreak.includes('&') ? oneBreak.replace(/&(#x?[0-9a-fA-F]{1,8}|[a-z]{2,4});/g, resolve) : oneBreak;
}

/** Whether text stands in its bytes as it is meant: without entities and line ends that XML would change. */
export function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === 38 || bytes[i] === 13) return false;
  return true;
}

/** Most cells are short plain words and numbers: no decoder is as fast as none. */
function shortAscii(bytes: Uint8Array, start: number, end: number): string | null {
  for (let i = start; i < end; i++) if (bytes[i] > 126 || bytes[i] === 38 || bytes[i] === 13) return null;
  return asciiText(bytes, start, end);
}

function resolve(whole: string, entity: string): string {
  if (!entity.startsWith('#')) return named[entity] ?? whole;
  const code = entity[1] === 'x' ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/**
 * Characters that XML cannot hold, written by workbooks as `_x000D_`; `_x005F_` is the underscore that protects such
 * a text.
 *
 * Source  ECMA-376 part 1, §22.9.2.19 (ST_Xstring)
 */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
