import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { AnalysisSlice, ChartContext, CodeNames } from '../../../src/analyses/contract';
import type { ChartTheme } from '../../../src/charts/option';
import { locales } from '../../../src/i18n/locale';
import { createTranslator } from '../../../src/i18n/translator';
import type { Phrase } from '../../../src/kernel/result';

export const theme: ChartTheme = {
  text: '#111111',
  mutedText: '#555555',
  axis: '#888888',
  grid: '#dddddd',
  surface: '#ffffff',
  data: '#1f5fa8',
  dataAlt: '#8a6d3b',
  cumulative: '#444444',
  center: '#222222',
  limit: '#777777',
  good: '#0072b2',
  concern: '#d55e00',
  muted: '#aaaaaa',
  fontFamily: 'sans-serif',
  fontSize: 14,
  animate: false,
};

/** A small taxonomy: two categories, three aspects, four links; severity = last digit of the link + 1. */
export const codes: CodeNames = {
  name: (code) => (known.includes(code) ? { zh: `环节${code}`, en: `Name ${code}` } : undefined),
  order: (code) => (known.includes(code) ? known.indexOf(code) : known.length),
  parent: (code) => (known.includes(code) && code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : undefined),
  severity: (code) => (code.split('.').length === 3 ? Number(code.slice(-1)) + 1 : undefined),
};
const known = ['G1', 'G1.1', 'G1.1.1', 'G1.1.2', 'G2', 'G2.1', 'G2.1.1', 'G2.2', 'G2.2.1'];

export const noCodes: CodeNames = {
  name: () => undefined,
  order: () => 0,
  parent: () => undefined,
  severity: () => undefined,
};

function contextOf(locale: (typeof locales)[number]): ChartContext {
  const { phrase, value } = createTranslator(locale);
  return { phrase: (p) => phrase(p), value, theme };
}

/** The option of a picture in one language. */
export function optionOf<S, O>(
  slice: AnalysisSlice<S, O>,
  outcome: O,
  locale: (typeof locales)[number] = 'en',
): Record<string, unknown> {
  return slice.picture(outcome, contextOf(locale)).option;
}

/** Every text that an outcome leads to, in one language: picture with tooltips, table, findings. */
export function textsOf<S, O>(slice: AnalysisSlice<S, O>, outcome: O, locale: (typeof locales)[number]): string[] {
  const translator = createTranslator(locale);
  const texts: string[] = [];
  const context: ChartContext = {
    theme,
    phrase: (phrase) => remember(translator.phrase(phrase)),
    value: (value) => remember(translator.value(value)),
  };
  const remember = (text: string): string => {
    texts.push(text);
    return text;
  };
  const say = (phrase: Phrase | undefined): void => void (phrase && remember(translator.phrase(phrase)));
  const picture = slice.picture(outcome, context);
  say(picture.summary);
  picture.trail?.forEach(({ label }) => remember(translator.value(label)));
  callFunctions(picture.option, remember);
  const table = slice.rows(outcome);
  say(table.caption);
  table.columns.forEach(({ label }) => say(label));
  for (const row of table.rows) {
    expect(row.cells).toHaveLength(table.columns.length);
    for (const cell of row.cells) {
      if (typeof cell === 'object' && cell !== null) say(cell.phrase);
      else if (typeof cell === 'number') expect(cell).toSatisfy(Number.isFinite);
    }
  }
  const findings = slice.findings(outcome);
  for (const { label, value, note } of findings.headline) {
    say(label);
    remember(translator.value(value));
    say(note);
  }
  findings.sentences.forEach(say);
  findings.reportCard.forEach(({ sentence }) => say(sentence));
  findings.howComputed.forEach(say);
  return texts;
}

const marks = ['bars', 'points', 'ranges', 'rates'].map((seriesId) => ({ seriesId, dataIndex: 0, value: [0, 0] }));

/** Calls every formatter of an option as ECharts would, and collects what it says. */
function callFunctions(node: unknown, remember: (text: string) => string, owner = ''): void {
  if (Array.isArray(node)) node.forEach((item) => callFunctions(item, remember, owner));
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'function') callFunctions(value, remember, key);
      else if (key === 'formatter') {
        const format = value as (mark: unknown) => string;
        for (const mark of owner === 'axisLabel' ? [0, 1, 0.5] : marks) remember(format(mark));
      }
    }
  }
}

/** Texts in both languages without a raw key, an unfilled place, NaN or a word of the other language. */
export function expectCleanTexts<S, O>(slice: AnalysisSlice<S, O>, outcome: O): void {
  for (const locale of locales) {
    for (const text of textsOf(slice, outcome, locale)) {
      expect(text).not.toMatch(/analyses\.|common\.|\{\w|NaN|Infinity|undefined|\[object/);
    }
  }
}

/** An outcome survives the way to the worker and into a record. */
export function expectPlainData(outcome: unknown): void {
  expect(structuredClone(outcome)).toEqual(outcome);
  expect(isDeepStrictEqual(JSON.parse(JSON.stringify(outcome)), outcome)).toBe(true);
}
