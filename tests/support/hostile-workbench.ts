import { artefactKinds } from '../../src/artefacts/registry';
import type { CellValue, Column } from '../../src/artefacts/contract';
import { defaultTaxonomy } from '../../src/domain/taxonomy/default-taxonomy';
import { sha256Hex } from '../../src/kernel/digest';
import { blocksIdOf } from '../../src/store/blocks';
import { decodePart, encodePart } from '../../src/store/block-format';
import { readBundle } from '../../src/store/bundle/read-bundle';
import { writeBundle } from '../../src/store/bundle/write-bundle';
import { blocksPath } from '../../src/store/bundle/format';
import { manifestOf } from '../../src/store/datasets';
import { isSafeKey } from '../../src/store/json';
import type { DatasetManifest, Json, Register, StoredRecord } from '../../src/store/types';

/** A workbench file whose every word of a person is a hostile one. */
export interface HostileWorkbench {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly records: readonly StoredRecord[];
  /** How many texts there were, each time counted that one stands somewhere. */
  readonly texts: number;
}

/** In a Chinese sample, what a person wrote has Chinese letters and what the product wrote has none. */
const isWritten = (text: string): boolean => /[\u3400-\u9fff]/.test(text);

/**
 * Rewrites a workbench file that was saved in Chinese: names, titles, notes, answers, headers, categories and the words in
 * rows, in keys and in ids too. A text gets the same word wherever it stands, so that names still refer to each other; the
 * words are dealt out in turn. The documents of the project are joined by one of each kind with a word in every cell, and
 * the taxonomy in use by a version of it with a word in every name, in both languages.
 */
