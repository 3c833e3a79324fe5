import { describe, expect, it } from 'vitest';
import { outletColumns, parseOutlets } from '../../../src/app/outlet-acts';

const line = '一支行\t大型\t90\t100\t80\t100\t18\t20\t17\t20\t19\t20\t1\t20\t88\t0';

describe('a pasted table of outlets', () => {
  it('is read with or without a heading', () => {
    const heading = outletColumns.join('\t');
    const read = parseOutlets(`${heading}\n${line}\n`);
    expect(read).toMatchObject({
      ok: true,
      value: [{ name: '一支行', group: '大型', satisfaction: { cases: 90, of: 100 }, reopened: { cases: 1, of: 20 } }],
    });
    expect(parseOutlets(line)).toEqual(read);
  });

  it('leaves empty what was not measured', () => {
    expect(parseOutlets('二支行,小型,9,10,,,,,,,,,,,,1')).toMatchObject({
      ok: true,
      value: [{ wait: null, inspections: [], severeEvents: 1 }],
    });
  });

  it('takes the 90th percentile of waiting where it is given', () => {
    expect(parseOutlets(`${line}\t14.5`)).toMatchObject({ ok: true, value: [{ waitP90: 14.5 }] });
    expect(parseOutlets(line)).toMatchObject({ ok: true, value: [{ waitP90: null }] });
  });

  it.each([
    ['三支行,小型,11,10', 'outlet-line-unreadable'],
    ['三支行,小型,5', 'outlet-line-unreadable'],
    ['三支行,小型,x,10,1,2', 'outlet-line-unreadable'],
    [',小型,5,10', 'outlet-line-unreadable'],
    [line.replace('\t88\t', '\t101\t'), 'outlet-line-unreadable'],
    ['', 'outlet-table-empty'],
  ])('is refused: %s', (text, code) => {
    expect(parseOutlets(text)).toMatchObject({ ok: false, failure: { code } });
  });
});
