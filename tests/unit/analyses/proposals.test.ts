import { describe, expect, it } from 'vitest';
import { attributeAgreementSlice } from '../../../src/analyses/attribute-agreement/slice';
import { codedColumns } from '../../../src/analyses/contract';
import { reliabilitySlice } from '../../../src/analyses/reliability/slice';
import { survivalSlice } from '../../../src/analyses/survival/slice';
import { weightedIndexSlice } from '../../../src/analyses/weighted-index/slice';
import { numeric, tableOf, words } from '../table/build-table';
import { proposalOf } from './spec-runner';

const days = [100, 101, 102, 103, 104, 105];
const later = (by: number): number[] => days.map((day) => day + by);

describe('what analyses propose', () => {
  it.each(['应办结日期', '答复截止日', '到期日', 'due_date', 'Reply deadline'])(
    'never takes %s for the end of a time, nor for its start',
    (name) => {
      const table = tableOf(
        numeric('c0', 'date', days, '受理日期'),
        numeric('c1', 'date', later(15), name),
        numeric('c2', 'date', later(9), '办结日期'),
      );
      expect(proposalOf(survivalSlice, table)).toMatchObject({ startColumn: 'c0', endColumn: 'c2' });
      expect(proposalOf(survivalSlice, tableOf(table.columns[0], table.columns[1]))).toBe('survival-needs-dates');
    },
  );

  it('takes a residue for no due date', () => {
    const table = tableOf(numeric('c0', 'date', days, 'opened'), numeric('c1', 'date', later(3), 'residue closed'));
    expect(proposalOf(survivalSlice, table)).toMatchObject({ startColumn: 'c0', endColumn: 'c1' });
  });

  it('holds no column against its own coding, but two people against each other', () => {
    const first = words('c0', ['G1', 'G2', 'G1', 'G3'], '甲');
    const second = words('c1', ['G1', 'G2', 'G3', 'G3'], '乙');
    const coded = words(codedColumns.link, ['G1', 'G2', 'G1', 'G3']);
    expect(proposalOf(attributeAgreementSlice, tableOf(first, coded))).toBe('agreement-no-raters');
    expect(proposalOf(attributeAgreementSlice, tableOf(first, second, coded))).toMatchObject({ raters: ['c0', 'c1'] });
  });

  it('adds up neither grades of harm nor columns that are mostly empty', () => {
    const table = tableOf(
      numeric('c0', 'number', [80, 90, 70, 60], '得分'),
      numeric('c1', 'number', [1, 2, 3, 4], '严重度'),
      numeric('c2', 'number', [5, null, null, null], '评分'),
      numeric('c3', 'number', [5, 50, null, null], '满意率'),
    );
    expect(proposalOf(weightedIndexSlice, table)).toMatchObject({ parts: [{ column: 'c0' }, { column: 'c3' }] });
    const sparse = tableOf(numeric('c0', 'number', [80, 90, null, null, null], '得分'));
    expect(proposalOf(weightedIndexSlice, sparse)).toMatchObject({ parts: [{ column: 'c0' }] });
  });

  it('joins only questions whose names begin alike', () => {
    const answers = [1, 2, 3, 4, 5];
    const named = (...names: string[]) =>
      tableOf(...names.map((name, index) => numeric(`c${index}`, 'number', answers, name)));
    expect(proposalOf(reliabilitySlice, named('E1', 'E2', 'P1', 'P2', 'P3', '严重度'))).toMatchObject({
      items: ['c2', 'c3', 'c4'],
    });
    expect(proposalOf(reliabilitySlice, named('态度', '环境'))).toMatchObject({ items: ['c0', 'c1'] });
  });
});
