import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GageOutcome } from '../../../src/analyses/gage-rr/outcome';
import { gageRrSlice } from '../../../src/analyses/gage-rr/slice';
import { figuresOf } from '../../../src/analyses/gage-rr/words';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, noCodes, textsOf } from './render';

interface Case {
  input: { parts: string[]; operators: string[]; values: number[] };
  expected: Record<string, unknown>;
}

function reference(name: string): Case {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../reference/cases', `${name}.json`), 'utf8')) as Case;
}

function tableFrom({ input }: Case): Table {
  return tableOf(
    words('c0', input.parts, '录音'),
    words('c1', input.operators, '计时员'),
    numeric('c2', 'number', input.values, '秒数'),
  );
}

function run(table: Table, spec: Record<string, unknown> = {}): GageOutcome {
  const parsed = gageRrSlice.parse({ part: 'c0', operator: 'c1', measure: 'c2', ...spec });
  if (!parsed.ok) throw new Error(parsed.failure.code);
  const result = gageRrSlice.run({ table, codes: noCodes }, parsed.value);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const aiag = reference('gage_rr-01-aiag');

describe('gage R&R: the study of the AIAG manual', () => {
  const table = tableFrom(aiag);
  const outcome = run(table);
  it('pools the interaction and takes 27.86 % of the study variation', () => {
    expect(outcome.anova?.interactionPooled).toBe(true);
    expect(figuresOf(outcome, 'totalGageRR')?.studyVariation).toBeCloseTo(0.2786, 4);
    expect(figuresOf(outcome, 'totalGageRR')?.contribution).toBeCloseTo(0.0776, 4);
    expect(figuresOf(outcome, 'interaction')).toBeUndefined();
    expect(outcome.distinct).toBe(4);
    expectCleanTexts(gageRrSlice, outcome);
    expectPlainData(outcome);
  });
  it('judges by the tolerance where one is given', () => {
    const given = run(table, { tolerance: 8 });
    const gage = figuresOf(given, 'totalGageRR');
    expect(gage?.tolerance).toBeCloseTo((6 * (gage?.sd ?? 0)) / 8, 12);
    expect(textsOf(gageRrSlice, given, 'en').join('\n')).toContain('of the tolerance, between 10% and 30%');
    expectCleanTexts(gageRrSlice, given);
  });
  it('by averages and ranges', () => {
    const { expected } = reference('gage_rr-08-aiag-average-range');
    const ranged = run(table, { method: 'averageRange' });
    expect(ranged.averageRange?.meanRange).toBeCloseTo(expected['rBarBar'] as number, 9);
    expect(ranged.distinct).toBe(5);
    expectCleanTexts(gageRrSlice, ranged);
    expectPlainData(ranged);
  });
  it('keeps the interaction on demand', () => {
    const kept = run(table, { pooling: 'never' });
    expect(kept.anova?.reduced).toBeNull();
    expect(figuresOf(kept, 'interaction')).toBeDefined();
    expectCleanTexts(gageRrSlice, kept);
  });
  it('opens the readings behind a point', () => {
    const rows = applyFilters(table, outcome.cells[0][0].filters);
    expect(rows.ok && Array.from(rows.value ?? [])).toEqual([0, 10, 20]);
    expect(outcome.cells[0][0].mean).toBeCloseTo((0.29 + 0.41 + 0.64) / 3, 12);
  });
  it('finds part and operator by their numbers', () => {
    expect(gageRrSlice.defaults({ table, codes: noCodes })).toMatchObject({
      value: { part: 'c0', operator: 'c1', measure: 'c2' },
    });
  });
});

describe('gage R&R: other studies', () => {
  it('one operator has no reproducibility', () => {
    const outcome = run(tableFrom(reference('gage_rr-05-single-operator')));
    expect(figuresOf(outcome, 'reproducibility')?.sd).toBe(0);
    expectCleanTexts(gageRrSlice, outcome);
    expectPlainData(outcome);
  });
  it('refuses unbalanced and unreplicated studies, and the same column twice', () => {
    expect(() => run(tableFrom(reference('gage_rr-06-unbalanced')))).toThrow('gage-unbalanced');
    expect(() => run(tableFrom(reference('gage_rr-07-no-replicates')))).toThrow('gage-unreplicated');
    expect(() => run(tableFrom(aiag), { operator: 'c0' })).toThrow('gage-choose-columns');
  });
});
