import { describe, expect, it } from 'vitest';
import { convert } from '../../../src/ingest/convert';
import { defaultPlan } from '../../../src/ingest/default-plan';
import { recallPlan } from '../../../src/ingest/recall-plan';
import type { ColumnPlan, ImportPlan, ReadingOptions } from '../../../src/ingest/types';
import { importText, unwrap } from './support/import-fixture';
import { cellsOf, type Cell } from './support/read-column';

const header = '编号,值';
const rows = (values: readonly string[]): string =>
  [header, ...values.map((value, i) => `A${i + 1},"${value}"`)].join('\n') + '\n';

async function planOf(values: readonly string[], change: Partial<ColumnPlan> = {}): Promise<ImportPlan> {
  const { opened } = await importText(rows(values));
  const plan = defaultPlan(opened.inspection);
  return { ...plan, columns: plan.columns.map((column) => (column.name === '值' ? { ...column, ...change } : column)) };
}

/** What the column becomes when the remembered plan meets these values. */
async function recalled(values: readonly string[], remembered: ImportPlan) {
  const { opened } = await importText(rows(values));
  const found = recallPlan(opened, defaultPlan(opened.inspection), remembered);
  const { table } = unwrap(await convert(found.opened, found.plan));
  const { type, reading } = found.plan.columns[1];
  return {
    type,
    reading,
    cells: cellsOf(table, '值'),
    notes: found.notes.map(({ what, outcome }) => `${what} ${outcome}`),
    plan: found.plan,
  };
}

describe('a remembered plan', () => {
  it('takes over what was decided for columns of the same name', async () => {
    const before = defaultPlan((await importText('编号,量\n1,2\n3,4\n')).opened.inspection);
    const remembered = {
      ...before,
      columns: before.columns.map((c) => ({ ...c, type: 'text' as const, reading: {}, include: c.name === '量' })),
    };
    const { opened } = await importText('编号,量,新\n1,2,3\n3,4,5\n');
    const now = defaultPlan(opened.inspection);
    const { plan, notes } = recallPlan(opened, now, remembered);
    expect(plan.columns.map(({ name, include }) => [name, include])).toEqual([
      ['编号', false],
      ['量', true],
      ['新', true],
    ]);
    expect(plan.columns[1].type).toBe('text');
    expect(plan.columns[2].type).toBe(now.columns[2].type);
    expect(notes).toContainEqual(expect.objectContaining({ column: 'c1', name: '量', what: 'type', outcome: 'kept' }));
  });

  it('does not carry masking that was off to the next file', async () => {
    const remembered = { ...(await planOf(['1'])), mask: false };
    expect((await recalled(['2'], remembered)).plan.mask).toBe(true);
  });

  it('of the same reading says nothing', async () => {
    expect((await recalled(['1', '2'], await planOf(['3', '4']))).notes).toEqual([]);
  });
});

describe('a remembered reading', () => {
  const dmy: Partial<ColumnPlan> = { type: 'date', reading: { dateOrder: 'dmy' } };
  const doubtful = ['03/04/2024', '05/06/2024', '07/08/2024'];

  it.each<[string, readonly string[], Partial<ColumnPlan>, ReadingOptions, readonly Cell[], readonly string[]]>([
    [
      'day and month: the file proves another order',
      ['03/04/2024', '12/25/2024'],
      dmy,
      { dateOrder: 'mdy' },
      ['2024-03-04', '2024-12-25'],
      ['reading differs'],
    ],
    [
      'day and month: the file leaves it open',
      doubtful,
      dmy,
      { dateOrder: 'dmy' },
      ['2024-04-03', '2024-06-05', '2024-08-07'],
      ['reading kept'],
    ],
    [
      'day and month: the file contradicts itself',
      ['13/04/2024', '12/25/2024', '01/02/2024'],
      dmy,
      {},
      ['2024-04-13', '2024-12-25', null],
      ['reading open'],
    ],
    [
      'day and month: years first need no order',
      ['2024-03-04', '2024-05-06'],
      dmy,
      { dateOrder: 'dmy' },
      ['2024-03-04', '2024-05-06'],
      [],
    ],
    [
      'decimal comma, but the file writes points',
      ['12.5', '7.25'],
      { type: 'number', reading: { decimal: ',' } },
      { decimal: '.' },
      [12.5, 7.25],
      ['reading differs'],
    ],
    [
      'decimal point, but the file writes commas',
      ['12,5', '7,25'],
      { type: 'number', reading: { decimal: '.' } },
      { decimal: ',' },
      [12.5, 7.25],
      ['reading differs'],
    ],
    [
      'decimal comma, and 1.234 may be either',
      ['1.234', '5'],
      { type: 'number', reading: { decimal: ',' } },
      { decimal: ',' },
      [1234, 5],
      ['reading kept'],
    ],
    [
      'decimal comma, and only whole numbers',
      ['1', '5'],
      { type: 'number', reading: { decimal: ',' } },
      { decimal: ',' },
      [1, 5],
      [],
    ],
    [
      'yes-words, but the file uses others',
      ['是', '否', '是'],
      { type: 'boolean', reading: { yesWords: ['有'] } },
      {},
      [1, 0, 1],
      ['reading differs'],
    ],
    [
      'the usual words, but in this file 无 means no',
      ['有', '无'],
      { type: 'boolean', reading: {} },
      { yesWords: ['有'] },
      [1, 0],
      ['reading differs'],
    ],
    [
      'what 3:20 means, which the file does not say',
      ['3:20', '4:10'],
      { type: 'duration', reading: { clockStyle: 'h:mm' } },
      { clockStyle: 'h:mm' },
      [12_000, 15_000],
      ['reading kept'],
    ],
  ])('%s', async (_, values, change, reading, cells, notes) => {
    const remembered = await planOf(values, change);
    const found = await recalled(values, remembered);
    expect(found).toMatchObject({ type: change.type, reading });
    expect(Object.keys(found.reading)).toEqual(Object.keys(reading));
    expect(found.cells).toEqual(cells);
    expect(found.notes).toEqual(notes);
  });
});

describe('a remembered type', () => {
  it.each<[string, readonly string[], Partial<ColumnPlan>, ColumnPlan['type'], readonly Cell[], readonly string[]]>([
    [
      'that the cells no longer have',
      ['十二', '排队', '收费'],
      { type: 'number', reading: { decimal: '.' } },
      'category',
      ['十二', '排队', '收费'],
      ['type differs'],
    ],
    ['of words, over numbers', ['1', '2'], { type: 'category', reading: {} }, 'category', ['1', '2'], ['type kept']],
    [
      'of numbers, over codes with leading zeros',
      ['00123', '00456'],
      { type: 'number', reading: { decimal: '.' } },
      'identifier',
      ['00123', '00456'],
      ['type differs'],
    ],
    [
      'of yes-words, over other words',
      ['有', '无', '不详', '待查', '转办'],
      { type: 'boolean', reading: { yesWords: ['有'] } },
      'category',
      ['有', '无', '不详', '待查', '转办'],
      ['type differs'],
    ],
    [
      'over a column without cells',
      ['', ''],
      { type: 'date', reading: { dateOrder: 'dmy' } },
      'date',
      [null, null],
      [],
    ],
  ])('%s', async (_, values, change, type, cells, notes) => {
    const found = await recalled(values, await planOf(values, change));
    expect(found.type).toBe(type);
    expect(found.cells).toEqual(cells);
    expect(found.notes).toEqual(notes);
  });
});
