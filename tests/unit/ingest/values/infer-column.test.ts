import { describe, expect, it } from 'vitest';
import { CellHint } from '../../../../src/ingest/raw-table';
import { inferColumn } from '../../../../src/ingest/values/infer-column';
import type { ColumnInference, DistinctValue } from '../../../../src/ingest/values/types';

function values(cells: readonly string[], hint: CellHint = CellHint.text): readonly DistinctValue[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, hint, count }));
}
const infer = (name: string, cells: readonly string[]): ColumnInference => inferColumn(name, values(cells));
const typeOf = (name: string, cells: readonly string[]): string => infer(name, cells).type;
const many = (n: number, make: (i: number) => string): readonly string[] =>
  Array.from({ length: n }, (_, i) => make(i));

describe('inferColumn: dates', () => {
  it('I08 takes the order of day and month from the row that proves it', () => {
    expect(infer('date', ['03/04/2024', '05/06/2024', '11/12/2024', '25/12/2024'])).toEqual({
      type: 'date',
      reading: { dateOrder: 'dmy' },
      questions: [],
    });
    expect(infer('date', ['03/04/2024', '12/25/2024']).reading).toEqual({ dateOrder: 'mdy' });
  });

  it('I08 asks when nothing proves the order', () => {
    expect(infer('date', ['03/04/2024', '05/06/2024'])).toEqual({
      type: 'date',
      reading: {},
      questions: ['dateOrder'],
    });
    expect(infer('时间', ['3/4/2024 9:30', '5/6/2024 10:00'])).toMatchObject({
      type: 'datetime',
      questions: ['dateOrder'],
    });
  });

  it('asks when rows contradict each other', () => {
    expect(infer('date', ['13/01/2024', '01/14/2024', '03/04/2024']).questions).toEqual(['dateOrder']);
  });

  it('does not ask where every order says the same', () => {
    expect(infer('date', ['05/05/2024', '06/06/2024']).questions).toEqual([]);
  });

  it('is not led by a date that no order allows', () => {
    expect(infer('date', ['31/02/2024', '03/04/2024', '05/06/2024', '07/08/2024']).questions).toEqual(['dateOrder']);
  });

  it('finds the one proof among thousands', () => {
    const cells = [...many(3000, (i) => `0${(i % 9) + 1}/0${(i % 8) + 1}/${1000 + i}`), '25/12/2024'];
    expect(infer('date', cells).reading).toEqual({ dateOrder: 'dmy' });
  });

  it('reads two-digit years by elimination', () => {
    expect(infer('日期', ['24/01/05', '24/01/31']).questions).toEqual(['dateOrder']);
    expect(infer('日期', ['24/1/5', '24/1/31']).reading).toEqual({ dateOrder: 'ymd' });
    expect(infer('日期', ['99/1/5', '98/12/31']).reading).toEqual({ dateOrder: 'ymd' });
  });

  it('takes bare digits for dates only under a header that says so, or beside dates', () => {
    expect(typeOf('date', ['990201', '990202', '990203'])).toBe('date');
    expect(typeOf('金额', ['990201', '990202', '990203'])).toBe('number');
    expect(typeOf('受理日期', ['45296', '45297', '45301'])).toBe('date');
    expect(typeOf('余额', ['45296', '45297', '45301'])).toBe('number');
    expect(typeOf('x', ['2024/1/5', '45297', '2024/1/8'])).toBe('date');
    expect(typeOf('x', ['20240105', '20240106', '20240210'])).toBe('date');
    expect(typeOf('x', ['20240105', '99999999', '12345678'])).toBe('number');
  });

  it('tells dates from moments', () => {
    expect(typeOf('x', ['2024-01-05 00:00:00', '2024-01-06 00:00:00'])).toBe('date');
    expect(typeOf('x', ['2024-01-05', '2024-01-06 09:30'])).toBe('datetime');
    expect(typeOf('交易时间', ['20240105093015', '20240106093015'])).toBe('datetime');
    expect(typeOf('交易流水号', ['20240105093015', '20240106093015'])).toBe('identifier');
  });
});

describe('inferColumn: months', () => {
  it('reads five spellings of months', () => {
    expect(typeOf('月份', ['2023年11月', '2023年12月', '2024年1月', '2024-02', 'Mar-24', '202404'])).toBe('month');
  });

  it('leaves months without a year as words, and 202401 without a clue as a number', () => {
    expect(typeOf('Month', ['Jan', 'Feb', 'Mar'])).toBe('category');
    expect(typeOf('月份', ['1月', '2月', '3月'])).toBe('category');
    expect(typeOf('账期', ['202401', '202402'])).toBe('month');
    expect(typeOf('x', ['202401', '202402'])).toBe('number');
  });
});

