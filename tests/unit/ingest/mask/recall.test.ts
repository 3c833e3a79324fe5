import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../../src/ingest/mask/create-masker';
import { looksPersonal } from '../../../../src/ingest/mask/looks-personal';
import { maskKinds } from '../../../../src/ingest/mask/types';
import {
  addresses,
  bankCard,
  carriers,
  creditCode,
  iban,
  idCard,
  mobile,
  people,
  pick,
  seeded,
  written,
  type Random,
} from './synthetic';

const mask = createMasker({ column: '投诉内容', type: 'text' });
const half = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[ -]/g, '');

function recall(
  make: (random: Random) => string,
  frames: readonly string[],
  hidden: (masked: string, value: string) => boolean,
): number {
  const random = seeded(20240601);
  let found = 0;
  const trials = 1000;
  for (let i = 0; i < trials; i++) {
    const value = make(random);
    const text = pick(random, frames).replace('%', () => value);
    if (hidden(mask(text).text, value)) found++;
  }
  return found / trials;
}

const gone = (masked: string, value: string): boolean => !half(masked).includes(half(value));

describe('recall on invented data', () => {
  it.each([
    { kind: 'idCard', make: idCard },
    { kind: 'bankCard', make: bankCard },
    { kind: 'creditCode', make: creditCode },
    { kind: 'iban', make: iban },
    { kind: 'mobile', make: mobile },
  ])('$kind: at least 98 %', ({ make }) => {
    const share = recall((random) => written(random, make(random)), carriers.plain, gone);
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  it('names: at least 90 %', () => {
    expect(recall((random) => pick(random, people), carriers.name, gone)).toBeGreaterThanOrEqual(0.9);
  });

  it('addresses: at least 90 %, and the house number is gone', () => {
    const share = recall(
      (random) => pick(random, addresses),
      carriers.address,
      (masked, value) => gone(masked, value) && !/\d/.test(masked),
    );
    expect(share).toBeGreaterThanOrEqual(0.9);
  });
});

describe('false positives', () => {
  it('at most 2 % of texts without personal data are touched', async () => {
    const taxonomy = (await import('../../../fixtures/coding-examples.json')).default as { items: { text: string }[] };
    const random = seeded(7);
    const number = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
    const clean = [
      ...taxonomy.items.map((item) => item.text),
      ...Array.from(
        { length: 400 },
        (_, i) =>
          [
            `客户${pick(random, ['反映', '要求', '表示', '称', '来电咨询', '高度不满', '明确拒绝', '方便时', '安全感', '多次催办', '经常', '任何时候'])}等候${number(2)}分钟，工单号2024${number(8)}`,
            `扣款${number(4)}.${number(2)}元，余额${number(6)}元，请核实`,
            `2024年${1 + (i % 12)}月${1 + (i % 28)}日10:${10 + (i % 49)}办理，排队号A0${number(2)}`,
            `机具编号${number(7)}故障，报修后${number(1)}天未处理`,
            `Charged ${number(3)}.${number(2)} on 2024-0${1 + (i % 9)}-1${i % 10}, reference ${number(7)}`,
            `交易流水号${number(9)}，请在${1 + (i % 9)}个工作日内答复`,
          ][i % 6],
      ),
    ];
    const touched = clean.filter((text) => mask(text).hits.length > 0);
    expect(touched.length / clean.length, touched.slice(0, 5).join(' | ')).toBeLessThanOrEqual(0.02);
  });
});

describe('looksPersonal', () => {
  const random = seeded(5);
  const many = (make: (random: Random) => string): string[] => Array.from({ length: 50 }, () => make(random));

  it('names the kind of a column by its values', () => {
    expect(looksPersonal(many(mobile), '备注')).toBe('mobile');
    expect(looksPersonal([...many(idCard), '', '无'], '列5')).toBe('idCard');
    expect(looksPersonal(many(bankCard), '流水号')).toBe('bankCard');
    expect(looksPersonal(['张三', '李四', '王五'], '客户姓名')).toBe('name');
  });

  it('says nothing of texts that only contain some, of running numbers and of blanks', () => {
    expect(
      looksPersonal(
        many((r) => `请回电${mobile(r)}谢谢`),
        '内容',
      ),
    ).toBeNull();
    expect(
      looksPersonal(
        Array.from({ length: 50 }, (_, i) => `20240315000${100 + i}`),
        '工单编号',
      ),
    ).toBeNull();
    expect(looksPersonal(['', ' '], '姓名')).toBeNull();
  });

  it('knows each kind once', () => {
    expect(new Set(maskKinds).size).toBe(maskKinds.length);
  });
});
