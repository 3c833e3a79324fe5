/** Scars as power cuts, disk cleaners and bad sectors leave them in the files of a browser's database. */

import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { Profile } from './profile';

export interface Scar {
  readonly id: string;
  readonly name: string;
  readonly inflict: (profile: Profile) => void;
}

/** The last 4 KiB of a file as zeros: a power cut after the length was written and before the bytes were. */
function zeroTail(path: string): void {
  const { size } = statSync(path);
  const length = Math.min(4_096, size);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length), 0, length, size - length);
  closeSync(file);
}

function cut(path: string, share: number): void {
  truncateSync(path, Math.floor(statSync(path).size * (1 - share)));
}

/** Turns bits over, evenly spread over the file. */
export function flipBytes(path: string, count: number): void {
  const bytes = readFileSync(path);
  for (let i = 0; i < count; i++) bytes[Math.floor(((i + 0.5) * bytes.length) / count)] ^= 0xff;
  writeFileSync(path, bytes);
}

function scribble(path: string): void {
  writeFileSync(path, Buffer.alloc(statSync(path).size || 64, 0xa5));
}

/** The largest file of the database whose path fits; a scar needs something to hit. */
export function databaseFile(profile: Profile, pattern: RegExp): string {
  const found = databaseFilesOf(profile, pattern).at(-1);
  if (found === undefined) throw new RangeError(`the browser has no such file: ${pattern}`);
  return found;
}

function databaseFilesOf(profile: Profile, pattern: RegExp): readonly string[] {
  return profile.databaseFiles().filter((path) => path.includes('IndexedDB') && pattern.test(path));
}

const log = /\.indexeddb\.leveldb.\d+\.log$/;
const wal = /-wal$/;
/** The database of the product on SQLite: base-32 name, no suffix. */
export const sqliteMain = /http_localhost_\d+.[A-Z2-7]+$/;
export const blobFile = /\.indexeddb\.blob./;

const removeAll = (profile: Profile, pattern: RegExp): void => {
  for (const path of databaseFilesOf(profile, pattern)) rmSync(path);
};

export const levelDbScars: readonly Scar[] = [
  {
    id: 'S03',
    name: 'the last 4 KiB of the log are zeros',
    inflict: (profile) => zeroTail(databaseFile(profile, log)),
  },
  { id: 'S04', name: 'a fifth of the log is cut off', inflict: (profile) => cut(databaseFile(profile, log), 0.2) },
  { id: 'S05', name: 'the manifest is noise', inflict: (profile) => scribble(databaseFile(profile, /MANIFEST-\d+$/)) },
  { id: 'S05', name: 'the data files are gone', inflict: (profile) => removeAll(profile, /\d+\.(log|ldb)$/) },
  {
    id: 'S06',
    name: 'CURRENT and manifest are gone',
    inflict: (profile) => removeAll(profile, /(CURRENT|MANIFEST-\d+)$/),
  },
];

export const sqliteScars: readonly Scar[] = [
  {
    id: 'S07',
    name: 'the last 4 KiB of the log are zeros',
    inflict: (profile) => zeroTail(databaseFile(profile, wal)),
  },
  { id: 'S07', name: 'a fifth of the log is cut off', inflict: (profile) => cut(databaseFile(profile, wal), 0.2) },
  { id: 'S07', name: 'the main file is noise', inflict: (profile) => scribble(databaseFile(profile, sqliteMain)) },
  { id: 'S07', name: 'main file and log are gone', inflict: (profile) => removeAll(profile, /http_localhost_\d+./) },
];

/** Which engine the files on the disk are of. */
export function engineOf(profile: Profile): 'leveldb' | 'sqlite' | 'unknown' {
  const names = profile.databaseFiles();
  if (names.some((path) => path.includes('.indexeddb.leveldb') && basename(path) === 'CURRENT')) return 'leveldb';
  return names.some((path) => sqliteMain.test(path)) ? 'sqlite' : 'unknown';
}