describe('inferColumn: clocks', () => {
  it('tells times of day from durations by the header, then by the hours', () => {
    expect(typeOf('受理时间', ['00:03:20', '00:12:01'])).toBe('time');
    expect(typeOf('等候时间', ['00:03:20', '00:12:01'])).toBe('duration');
    expect(typeOf('x', ['9:30', '14:05', '16:20'])).toBe('time');
    expect(typeOf('x', ['00:03:20', '00:12:01', '01:00:00'])).toBe('duration');
    expect(typeOf('x', ['25:00:00', '00:12:01', '01:00:00'])).toBe('duration');
    expect(
      typeOf('q_start', [...many(90, () => '0:00:00'), ...many(60, (i) => `${8 + (i % 10)}:10:${10 + (i % 50)}`)]),
    ).toBe('time');
    expect(typeOf('StartTime', ['Midnight', '1am', '2am', 'Noon', '1pm'])).toBe('time');
  });

  it('asks what 3:20 and bare numbers mean in a column of durations', () => {
    const cells = [
      '00:03:20',
      '3:20',
      '1:02:03',
      '3′20″',
      '3分20秒',
      '200',
      '25:00:00',
      '00:00:00',
      '-0:01:00',
      '0.00231481',
    ];
    expect(infer('通话时长', cells)).toEqual({
      type: 'duration',
      reading: {},
      questions: ['clockStyle', 'durationUnit'],
    });
    expect(infer('通话时长(秒)', cells)).toMatchObject({ reading: { durationUnit: 's' }, questions: ['clockStyle'] });
    expect(infer('wait (mm:ss)', ['3:20', '0:45']).reading).toEqual({ clockStyle: 'm:ss' });
  });

  it('leaves bare numbers under a duration header as numbers', () => {
    expect(typeOf('等待时长(分钟)', ['17.3', '16.7', '6.9'])).toBe('number');
    expect(typeOf('处理小时', ['-4', '0', '9007199254740993', '1e-12', '12.5'])).toBe('number');
  });
});

describe('inferColumn: numbers and codes', () => {
  it('I08 takes the decimal mark from what the column proves', () => {
    expect(infer('Wartezeit', ['12,5', '7,25', '0,5']).reading).toEqual({ decimal: ',' });
    expect(infer('Kosten', ['1.234,56', '987,00', '12.345.678,90']).reading).toEqual({ decimal: ',' });
    expect(infer('Anteil', ['45,3 %', '12,0 %', '100 %']).reading).toEqual({ decimal: ',' });
    expect(infer('金额', ['1,234', '5,678']).reading).toEqual({ decimal: '.' });
    expect(infer('x', ['1,234', '12,5']).reading).toEqual({ decimal: ',' });
  });

  it('keeps codes as text: leading zeros, long digits, equal long lengths, names', () => {
    expect(typeOf('x', ['0101', '0102', '1103'])).toBe('identifier');
    expect(typeOf('x', ['9999020200112230846', '9999020200112230847'])).toBe('identifier');
    expect(typeOf('x', ['99010119900307123X', '990106199912310000'])).toBe('identifier');
    // The second telephone, the third number of a form: codes like the first.
    for (const name of ['联系电话2', '座机 2', '工单编号3', 'phone 2'])
      expect(typeOf(name, ['100000001', '100000002', '100000003'])).toBe('identifier');
    expect(typeOf('金额2', ['100000001', '100000002', '100000003'])).toBe('number');
    expect(typeOf('x', ['13800000001', '13900000002', '13700000003'])).toBe('identifier');
    for (const name of [
      '工单编号',
      '卡号',
      '客户号',
      '客户证件号',
      'ZIP code',
      'CaseID',
      'customer_id',
      '手机号码',
      '网点号',
    ]) {
      expect(typeOf(name, ['60030', '34758', '30015'])).toBe('identifier');
    }
    expect(
      typeOf(
        'number',
        many(100, (i) => `INC00${1000 + i}`),
      ),
    ).toBe('identifier');
  });

  it('keeps measures as numbers, however large', () => {
    expect(typeOf('存款余额', ['12345678901', '22345678901', '32345678901'])).toBe('number');
    expect(typeOf('attendances', ['21289', '813', '2850'])).toBe('number');
    expect(typeOf('Shift1', ['0', '1', '0'])).toBe('number');
    expect(typeOf('reopen_count', [...many(95, () => '0'), ...many(4, () => '1'), '2'])).toBe('number');
  });

  it('does not take 1E5 for a hundred thousand', () => {
    expect(typeOf('x', ['1E5', '2E7', '3E1'])).not.toBe('number');
  });

  it('tolerates a stray word in a long column, not in a short one', () => {
    expect(typeOf('x', [...many(40, (i) => String(i)), '十二'])).toBe('number');
    expect(typeOf('x', ['1', '2', '十二'])).toBe('category');
    expect(typeOf('type', ['1', '2', 'other', 'other'])).toBe('category');
  });

  it('takes a short list of digits under a code header for kinds', () => {
    expect(
      typeOf(
        'ActivityID',
        many(200, (i) => String(1 + (i % 6))),
      ),
    ).toBe('category');
    expect(
      typeOf(
        '渠道代码',
        many(200, (i) => String(1 + (i % 6))),
      ),
    ).toBe('category');
  });
});

