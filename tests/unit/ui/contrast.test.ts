import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, difference, type Vision } from './support/color';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

function readTokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gi)].map((m) => [m[1], m[2]]));
}

const themes = { light: readTokens(':root'), dark: readTokens(":root[data-theme='dark']") };

const textPairs = [
  ...['bg', 'surface', 'surface-sunk', 'surface-hover'].flatMap((ground) =>
    ['text', 'text-muted', 'accent-text'].map((ink) => [ink, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent-text', 'accent-soft'],
  ['text', 'accent-soft'],
  ...['good', 'concern', 'bad'].flatMap((tone) => [
    [tone, 'surface'] as const,
    [tone, `${tone}-soft`] as const,
    ['text', `${tone}-soft`] as const,
    ['text-muted', `${tone}-soft`] as const,
  ]),
] as const;

const graphicPairs = [
  ...['bg', 'surface', 'surface-sunk'].flatMap((ground) =>
    ['border-control', 'focus', 'accent'].map((ink) => [ink, ground] as const),
  ),
  ...['data', 'data-alt', 'cumulative', 'center', 'limit', 'axis', 'good', 'concern', 'muted'].map(
    (mark) => [`chart-${mark}`, 'surface'] as const,
  ),
] as const;

/** Colours that can meet in one chart with a different meaning. */
const distinct = [
  ['chart-data', 'chart-good'],
  ['chart-data', 'chart-concern'],
  ['chart-good', 'chart-concern'],
  ['chart-data', 'chart-data-alt'],
  ['chart-data', 'chart-cumulative'],
  ['chart-data-alt', 'chart-good'],
  ['chart-data-alt', 'chart-concern'],
  ['chart-data-alt', 'chart-cumulative'],
  ['chart-concern', 'chart-cumulative'],
] as const;

describe.each(Object.entries(themes))('A04 the %s theme', (_, tokens) => {
  const colour = (name: string): string => {
    const found = tokens.get(name);
    if (!found) throw new RangeError(`no such token: ${name}`);
    return found;
  };

  it.each(textPairs)('gives %s on %s the 4.5:1 of text', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(graphicPairs)('gives %s on %s the 3:1 of graphics', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it.each(distinct)('keeps %s and %s apart in every colour vision', (a, b) => {
    for (const vision of ['usual', 'protan', 'deutan', 'tritan'] satisfies Vision[]) {
      expect(difference(colour(a), colour(b), vision), vision).toBeGreaterThan(12);
    }
  });
});

describe('colour arithmetic', () => {
  it('agrees with the WCAG definition at its ends', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('cannot tell red from green as a deuteranope', () => {
    expect(difference('#b00000', '#5c5c00', 'deutan')).toBeLessThan(difference('#b00000', '#5c5c00', 'usual') / 3);
  });
});
