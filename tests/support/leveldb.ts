/** What a browser's profile holds on the disk, readable: the raw bytes, and what is compressed inside LevelDB tables. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const tableMagic = Buffer.from('57fb808b247547db', 'hex');

/** Every file below the folder, each with the texts that can be read in it. */
export function* readProfile(
  folder: string,
): Generator<{ readonly path: string; readonly contents: readonly Buffer[] }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const raw = readFileSync(path);
    yield {
      path,
      contents: [raw, ...unpackValue(raw), ...tableBlocks(raw).flatMap((block) => [block, ...values(block)])],
    };
  }
}

/** The data blocks of an SSTable, decompressed; none if the file is no table. */
function tableBlocks(file: Buffer): Buffer[] {
  if (file.length < 48 || !file.subarray(-8).equals(tableMagic)) return [];
  const footer = new Reader(file.subarray(-48));
  footer.varint();
  footer.varint();
  const index = block(file, footer.varint(), footer.varint());
  return entriesOf(index).map((value) => {
    const handle = new Reader(value);
    return block(file, handle.varint(), handle.varint());
  });
}

function block(file: Buffer, offset: number, size: number): Buffer {
  const body = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnappy(body) : body;
}

function entriesOf(body: Buffer): Buffer[] {
  const restarts = body.readUInt32LE(body.length - 4);
  const reader = new Reader(body.subarray(0, body.length - 4 - 4 * restarts));
  const entries: Buffer[] = [];
  while (!reader.isAtEnd) {
    reader.varint();
    const keyBytes = reader.varint();
    const valueBytes = reader.varint();
    reader.take(keyBytes);
    entries.push(reader.take(valueBytes));
  }
  return entries;
}

/** Values that the browser compressed once more before it gave them to the database. */
function values(body: Buffer): Buffer[] {
  return entriesOf(body).flatMap(unpackValue);
}

/** The browser marks a compressed value near its beginning: 0xff, its version, then 2 for Snappy. */
function unpackValue(value: Buffer): Buffer[] {
  for (let at = 0; at < 16; at++) {
    if (value[at] !== 0xff || value[at + 2] !== 2) continue;
    try {
      return [unsnappy(value.subarray(at + 3))];
    } catch {
      // Looked like the mark by chance.
    }
  }
  return [];
}

/** Decompresses a raw Snappy stream. */
export function unsnappy(input: Buffer): Buffer {
  const reader = new Reader(input);
  const length = reader.varint();
  if (length > 1 << 28) throw new RangeError(`too long: ${length}`);
  const output = Buffer.alloc(length);
  let at = 0;
  while (!reader.isAtEnd) {
    const tag = reader.byte();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const literal = reader.take((short < 60 ? short : reader.little(short - 59)) + 1);
      at += literal.copy(output, at);
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? ((tag >> 5) << 8) | reader.byte() : reader.little(kind === 2 ? 2 : 4);
    if (back === 0 || back > at || at + size > length) throw new RangeError('no Snappy stream');
    for (let i = 0; i < size; i++, at++) output[at] = output[at - back] ?? 0;
  }
  if (at !== length) throw new RangeError('cut off');
  return output;
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes.readUInt8(this.#at++);
  }

  little(size: number): number {
    this.#at += size;
    return this.#bytes.readUIntLE(this.#at - size, size);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  take(size: number): Buffer {
    if (this.#at + size > this.#bytes.length) throw new RangeError('cut off');
    this.#at += size;
    return this.#bytes.subarray(this.#at - size, this.#at);
  }
}
