import { describe, expect, it } from 'vitest';
import { builtInKind, formatKind } from '../../../../src/ingest/workbook/number-format';

describe('formatKind', () => {
  it.each([
    ['General', 'number'],
    ['G/通用格式"元"', 'number'],
    ['0.00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['0.00E+00', 'number'],
    ['"days" 0', 'number'],
    ['¥#,##0;¥-#,##0', 'number'],
    ['@', 'number'],
    ['0"小时"', 'number'],
    ['0.0%', 'percent'],
    ['0%;[Red]-0%', 'percent'],
    ['yyyy-mm-dd', 'day'],
    ['yyyy"年"m"月"d"日"', 'day'],
    ['yyyy年m月', 'day'],
    ['[$-804]yyyy"年"m"月"d"日"dddd', 'day'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 'day'],
    ['mmm-yy', 'day'],
    ['m"月"', 'day'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    ['ggge"年"m"月"d"日"', 'day'],
    ['yyyy/m/d h:mm', 'moment'],
    ['yyyy"年"m"月"d"日" 上午/下午h"时"mm"分"', 'moment'],
    ['h:mm:ss', 'clock'],
    ['h:mm AM/PM', 'clock'],
    ['上午/下午h"时"mm"分"', 'clock'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['mm:ss.0', 'elapsed'],
  ])('%s is %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  it.each([
    [0, 'number'],
    [4, 'number'],
    [9, 'percent'],
    [14, 'day'],
    [18, 'clock'],
    [22, 'moment'],
    [31, 'day'],
    [32, 'clock'],
    [46, 'elapsed'],
    [49, 'number'],
    [57, 'day'],
  ])('built-in %d is %s', (id, kind) => {
    expect(builtInKind(id)).toBe(kind);
  });
});
