import { describe, expect, it } from 'vitest';
import { monthIndexOf, msPerDay } from '../../../../src/kernel/dates';
import { sampleFacts as facts } from '../../../../src/domain/sample/facts';
import { generateSample, type SampleDataset } from '../../../../src/domain/sample/generate';
import { sourceCategories } from '../../../../src/domain/sample/words';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { createMasker } from '../../../../src/ingest/mask/create-masker';

const sample = generateSample();
const column = (dataset: SampleDataset, key: string): readonly (string | number | null)[] => {
  const found = dataset.columns.find((c) => c.key === key);
  if (!found) throw new Error(key);
  return found.values;
};
const events = (key: string): readonly (string | number | null)[] => column(sample.events, key);
const months = events('received').map((ms) => monthIndexOf(Math.floor(Number(ms) / msPerDay)));
const callsOf = (m: number): number =>
  column(sample.volumes, 'month').reduce<number>(
    (sum, month, i) => sum + (month === m ? Number(column(sample.volumes, 'calls')[i]) : 0),
    0,
  );
const allMonths = Array.from({ length: facts.months }, (_, i) => facts.firstMonth + i);
const before = allMonths.filter((m) => m < facts.improvement.firstMonth && m !== facts.specialCause.month);
const after = allMonths.filter((m) => m >= facts.improvement.firstMonth);

/** Events per 10,000 calls in the given months, of one link or of all. */
function rate(within: readonly number[], link?: string): { rate: number; sd: number } {
  const links = events('link');
  const count = months.filter((m, i) => within.includes(m) && (link === undefined || links[i] === link)).length;
  const units = within.reduce((sum, m) => sum + callsOf(m), 0) / 10_000;
  return { rate: count / units, sd: Math.sqrt(count) / units };
}

function share(key: string, within: readonly number[]): { share: number; sd: number } {
  const values = events(key).filter((v, i) => v !== null && within.includes(months[i]));
  const p = values.filter((v) => v === 1).length / values.length;
  return { share: p, sd: Math.sqrt((p * (1 - p)) / values.length) };
}

describe('the sample project', () => {
  it('is the same every time and has several thousand events in 24 months and 30 outlets', () => {
    expect(generateSample()).toEqual(sample);
    expect(sample.events.rows).toBeGreaterThan(5000);
    expect(sample.events.rows).toBeLessThan(7000);
    expect(new Set(months)).toEqual(new Set(allMonths));
    expect(new Set(events('outlet')).size).toBe(facts.outlets);
    expect(sample.volumes.rows).toBe(facts.months * facts.outlets);
    for (const dataset of [sample.events, sample.volumes])
      for (const { values } of dataset.columns) expect(values).toHaveLength(dataset.rows);
  });

  it('has the complaint rates it was made with, within three standard errors', () => {
    const [was, is] = [rate(before), rate(after)];
    expect(Math.abs(was.rate - facts.ratePer10k.before)).toBeLessThan(3 * was.sd);
    expect(Math.abs(is.rate - facts.ratePer10k.after)).toBeLessThan(3 * is.sd);
  });

  it('shows one special cause: only the month of the cut-over is above a u chart', () => {
    const centre = rate(before).rate;
    const above = allMonths.filter((m) => rate([m]).rate > centre + 3 * Math.sqrt(centre / (callsOf(m) / 10_000)));
    expect(above).toEqual([facts.specialCause.month]);
    expect(share('onTime', [facts.specialCause.month]).share).toBeLessThan(0.72);
  });

  it('shows the improvement in its links and in what follows from it', () => {
    for (const [link, remaining] of Object.entries(facts.improvement.remaining)) {
      const [was, is] = [rate(before, link), rate(after, link)];
      expect(Math.abs(is.rate / was.rate - remaining)).toBeLessThan(
        3 * (is.sd / was.rate + (remaining * was.sd) / was.rate),
      );
    }
    for (const [key, goal] of [
      ['resolved', facts.resolved],
      ['first', facts.resolvedFirst],
    ] as const) {
      for (const [within, p] of [
        [before, goal.before],
        [after, goal.after],
      ] as const) {
        const seen = share(key, within);
        expect(Math.abs(seen.share - p), key).toBeLessThan(3 * seen.sd);
      }
    }
    expect(share('onTime', after).share - share('onTime', before).share).toBeGreaterThan(0.03);
  });

  it('shows no effect of the training', () => {
    const { link, firstMonth } = facts.noEffect;
    const [was, is] = [
      rate(before, link),
      rate(
        allMonths.filter((m) => m >= firstMonth),
        link,
      ),
    ];
    expect(Math.abs(is.rate - was.rate)).toBeLessThan(2 * Math.hypot(is.sd, was.sd));
  });

  it('agrees with itself: on time means closed by the due date, hours follow from both', () => {
    const [due, closed, onTime, hours, received] = ['due', 'closed', 'onTime', 'hours', 'received'].map(events);
    for (let i = 0; i < sample.events.rows; i++) {
      if (closed[i] === null) continue;
      expect(Number(closed[i]) <= Number(due[i])).toBe(onTime[i] === 1);
      expect(
        Math.floor((Number(received[i]) + Number(hours[i]) * 3_600_000) / msPerDay) - Number(closed[i]),
      ).toBeLessThanOrEqual(1);
    }
  });

  it('carries only codes of the taxonomy, some rows uncoded, and a word of the bank for every link', () => {
    const codes = new Set(defaultTaxonomy.links.map((l) => l.code));
    expect(events('link').every((code) => code === null || codes.has(String(code)))).toBe(true);
    const uncoded = events('link').filter((code) => code === null).length / sample.events.rows;
    expect(Math.abs(uncoded - facts.uncoded)).toBeLessThan(0.01);
    expect(new Set(sourceCategories.flatMap((c) => c.links))).toEqual(codes);
  });

  it('holds nothing that looks like personal data', () => {
    const mask = createMasker({ column: '事件内容', type: 'text' });
    expect([...new Set(events('text'))].filter((text) => mask(String(text)).hits.length > 0)).toEqual([]);
  });

  it('has the same numbers in English', () => {
    const english = generateSample('en');
    expect(english.volumes.columns[3].values).toEqual(sample.volumes.columns[3].values);
    for (const { key, type, values } of english.events.columns) {
      if (['text', 'category'].includes(type) && key !== 'link')
        expect(values.some((v) => /[\u4e00-\u9fff]/.test(String(v)))).toBe(false);
      else expect(values).toEqual(events(key));
    }
  });
});