describe('inferColumn: words', () => {
  it('reads yes and no, and digits as such only under a question', () => {
    expect(typeOf('x', ['是', '否', ''])).toBe('boolean');
    expect(typeOf('x', ['Yes', 'No', 'No'])).toBe('boolean');
    expect(typeOf('x', ['TRUE', 'FALSE'])).toBe('boolean');
    expect(typeOf('是否超时', ['1', '0'])).toBe('boolean');
    expect(typeOf('x', ['1', '0'])).toBe('number');
    expect(infer('附件', ['有', '无'])).toMatchObject({ type: 'boolean', reading: { yesWords: ['有'] } });
    expect(typeOf('x', ['Y', 'N', 'Maybe', 'Later'])).toBe('category');
    expect(typeOf('state', ['N', 'T', 'F', 'S', 'W'])).toBe('category');
  });

  it('reads answers of the five-step scale as its numbers, with digits among them', () => {
    const five = { type: 'number', reading: { rating: 'five' }, questions: [] };
    expect(infer('服务态度', ['非常满意', '满意', '一般', '不满意', '非常不满意', '5', '5分'])).toEqual(five);
    expect(infer('环境', ['一般', '满意', '', '非常满意', '不适用', '4', '４', '④'])).toEqual(five);
    expect(infer('Staff', ['Very satisfied', 'satisfied', 'Neutral', 'dissatisfied'])).toEqual(five);
  });

  it.each([
    ['no end of the scale occurs', ['满意', '一般', '不满意']],
    ['only two steps occur', ['非常满意', '满意']],
    ['a word is not of the scale', ['非常满意', '满意', '基本满意', '不满意']],
    ['two words share a step', ['非常满意', '满意', '比较满意', '一般']],
    ['some did not answer, in words that are no missing value', ['非常满意', '满意', '一般', '未评价']],
    ['a digit is not of the scale', ['非常满意', '满意', '一般', '7']],
  ])('keeps answers as words where %s', (_, values) => {
    expect(typeOf('满意度', values)).toBe('category');
  });

  it('tells labels from free text', () => {
    expect(typeOf('投诉类别', ['排队', '排队', '态度', '收费'])).toBe('category');
    expect(
      typeOf(
        'Company',
        many(300, (i) => `Company number ${i} of Delaware`),
      ),
    ).toBe('category');
    expect(typeOf('客户原声', ['等了快一个小时才叫到号，柜台只开了一个', '打电话一直占线'])).toBe('text');
    expect(
      typeOf(
        'x',
        many(60, (i) => `等了快${i}个小时才叫到号，柜台只开了一个，没有人管。`),
      ),
    ).toBe('text');
    expect(
      typeOf(
        'review',
        many(30, (i) => `Nice place ${i}, would come again`),
      ),
    ).toBe('text');
  });

  it('answers an empty column, and a column of nothing but N/A', () => {
    expect(typeOf('x', [])).toBe('text');
    expect(typeOf('x', ['', ' '])).toBe('text');
    expect(typeOf('x', ['N/A', 'N/A'])).toBe('category');
  });
});

describe('inferColumn: hints of workbooks', () => {
  it('follows dates, durations and percentages as typed', () => {
    expect(inferColumn('x', values(['2024-01-05', '2024-01-06'], CellHint.date)).type).toBe('date');
    expect(inferColumn('x', values(['2024-01-05 09:30:00'], CellHint.datetime)).type).toBe('datetime');
    expect(inferColumn('x', values(['200', '300'], CellHint.duration)).type).toBe('duration');
    expect(inferColumn('x', values(['0.01', '0.02'], CellHint.percent)).type).toBe('number');
    expect(inferColumn('x', values(['TRUE', 'FALSE'], CellHint.boolean)).type).toBe('boolean');
  });

  it('mixes text and real dates', () => {
    const mixed = [
      ...values(['2019/4/25 9:32:09', '2019/4/24 16:03:40']),
      ...values(['2019-04-24 15:40:04'], CellHint.datetime),
    ];
    expect(inferColumn('留言时间', mixed)).toEqual({ type: 'datetime', reading: {}, questions: [] });
  });
});
