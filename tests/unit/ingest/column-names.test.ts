import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../src/ingest/find-header';
import { maskName } from '../../../src/ingest/mask/mask-name';
import { importText } from './support/import-fixture';

describe('names of columns and files', () => {
  it('takes a first row with a number of a person for data', async () => {
    const imported = await importText('张三,13800138000,排队\n李四,13900139000,态度\n', { plan: { mask: true } });
    expect(imported.opened.inspection.headerRow).toBe(0);
    expect(imported.table.rows).toBe(2);
    expect(JSON.stringify(imported.table)).not.toMatch(/13800138000|13900139000/);
    expect(findHeader([{ row: 1, cells: ['张三', '13800138000'] }])).toMatchObject({ row: 0, doubtfulRow: 1 });
    expect(findHeader([{ row: 1, cells: ['网点', '手机'] }])).toMatchObject({ row: 1, doubtfulRow: null });
  });

  it('masks the names where the person says that it is the header', async () => {
    const imported = await importText('张三,13800138000,排队\n李四,13900139000,态度\n', {
      plan: { mask: true },
      options: { headerRow: 1 },
    });
    expect(imported.table.columns.map(({ name }) => name)).toEqual(['张三', '138****8000', '排队']);
  });

  it('masks what stands between underscores', () => {
    expect(maskName('张三_13800138000_20240301')).toBe('张三_138****8000_20240301');
    expect(maskName('客户张伟投诉.csv')).toBe('客户张**投诉.csv');
  });

  it.each([
    '投诉台账_20240315',
    '验证码(6位)',
    '是否密码错误',
    '客户经理姓名',
    '2024年1月',
    '省市区街道',
    '95588来电量',
  ])('leaves alone: %s', (name) => expect(maskName(name)).toBe(name));
});