export async function makeHostile(
  source: Uint8Array<ArrayBuffer>,
  words: readonly string[],
): Promise<HostileWorkbench> {
  const opened = await readBundle(source);
  if (!opened.ok) throw new RangeError(opened.failure.code);
  const { manifest } = opened.value;
  let texts = 0;
  let turn = 0;
  const known = new Map<string, string>();
  const taken = new Set<string>();
  const nextWord = (): string => words[turn++ % words.length];
  const rewrite = (text: string): string => {
    if (!isWritten(text)) return text;
    texts++;
    const before = known.get(text);
    if (before !== undefined) return before;
    const word = nextWord();
    // The first text that is a name of the prototype is nothing else; two texts must not become one.
    const made = isSafeKey(word) || taken.has(word) ? word + text : word;
    taken.add(made);
    known.set(text, made);
    return made;
  };
  const key = (text: string): string => {
    const made = rewrite(text);
    if (isSafeKey(made)) return made;
    known.set(text, made + text);
    return made + text;
  };
  const deep = (value: Json): Json => {
    if (typeof value === 'string') return rewrite(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(deep);
    return Object.fromEntries(Object.entries(value).map(([name, item]: [string, Json]) => [key(name), deep(item)]));
  };
  const records = opened.value.records.map((record): StoredRecord => {
    // The name of a project stands in drawings that are saved: first of all a word that no XML may hold.
    if (record.kind === 'project') turn = words.findIndex((word) => word.includes('\0'));
    // `2026-Q2 <outlet>`: the name in the id must stay that of the outlet.
    const id = record.id.replace(/^(\d{4}-Q\d )?(.+)$/, (_, quarter: string | undefined, rest: string) => {
      return (quarter ?? '') + rewrite(rest);
    });
    const fields = Object.entries(record.fields).map(([name, { value, stamp }]): [string, Register] => [
      key(name),
      { value: deep(value), stamp },
    ]);
    return { ...record, id, fields: Object.fromEntries(fields) };
  });
  const project = records.find(({ kind }) => kind === 'project');
  const stamp = manifest.clock;
  if (!project || stamp === null) throw new RangeError('the file has no project');
  records.push(...documents(project.id, stamp, nextWord), ...taxonomy(stamp, nextWord));

  const datasets: { id: string; read: () => Promise<Uint8Array> }[] = [];
  for (const [index, record] of records.entries()) {
    const before = manifestOf(record);
    if (record.kind !== 'dataset' || !before) continue;
    const blocksId = blocksIdOf(record.id, before);
    const part = await opened.value.readPart(blocksPath(blocksId));
    if (!part.ok) throw new RangeError(part.failure.code);
    const rewritten = await rewriteBlocks(before, part.value, rewrite);
    datasets.push({ id: blocksId, read: () => Promise.resolve(rewritten.bytes) });
    const value = { ...before, blocks: rewritten.blocks } as unknown as Json;
    records[index] = {
      ...record,
      fields: { ...record.fields, manifest: { value, stamp: record.fields.manifest.stamp } },
    };
  }
  const { bytes } = await writeBundle({
    manifest: { ...manifest, from: { ...manifest.from, name: words[1] } },
    records,
    datasets,
  });
  return { bytes, records, texts };
}

async function rewriteBlocks(
  { blocks }: DatasetManifest,
  packed: Uint8Array<ArrayBuffer>,
  rewrite: (text: string) => string,
): Promise<{ readonly bytes: Uint8Array; readonly blocks: DatasetManifest['blocks'] }> {
  const pieces: Uint8Array[] = [];
  const references: DatasetManifest['blocks'][number][] = [];
  let at = 0;
  for (const block of blocks) {
    const part = decodePart(packed.slice(at, at + block.bytes));
    if (!part) throw new RangeError('a block of another format');
    at += block.bytes;
    const bytes = encodePart(part.layout === 'dictionary' ? { ...part, entries: part.entries.map(rewrite) } : part);
    pieces.push(bytes);
    references.push({ ...block, bytes: bytes.length, digest: await sha256Hex(bytes) });
  }
  return { bytes: Buffer.concat(pieces), blocks: references };
}

/** A document of every kind, each with as many rows of each list as it takes to hold a few words. */
function documents(project: string, stamp: string, nextWord: () => string): StoredRecord[] {
  const cell = (column: Column): CellValue => {
    switch (column.input) {
      case 'text':
      case 'person':
        return nextWord();
      case 'number':
        return column.min ?? 1;
      case 'choice':
        return column.choices[0];
      case 'switch':
        return true;
      case 'code':
        return 'G2.2.1';
      case 'codes':
        return ['G2.2.1'];
      case 'date':
        return 20_000;
      case 'row':
      case 'analysis':
        return null;
    }
  };
  return artefactKinds.map(({ id: artefact, fields, lists }): StoredRecord => {
    const values: Record<string, Json> = {
      project,
      artefact,
      title: nextWord(),
      owner: nextWord(),
      status: 'draft',
      createdAt: 1_780_000_000_000,
    };
    for (const column of fields) values[`f.${column.key}`] = cell(column);
    for (const { key, columns } of lists) {
      for (let row = 0; row < 4; row++) {
        const at = `r.${key}.${artefact}${key}${row}`;
        values[`${at}.order`] = `a${row}`;
        for (const column of columns) values[`${at}.${column.key}`] = cell(column);
      }
    }
    const registers = Object.entries(values).map(([name, value]): [string, Register] => [name, { value, stamp }]);
    return { id: `hostile-${artefact}`, kind: 'artefact', fields: Object.fromEntries(registers) };
  });
}

/** The shipped taxonomy as another version, a word before every name and sentence of it, and the choice to use that one. */
function taxonomy(stamp: string, nextWord: () => string): StoredRecord[] {
  const deep = (value: Json): Json => {
    if (typeof value === 'string') return isWritten(value) || / /.test(value) ? nextWord() + value : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(deep);
    return Object.fromEntries(Object.entries(value).map(([name, item]: [string, Json]) => [name, deep(item)]));
  };
  const version = '9.0.0';
  const value = { ...(deep(JSON.parse(JSON.stringify(defaultTaxonomy)) as Json) as object), version };
  return [
    { id: version, kind: 'taxonomy', fields: { taxonomy: { value, stamp } } },
    { id: 'workbench', kind: 'setting', fields: { taxonomyId: { value: version, stamp } } },
  ];
}
