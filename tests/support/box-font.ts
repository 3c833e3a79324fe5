import type { BrowserContext } from '@playwright/test';

/** Blocks of characters that a Chinese page is written in. */
const blocks: readonly (readonly [number, number])[] = [
  [0x2e80, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
];

const em = 1000;

/**
 * Lets the pages of a context have a font for Chinese, under the name of one that the product asks for.
 *
 * A machine for tests often has none. Chromium then looks for one anew for each piece of text, which takes ten times as
 * long as the layout of the page; no laptop that the product is used on is such a machine.
 */
export async function installBoxFont(context: BrowserContext): Promise<void> {
  await context.addInitScript((font) => {
    document.fonts.add(new FontFace('Microsoft YaHei', Uint8Array.from(font)));
  }, Array.from(boxFont()));
}

/**
 * A font in which every Chinese character is the same box, an em wide (TrueType).
 *
 * Source    OpenType 1.9.1: cmap format 13 maps many characters to one glyph
 */
export function boxFont(): Uint8Array<ArrayBuffer> {
  const tables: Record<string, number[]> = {
    'OS/2': [
      ...u16(4, em, 400, 5, 0),
      ...u16(650, 700, 0, 140, 650, 700, 0, 480, 50, 260),
      ...u16(0),
      ...Array<number>(10).fill(0),
      ...u32(0, 1 << 27, 0, 0),
      ...[...'NONE'].map((c) => c.charCodeAt(0)),
      ...u16(0x40, blocks[0][0], 0xffef, 880, -120 & 0xffff, 0, 880, 120),
      ...u32(0, 0),
      ...u16(500, 700, 0, 32, 1),
    ],
    cmap: [
      ...u16(0, 1, 3, 10),
      ...u32(12),
      ...u16(13, 0),
      ...u32(16 + blocks.length * 12, 0, blocks.length),
      ...blocks.flatMap(([first, last]) => u32(first, last, 1)),
    ],
    glyf: [...box(), ...box()],
    head: [
      ...u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      ...u16(0x000b, em),
      ...u32(0, 0, 0, 0),
      ...u16(50, 0, 950, 800, 0, 8, 2, 0, 0),
    ],
    hhea: [...u32(0x00010000), ...u16(880, -120 & 0xffff, 0, em, 50, 50, 950, 1, 0, 0, 0, 0, 0, 0, 0, 2)],
    hmtx: u16(em, 50, em, 50),
    loca: u16(0, box().length / 2, box().length),
    maxp: [...u32(0x00010000), ...u16(2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: u16(0, 0, 6),
    post: [...u32(0x00030000, 0), ...u16(0, 0), ...u32(0, 0, 0, 0, 0)],
  };
  return assemble(tables);
}

/** One contour of four points, all on the curve. */
function box(): number[] {
  return [...u16(1, 50, 0, 950, 800, 3, 0), 1, 1, 1, 1, ...u16(50, 0, 900, 0, 0, 800, 0, -800 & 0xffff)];
}

function u16(...values: readonly number[]): number[] {
  return values.flatMap((value) => [(value >> 8) & 255, value & 255]);
}

function u32(...values: readonly number[]): number[] {
  return values.flatMap((value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
}

function assemble(tables: Readonly<Record<string, readonly number[]>>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(tables).sort();
  const log = Math.floor(Math.log2(names.length));
  const bytes = [...u32(0x00010000), ...u16(names.length, 16 << log, log, names.length * 16 - (16 << log))];
  let at = 12 + names.length * 16;
  for (const name of names) {
    const table = tables[name];
    bytes.push(...[...name].map((c) => c.charCodeAt(0)), ...u32(checksum(table), at, table.length));
    at += (table.length + 3) & ~3;
  }
  for (const name of names) {
    bytes.push(...tables[name]);
    while (bytes.length % 4 !== 0) bytes.push(0);
  }
  return Uint8Array.from(bytes);
}

function checksum(table: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < table.length; i++) sum = (sum + table[i] * 2 ** (24 - (i % 4) * 8)) >>> 0;
  return sum;
}
