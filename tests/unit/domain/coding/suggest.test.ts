import { describe, expect, it } from 'vitest';
import { keywordRule } from '../../../../src/domain/coding/keyword-rule';
import { trainSuggester, type ConfirmedText, type Suggester } from '../../../../src/domain/coding/suggest';
import { sampleCores } from '../../../../src/domain/sample/cores';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { editTaxonomy } from '../../../../src/domain/taxonomy/edit';
import examples from '../../../fixtures/coding-examples.json';

const labelled: readonly ConfirmedText[] = examples.items;
/** Worded apart from keywords, examples and cues, and never trained on. */
const unseen: readonly ConfirmedText[] = Object.entries(sampleCores).flatMap(([code, texts]) =>
  texts.map((text) => ({ code, text })),
);

function hits(suggester: Suggester, cases: readonly ConfirmedText[]): { first: number; among: number } {
  let first = 0;
  let among = 0;
  for (const { text, code } of cases) {
    const codes = suggester.suggest(text).map((s) => s.code);
    if (codes[0] === code) first++;
    if (codes.includes(code)) among++;
  }
  return { first: first / cases.length, among: among / cases.length };
}

describe('the keyword rule', () => {
  const rule = keywordRule(defaultTaxonomy.links);

  it('finds the link of each of its 57 own examples', () => {
    const right = defaultTaxonomy.links.filter((link) => {
      const letters = new Map<string, number>();
      for (const hit of rule(link.examples[0]))
        letters.set(hit.code, (letters.get(hit.code) ?? 0) + hit.keyword.length);
      const severity = (code: string): number => defaultTaxonomy.links.find((l) => l.code === code)?.severity ?? 0;
      const [best] = [...letters].sort((a, b) => b[1] - a[1] || severity(b[0]) - severity(a[0]));
      return best?.[0] === link.code;
    });
    expect(right).toHaveLength(57);
  });

  it('takes the longest keyword, each at most twice, and English ones only where a word begins', () => {
    expect(rule('逾期记录有误')).toEqual([{ code: 'G3.3.5', keyword: '逾期记录' }]);
    expect(rule('催收催收催收')).toHaveLength(2);
    expect(rule('It happened in coffee shops')).toEqual([]);
    expect(rule('ＡＴＭ坏了')).toEqual([{ code: 'G3.3.1', keyword: 'atm' }]);
  });
});

describe('trainSuggester', () => {
  const fresh = trainSuggester(defaultTaxonomy, []);

  it('is right among three in two of three unseen complaints, first in two of five', () => {
    // Measured 42 % and 68 % (46 % and 72 % with the labelled examples); the floors leave a margin of four points.
    const measured = hits(fresh, unseen);
    expect(measured.first).toBeGreaterThanOrEqual(0.38);
    expect(measured.among).toBeGreaterThanOrEqual(0.64);
    const taught = hits(trainSuggester(defaultTaxonomy, labelled), unseen);
    expect(taught.among).toBeGreaterThanOrEqual(measured.among);
  });

  it('keeps what its keywords were chosen on: the labelled examples, each left out in turn', () => {
    let first = 0;
    let among = 0;
    const suggester = trainSuggester(defaultTaxonomy, labelled);
    for (const { text, code } of labelled) {
      suggester.unlearn(text, code);
      const codes = suggester.suggest(text).map((s) => s.code);
      suggester.learn(text, code);
      if (codes[0] === code) first++;
      if (codes.includes(code)) among++;
    }
    // Measured 66 and 66 of 67. Not a forecast: the keywords were tuned on this set.
    expect(first).toBeGreaterThanOrEqual(62);
    expect(among).toBeGreaterThanOrEqual(64);
  });

  it('gives three links with the words that speak for them, as written', () => {
    const [best, ...others] = fresh.suggest('上午九点取号，排队等了两个多小时');
    expect(best).toMatchObject({ code: 'G2.2.1' });
    expect(best.matched).toEqual(expect.arrayContaining(['排队', '取号']));
    expect(others).toHaveLength(2);
    expect(best.score).toBeGreaterThan(others[0].score);
  });

  it.each([
    ['Loan modification,collection,foreclosure', 'G2.3.4'],
    ['Incorrect information on credit report', 'G3.3.5'],
    ['Account opening, closing, or management', 'G2.3.1'],
    ['Deposits and withdrawals', 'G3.3.4'],
    ["Cont'd attempts collect debt not owed", 'G3.5.4'],
    ['Identity theft / Fraud / Embezzlement', 'G3.5.2'],
    ['排队等候时间长', 'G2.2.1'],
    ['柜员服务态度', 'G3.2.1'],
    ['手机银行故障', 'G3.3.2'],
    ['收费不透明', 'G2.3.5'],
    ['信用卡额度调整', 'G2.3.6'],
  ])('maps the source value %s', (value, code) => {
    expect(fresh.suggestForValue(value)[0].code).toBe(code);
  });

  it('recognises the name of a link in either language', () => {
    expect(fresh.suggestForValue('IVR menu design')[0]).toEqual({
      code: 'G2.3.7',
      score: 1,
      matched: ['IVR menu design'],
    });
    expect(fresh.suggestForValue('前中后台协同')[0].code).toBe('G3.1.2');
  });

  it('reads English complaints: each translated example, with its own translation left out of training', () => {
    const without = { ...defaultTaxonomy, links: defaultTaxonomy.links.map((l) => ({ ...l, exampleEn: undefined })) };
    const cases = defaultTaxonomy.links.map((l) => ({ code: l.code, text: l.exampleEn ?? '' }));
    // Measured 81 % and 88 %; definitions, names and keywords in English carry it alone.
    const measured = hits(trainSuggester(without, []), cases);
    expect(measured.first).toBeGreaterThanOrEqual(0.75);
    expect(measured.among).toBeGreaterThanOrEqual(0.82);
  });

  it('learns a wording, forgets it again, and ignores codes that it does not offer', () => {
    const suggester = trainSuggester(defaultTaxonomy, []);
    const text = '小红帽志愿者乱插队指挥';
    const before = suggester.suggest(text);
    suggester.learn(text, 'G3.2.3');
    suggester.learn(text, 'G9.9.9');
    expect(suggester.suggest(text)[0].code).toBe('G3.2.3');
    suggester.unlearn(text, 'G3.2.3');
    expect(suggester.suggest(text)).toEqual(before);
  });

  it('does not offer retired links', () => {
    const edited = editTaxonomy(defaultTaxonomy, { kind: 'retire', code: 'G2.2.1' });
    const taxonomy = edited.ok ? edited.value : defaultTaxonomy;
    const codes = trainSuggester(taxonomy, [])
      .suggest('排队等了两个多小时')
      .map((s) => s.code);
    expect(codes).not.toContain('G2.2.1');
  });

  it('says nothing of a text in which it knows nothing', () => {
    expect(fresh.suggest('')).toEqual([]);
    expect(fresh.suggest('12345 ???')).toEqual([]);
  });
});
