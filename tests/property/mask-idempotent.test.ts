import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker } from '../../src/ingest/mask/create-masker';
import {
  addresses,
  bankCard,
  creditCode,
  iban,
  idCard,
  mobile,
  people,
  seeded,
  written,
} from '../unit/ingest/mask/synthetic';

const personal = fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => {
  const random = seeded(seed);
  const makers = [idCard, bankCard, creditCode, iban, mobile];
  return written(random, makers[seed % makers.length](random));
});
const piece = fc.oneof(
  personal,
  fc.constantFrom(...people, ...addresses),
  fc.constantFrom(
    '客户',
    '姓名：',
    '账号',
    '卡号',
    '验证码',
    '密码是',
    '微信',
    'QQ',
    '护照',
    '元',
    '￥',
    '-',
    ' ',
    '*',
    '***',
    '，',
    '先生',
    '@',
    'a@b.cn',
    '甘A12345',
    'E12345678',
  ),
  fc.string({ maxLength: 8 }),
  fc.stringMatching(/^[0-9 -]{1,24}$/),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const column = fc.constantFrom('内容', '卡号', '姓名', '身份证号', '手机', '密码', '微信号', '家庭住址', '工单编号');

describe('a masker', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(column, text, (name, original) => {
        const mask = createMasker({ column: name, type: 'text' });
        const once = mask(original);
        expect(mask(once.text)).toEqual({ text: once.text, hits: [] });
        if (once.hits.length === 0) expect(once.text).toBe(original);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds in a cell the same whatever cells it has seen before', () => {
    const digits = fc.oneof(text, personal, fc.stringMatching(/^\d{1,24}$/));
    fc.assert(
      fc.property(column, fc.array(digits, { minLength: 2, maxLength: 12 }), (name, cells) => {
        const mask = createMasker({ column: name, type: 'identifier' });
        for (const cell of cells) expect(mask(cell)).toEqual(createMasker({ column: name, type: 'identifier' })(cell));
      }),
      { numRuns: 1000 },
    );
  });

  it('never leaves a check-digit number in the text', () => {
    fc.assert(
      fc.property(personal, fc.constantFrom('请核实', '，联系', '（', '无法使用'), (value, tail) => {
        const { text: masked, hits } = createMasker({ column: '内容', type: 'text' })(`办理${value}${tail}`);
        expect(hits.length).toBeGreaterThan(0);
        expect(masked).not.toContain(value);
      }),
      { numRuns: 1000 },
    );
  });
});
