import { describe, expect, it } from 'vitest';
import {
  isCoded,
  toAnalysis,
  toCoding,
  toDataset,
  toDatasetRef,
  toPlan,
  toProject,
  toTaxonomyEntry,
  toValueMap,
  waitsForCoding,
} from '../../../src/app/entries';
import type { Json, RecordKind, StoredRecord } from '../../../src/store/types';

function record(kind: RecordKind, values: Readonly<Record<string, Json>>): StoredRecord {
  const stamp = '1-0-a';
  const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, stamp }]));
  return { kind, id: 'r1', fields };
}

const manifest = {
  rows: 2,
  chunkRows: 65_536,
  columns: [{ id: 'c0', name: 'a', type: 'text' }],
  blocks: [],
  source: { fileName: 'a.csv' },
};

describe('entries', () => {
  it('reads a dataset and names it by its id if it has no name', () => {
    expect(toDataset(record('dataset', { manifest, name: '三月' }))).toEqual({ id: 'r1', name: '三月', manifest });
    expect(toDataset(record('dataset', { manifest }))?.name).toBe('r1');
  });

  it.each([
    ['dataset', toDataset, { manifest }],
    ['analysis', toAnalysis, { slice: 'pareto', datasetId: 'd' }],
    ['coding', toCoding, {}],
    ['project', toProject, {}],
    ['taxonomy', toTaxonomyEntry, { taxonomy: {} }],
  ] as const)('leaves a deleted %s out', (kind, read, fields) => {
    expect(read(record(kind, fields))).not.toBeNull();
    expect(read(record(kind, { ...fields, deleted: true }))).toBeNull();
  });

  it.each([
    ['a dataset without manifest', toDataset(record('dataset', { name: 'x' }))],
    ['a dataset whose manifest is a word', toDataset(record('dataset', { manifest: 'x' }))],
    ['an analysis without slice', toAnalysis(record('analysis', { datasetId: 'd' }))],
    ['an analysis whose dataset is a number', toAnalysis(record('analysis', { slice: 'pareto', datasetId: 7 }))],
    ['a plan that is a word', toPlan(record('mapping', { plan: 'x' }))],
    ['a taxonomy that is missing', toTaxonomyEntry(record('taxonomy', {}))],
  ])('leaves out %s', (_, entry) => {
    expect(entry).toBeNull();
  });

  it('keeps each decision of a coding under its value or row, and forgets those taken back', () => {
    const coding = toCoding(
      record('coding', {
        column: 'c1',
        textColumn: null,
        taxonomyVersion: '1.0.0',
        'value:排队': 'G2.2.1',
        'value:其他': null,
        'value:value:x': 'G1.1.1',
        'row:12': 'G3.2.1',
        'row:13': null,
        'contributing:12': ['G2.2.1', 7, 'G1.1.1'],
        'contributing:13': [],
        'contributing:14': 'G1.1.1',
      }),
    );
    expect(coding).toMatchObject({ datasetId: 'r1', column: 'c1', textColumn: null, taxonomyVersion: '1.0.0' });
    expect({ ...coding?.byValue }).toEqual({ 排队: 'G2.2.1', 'value:x': 'G1.1.1' });
    expect({ ...coding?.byRow }).toEqual({ '12': 'G3.2.1' });
    expect({ ...coding?.contributing }).toEqual({ '12': ['G2.2.1', 'G1.1.1'] });
  });

  it('takes source categories for what they are, also those that JavaScript knows', () => {
    const map = toValueMap(
      record('mapping', { 'value:__proto__': 'G1.1.1', 'value:constructor': 'G1.1.2', 'value:toString': null }),
    );
    expect(Object.keys(map).sort()).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(map, 'toString')).toBe(false);
    expect(Object.getPrototypeOf(map)).toBeNull();
  });

  it('lists only ids that are texts', () => {
    expect(
      toProject(record('project', { name: '示例', invented: true, datasetIds: ['a', 7, null], analysisIds: 'b' })),
    ).toEqual({
      id: 'r1',
      archived: false,
      createdAt: 0,
      name: '示例',
      invented: true,
      datasetIds: ['a'],
      analysisIds: [],
    });
  });

  it('gives the worker plain data that can be cloned', () => {
    const dataset = toDataset(record('dataset', { manifest }));
    const coding = toCoding(record('coding', { column: 'c0', 'value:a': 'G1.1.1' }));
    const ref = dataset && toDatasetRef(dataset, coding);
    expect(structuredClone(ref)).toEqual({
      id: 'r1',
      rows: 2,
      chunkRows: 65_536,
      columns: manifest.columns,
      blocks: [],
      coding: { column: 'c0', byValue: { a: 'G1.1.1' }, byRow: {}, contributing: {} },
    });
    expect(dataset && toDatasetRef(dataset, null).coding).toBeNull();
  });
});

describe('a dataset that waits for its coding', () => {
  const dataset = (type: string, invented = false) =>
    toDataset(
      record('dataset', {
        manifest: { ...manifest, columns: [{ id: 'c0', name: 'a', type }], source: { fileName: 'a.csv', invented } },
      }),
    ) as NonNullable<ReturnType<typeof toDataset>>;
  // An import always leaves a record of the coding, with nothing in it where nothing was mapped.
  const imported = { column: null, textColumn: 'c0', taxonomyVersion: '1.0.0' };

  it.each([
    [{}, false],
    [imported, false],
    [{ ...imported, column: 'c0' }, false],
    [{ ...imported, 'value:排队': 'G1.1.1' }, false],
    [{ ...imported, column: 'c0', 'value:排队': null }, false],
    [{ ...imported, column: 'c0', 'value:排队': 'G1.1.1' }, true],
    [{ ...imported, 'row:3': 'G1.1.1' }, true],
  ])('%j is coded: %s', (fields: Readonly<Record<string, Json>>, coded) => {
    const coding = toCoding(record('coding', fields));
    expect(isCoded(coding)).toBe(coded);
    expect(waitsForCoding(dataset('category'), coding)).toBe(!coded);
  });
  it('is one with words, and none that was invented', () => {
    expect(waitsForCoding(dataset('text'), null)).toBe(true);
    expect(waitsForCoding(dataset('number'), null)).toBe(false);
    expect(waitsForCoding(dataset('category', true), null)).toBe(false);
  });
});
