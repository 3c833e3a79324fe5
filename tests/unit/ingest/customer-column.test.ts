import { describe, expect, it } from 'vitest';
import { planCustomer } from '../../../src/ingest/customer-column';
import { defaultPlan } from '../../../src/ingest/default-plan';
import { convert } from '../../../src/ingest/convert';
import { inspectFile } from '../../../src/ingest/inspect-file';
import { plannedColumns } from '../../../src/ingest/plan-unpivot';
import { recallPlan } from '../../../src/ingest/recall-plan';
import type { Conversion, ImportPlan } from '../../../src/ingest/types';
import { customerKeyer } from '../../../src/kernel/customer-key';
import { unwrap } from './support/import-fixture';
import { cellsOf } from './support/read-column';

const keyOf = customerKeyer('ab'.repeat(32));
const text = [
  '日期,手机号,客户号,内容',
  '2024-01-01,13800138000,C-10001,来电13800138000',
  '2024-01-02,138 0013 8000,C-10002,排队',
  '2024-01-03,,C-10001,排队',
  '2024-01-04,13900139000,无,排队',
].join('\n');

async function take(
  change: (plan: ImportPlan) => Partial<ImportPlan>,
): Promise<{ readonly conversion: Conversion; readonly plan: ImportPlan }> {
  const opened = unwrap(await inspectFile(new TextEncoder().encode(text), 'file.csv'));
  const proposed = defaultPlan(opened.inspection);
  const plan = { ...proposed, ...change(proposed) };
  return { conversion: unwrap(await convert(opened, plan, { keyOf })), plan };
}

describe('the column of customers', () => {
  it('keeps keys of the numbers as they were before masking, and never a number', async () => {
    const { conversion, plan } = await take(({ columns }) => ({ customer: planCustomer(columns, 'c1') }));
    const { table } = conversion;
    expect(table.columns.map(({ id }) => id)).toEqual(['c0', 'c2', 'c3', 'customer']);
    expect(plannedColumns(plan).map(({ id, name }) => [id, name])).toEqual(
      table.columns.map(({ id, name }) => [id, name]),
    );
    const key = keyOf('13800138000');
    expect(cellsOf(table, '手机号（客户标识）')).toEqual([key, key, null, keyOf('13900139000')]);
    expect(cellsOf(table, '内容')[0]).toBe('来电138****8000');
    const everything = JSON.stringify([table.columns, conversion.issues, conversion.masked]);
    for (const number of ['13800138000', '138 0013 8000', '13900139000']) expect(everything).not.toContain(number);
  });

  it('keeps no number either that no masking would find, nor with masking off', async () => {
    const { conversion } = await take(({ columns }) => ({ mask: false, customer: planCustomer(columns, 'c2') }));
    expect(cellsOf(conversion.table, '客户号（客户标识）').slice(0, 3)).toEqual(
      ['C-10001', 'C-10002', 'C-10001'].map((number) => keyOf(number)),
    );
    expect(JSON.stringify(conversion)).not.toContain('C-10001');
  });

  it('leaves a column alone that nobody named, and asks for the secret where one is named', async () => {
    const { conversion } = await take(() => ({}));
    expect(conversion.table.columns.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2', 'c3']);
    const opened = unwrap(await inspectFile(new TextEncoder().encode(text), 'file.csv'));
    const plan = defaultPlan(opened.inspection);
    await expect(convert(opened, { ...plan, customer: planCustomer(plan.columns, 'c1') })).rejects.toThrow(RangeError);
    expect(() => planCustomer(plan.columns, 'c9')).toThrow(RangeError);
  });

  it('is remembered for the next file of the same columns', async () => {
    const { plan } = await take(({ columns }) => ({ customer: planCustomer(columns, 'c2') }));
    const { customer: _none, ...proposed } = plan;
    const opened = unwrap(await inspectFile(new TextEncoder().encode(text), 'file.csv'));
    expect(recallPlan(opened, proposed, plan).plan.customer).toEqual(plan.customer);
    const fewer = { ...proposed, columns: proposed.columns.slice(0, 2) };
    expect(recallPlan(opened, fewer, plan).plan.customer).toBeNull();
  });
});
