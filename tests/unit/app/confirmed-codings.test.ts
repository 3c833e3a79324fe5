import { describe, expect, it } from 'vitest';
import { confirmedElsewhere, confirmedValues } from '../../../src/app/confirmed-codings';
import type { CodingEntry, DatasetEntry } from '../../../src/app/entries';
import { defaultTaxonomy } from '../../../src/domain/taxonomy/default-taxonomy';

const own = { ...defaultTaxonomy, id: 'own' };

function open(codings: Readonly<Record<string, Partial<CodingEntry> & { readonly own?: boolean }>>) {
  const datasets = Object.keys(codings).map(
    (id, at) =>
      ({
        id,
        name: id,
        manifest: { rows: 10_000, columns: [], blocks: [], source: { importedAt: at } },
      }) as unknown as DatasetEntry,
  );
  return {
    datasets,
    coding: (id: string) =>
      ({
        datasetId: id,
        column: 'c1',
        textColumn: 'c0',
        byValue: {},
        byRow: {},
        contributing: {},
        ...codings[id],
      }) as CodingEntry,
    taxonomyOf: (id: string) => (codings[id].own === true ? own : defaultTaxonomy),
  };
}

const many = (n: number, key: (i: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [key(i), 'G1.1.1']));

describe('what was confirmed in other datasets', () => {
  it('is that of the latest three by the same taxonomy, an even choice of 300 rows each', () => {
    const coded = { byRow: many(1_000, (i) => String(i * 7)) };
    const workbench = open({
      a: coded,
      b: coded,
      c: { ...coded, own: true },
      d: coded,
      e: { textColumn: null, ...coded },
      f: coded,
      g: {},
    });
    const found = confirmedElsewhere(workbench, 'g', defaultTaxonomy);
    expect(found.map(({ dataset }) => dataset.id)).toEqual(['f', 'd', 'b']);
    const rows = Object.keys(found[0].dataset.coding?.byRow ?? {}).map(Number);
    expect(rows).toHaveLength(300);
    expect([rows[0], rows.at(-1)]).toEqual([0, 997 * 7]);
    expect(confirmedElsewhere(workbench, 'f', defaultTaxonomy).map(({ dataset }) => dataset.id)).toEqual([
      'd',
      'b',
      'a',
    ]);
  });

  it('are all rows where there are few', () => {
    const byRow = many(5, String);
    const [only] = confirmedElsewhere(open({ a: { byRow }, b: {} }), 'b', defaultTaxonomy);
    expect(only.dataset.coding).toEqual({ column: 'c1', byRow, byValue: {}, contributing: {} });
  });

  it('are 500 values at most, the latest meaning of each', () => {
    const workbench = open({
      a: { byValue: { 排队: 'G1.1.1', 收费: 'G3.1.1' } },
      b: { byValue: { 排队: 'G2.2.1' } },
      c: { byValue: { 态度: 'G2.1.1' }, own: true },
    });
    expect(confirmedValues(workbench, defaultTaxonomy)).toEqual([
      { text: '排队', code: 'G2.2.1' },
      { text: '收费', code: 'G3.1.1' },
    ]);
    expect(confirmedValues(open({ a: { byValue: many(900, (i) => `v${i}`) } }), defaultTaxonomy)).toHaveLength(500);
  });
});
