import { describe, expect, it } from 'vitest';
import { OutletScores, type OutletRecords } from '../../../src/app/outlet-scores';
import { emptyEvent } from '../../../src/domain/events/event';
import { emptyCheck } from '../../../src/domain/monitoring/check';
import { criteria } from '../../../src/domain/monitoring/criteria';
import { defaultRules, type OutletQuarter } from '../../../src/domain/scorecard/scorecard';
import { emptySurvey, readAnswer } from '../../../src/domain/survey/survey';
import { emptyState, noon } from '../domain/events/support';

const day = (text: string): number => Math.floor(noon(text) / 86_400_000);
const table = (changes: Partial<OutletQuarter> = {}): OutletQuarter => ({
  id: '城东支行',
  name: '城东支行',
  group: '大型',
  satisfaction: { cases: 86, of: 100 },
  wait: { cases: 78, of: 100 },
  waitP90: null,
  onTime: { cases: 91, of: 100 },
  firstTime: { cases: 91, of: 100 },
  callBack: { cases: 91, of: 100 },
  reopened: { cases: 9, of: 100 },
  inspections: [{ score: 88, weight: 1 }],
  severeEvents: 0,
  falsified: false,
  ...changes,
});
const answer = (id: string, changes: Readonly<Record<string, unknown>>) => {
  const values = { survey: 's', outlet: '城东支行', day: day('2026-10-02'), overall: 9, ...changes };
  const read = readAnswer(id, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])));
  if (!read) throw new RangeError(`not an answer: ${id}`);
  return read;
};
const records = (changes: Partial<OutletRecords> = {}): OutletRecords => ({
  tables: new Map(),
  falsified: new Map(),
  events: [],
  surveys: [{ ...emptySurvey('s'), quarter: '2026-Q3' }],
  answers: [],
  checks: [],
  versions: [],
  clockwork: emptyState,
  now: noon('2026-11-01'),
  ...changes,
});

describe('scorecards from all records', () => {
  it('give the golden outlet 77.68', () => {
    const scores = new OutletScores(records({ tables: new Map([['2026-Q4', [table()]]]) }));
    expect(scores.at('城东支行', '2026-Q4')?.ranked.total?.toFixed(2)).toBe('77.68');
    expect(scores.at('城东支行', '2026-Q3')).toBeNull();
    expect(scores.scored('2026-Q1')).toBeNull();
  });

  it('put everything into the quarter of its day, and a sheet without a day into that of its survey', () => {
    const met = criteria.mystery.map(({ id }) => ({ id, verdict: 'met' as const, note: null }));
    const visit = {
      ...emptyCheck('c'),
      type: 'mystery' as const,
      outlet: '城东支行',
      day: day('2026-10-05'),
      result: met,
    };
    const scores = new OutletScores(
      records({
        tables: new Map([['2026-Q2', [table()]]]),
        answers: [
          answer('1', {}),
          answer('2', { overall: 3 }),
          answer('3', { day: null }),
          answer('4', { setAside: '重复' }),
          answer('5', { survey: 'gone' }),
        ],
        events: [{ ...emptyEvent('e'), status: 'accepted', outlet: ' 城东支行 ', receivedAt: noon('2026-10-01') }],
        checks: [visit, { ...visit, id: 'r', type: 'readiness' }],
      }),
    );
    expect(scores.quarters).toEqual(['2026-Q4', '2026-Q3', '2026-Q2']);
    expect(scores.history('城东支行').map(({ quarter }) => quarter)).toEqual(['2026-Q2', '2026-Q3', '2026-Q4']);
    const last = scores.at('城东支行', '2026-Q4');
    expect(last?.assembled.quarter).toMatchObject({
      group: '大型',
      satisfaction: { cases: 1, of: 2 },
      inspections: [{ score: 100, weight: 1 }],
    });
    expect([last?.answers.length, last?.events.length, last?.checks.length]).toEqual([2, 1, 1]);
    expect(scores.at('城东支行', '2026-Q3')?.assembled.quarter.satisfaction).toEqual({ cases: 1, of: 1 });
  });

  it('score each quarter by its own version of the rules', () => {
    const rules = {
      ...defaultRules,
      version: '1.1.0',
      weights: { satisfaction: 100, wait: 0, events: 0, inspection: 0 },
    };
    const scores = new OutletScores(
      records({
        tables: new Map([
          ['2026-Q3', [table()]],
          ['2026-Q4', [table()]],
        ]),
        versions: [{ id: 'v', rules, from: '2026-Q4', note: '', by: '', at: 1 }],
      }),
    );
    expect(scores.at('城东支行', '2026-Q3')?.ranked.total?.toFixed(2)).toBe('77.68');
    expect(scores.at('城东支行', '2026-Q4')?.ranked.total?.toFixed(2)).toBe('76.00');
    expect(scores.at('城东支行', '2026-Q4')?.rules.version).toBe('1.1.0');
  });

  it('do not rate an outlet whose data are falsified in one quarter', () => {
    const scores = new OutletScores(
      records({
        tables: new Map([
          ['2026-Q3', [table()]],
          ['2026-Q4', [table()]],
        ]),
        falsified: new Map([['2026-Q4 城东支行', '补录取号记录']]),
      }),
    );
    expect(scores.at('城东支行', '2026-Q4')).toMatchObject({ falsified: '补录取号记录', ranked: { total: null } });
    expect(scores.at('城东支行', '2026-Q3')?.falsified).toBeNull();
  });
});
