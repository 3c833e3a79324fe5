import { describe, expect, it } from 'vitest';
import { ledgerFigures } from '../../../../src/domain/events/figures';
import { checkReport } from '../../../../src/domain/report/checks';
import { draftReport } from '../../../../src/domain/report/draft';
import {
  isFigure,
  type DraftBlock,
  type Figure,
  type Part,
  type ReportDraft,
  type SectionId,
  type Sentence,
} from '../../../../src/domain/report/draft-types';
import { selectRows } from '../../../../src/domain/report/rows';
import { dayOf } from '../../../../src/domain/calendar/calendar';
import { dayOfDate, event, inputOf, item, noon, outlet } from './support';

function blocksOf(draft: ReportDraft, section: SectionId): readonly DraftBlock[] {
  return draft.sections.find(({ id }) => id === section)?.blocks ?? [];
}

function sentencesOf(draft: ReportDraft): readonly Sentence[] {
  return draft.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'sentences' ? block.sentences : [])),
  );
}

function sentence(draft: ReportDraft, code: string): Sentence {
  const found = sentencesOf(draft).find((one) => one.code === code);
  if (!found)
    throw new Error(
      `no sentence ${code}: ${sentencesOf(draft)
        .map((one) => one.code)
        .join()}`,
    );
  return found;
}

function parts(draft: ReportDraft): readonly (Part | null)[] {
  return draft.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'sentences') return block.sentences.flatMap((one) => Object.values(one.parts));
      return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [];
    }),
  );
}

function figures(draft: ReportDraft): ReadonlyMap<string, Figure> {
  return new Map(parts(draft).flatMap((part) => (isFigure(part) ? [[part.id, part] as const] : [])));
}

/** The number that a part shows. */
function numberOf(part: Part | undefined): number {
  const value = part === undefined ? undefined : isFigure(part) ? part.value : part;
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && 'value' in value) return value.value;
  throw new Error(`not a number: ${JSON.stringify(value)}`);
}

const many = (count: number, received: string, replied: string | null, details = {}) =>
  Array.from({ length: count }, () => event(received, replied, details));

// The second quarter has 91 days, the first 90.
const ledger = [
  ...many(20, '2026-05-04', '2026-05-10'),
  ...many(6, '2026-05-04', '2026-06-30', { primaryLink: 'G3.1.1', source: 'app' }),
  ...many(3, '2026-06-01', null, { primaryLink: 'G3.1.1', severity: 5, outlet: 'B02' }),
  event('2026-06-02', null, { primaryLink: null, effect: null, phase: null, office: null, cause: null }),
  event('2026-06-03', null, { status: 'withdrawn' }),
  ...many(12, '2026-02-03', '2026-02-10'),
  ...many(40, '2025-05-04', '2025-05-10', { primaryLink: 'G4.1.1' }),
];
const draft = draftReport(inputOf(ledger));

describe('the draft of a quarter', () => {
  it('counts what was received in it, without what was withdrawn', () => {
    expect(numberOf(sentence(draft, 'total').parts['n'])).toBe(30);
    expect(numberOf(sentence(draft, 'total').parts['perDay'])).toBeCloseTo(30 / 91, 10);
    expect(numberOf(sentence(draft, 'total').parts['severe'])).toBe(3);
  });

  // R: binom.test(30, 42, 91/181): the interval of the share turned into that of the ratio by hand.
  it('compares with the quarter before by an exact interval', () => {
    const before = sentence(draft, 'against-up').parts;
    expect(numberOf(before['m'])).toBe(12);
    expect(numberOf(before['ratio'])).toBeCloseTo(30 / 91 / (12 / 90), 10);
    const bounds = clopperPearson(30, 42);
    expect(numberOf(before['low'])).toBeCloseTo(((bounds.low / (1 - bounds.low)) * 90) / 91, 6);
    expect(numberOf(before['high'])).toBeCloseTo(((bounds.high / (1 - bounds.high)) * 90) / 91, 6);
  });

  it('compares with the same quarter of last year, and does not call chance a change', () => {
    const last = sentence(draft, 'against-same').parts;
    expect(numberOf(last['m'])).toBe(40);
    expect(numberOf(last['ratio'])).toBeCloseTo(0.75, 10);
  });

  it('says that there is nothing to compare with', () => {
    const alone = draftReport(inputOf(many(3, '2026-05-04', null)));
    expect(sentencesOf(alone).filter(({ code }) => code === 'against-none')).toHaveLength(2);
  });

  it('calls quarters before the ledger began not recorded, and one without events in it none', () => {
    const figured = (events: Parameters<typeof inputOf>[0]) => figures(draftReport(inputOf(events)));
    const begun = figured(many(3, '2026-05-04', null));
    expect([...begun.keys()].filter((id) => /previous|lastYear/.test(id))).toEqual([]);
    const older = figured([...many(3, '2026-05-04', null), event('2025-08-01', null)]);
    expect(older.get('overview.compare.previous')?.value).toBe(0);
    expect([...older.keys()].filter((id) => id.includes('lastYear'))).toEqual([]);
  });

  it('takes rates of volumes where all three are given', () => {
    const volumes = { current: 300_000, previous: 100_000, lastYear: 400_000 };
    const found = draftReport(inputOf(ledger, { volumes }));
    // 30 per 300 000 against 12 per 100 000.
    expect(numberOf(figures(found).get('overview.compare.current.rate'))).toBeCloseTo(1, 10);
    expect(numberOf(figures(found).get('overview.compare.previous.rate'))).toBeCloseTo(1.2, 10);
    const partly = draftReport(inputOf(ledger, { volumes: { ...volumes, lastYear: null } }));
    expect(numberOf(figures(partly).get('overview.compare.current.rate'))).toBeCloseTo(30 / 91, 10);
  });

  it('judges first replies as the ledger does', () => {
    const now = noon('2026-07-15');
    const within = ledger.filter(
      ({ receivedAt }) =>
        dayOf(receivedAt ?? 0) >= dayOfDate('2026-04-01') && dayOf(receivedAt ?? 0) <= dayOfDate('2026-06-30'),
    );
    const expected = ledgerFigures(within, inputOf([]).clockwork, now);
    // 20 within 15 days; 6 after 57; 4 open for more than 15 days.
    expect([expected.onTime.cases, expected.onTime.of]).toEqual([20, 30]);
    const said = sentence(draft, 'on-time').parts;
    expect(numberOf(said['share'])).toBeCloseTo(20 / 30, 10);
    expect(numberOf(said['n'])).toBe(30);
    expect(numberOf(said['low'])).toBeCloseTo(wilson(20, 30).low, 10);
    expect(numberOf(said['high'])).toBeCloseTo(wilson(20, 30).high, 10);
    expect(numberOf(sentence(draft, 'sigma').parts['dpmo'])).toBeCloseTo((1e6 * 10) / 30, 4);
    expect(numberOf(sentence(draft, 'open').parts['overdue'])).toBe(expected.overdue);
  });

  it('ranks the levels of the taxonomy', () => {
    const categories = blocksOf(draft, 'analysis').find((block) => block.kind === 'table' && block.id === 'category');
    const rows = categories?.kind === 'table' ? categories.rows : [];
    expect(rows.map(({ cells }) => numberOf(cells[1] ?? undefined))).toEqual([20, 9]);
    expect(rows.map(({ cells }) => numberOf(cells[3] ?? undefined))).toEqual([20 / 29, 1]);
    expect(numberOf(sentence(draft, 'coded').parts['uncoded'])).toBeCloseTo(1 / 30, 10);
  });

  it('shows the same number as the rows behind it, for every count', () => {
    const counts = [...figures(draft).values()].filter(
      ({ id, value, queries }) =>
        typeof value === 'number' &&
        queries.length === 1 &&
        queries[0].of !== 'projects' &&
        !/median|p90|benefit|expected/.test(id),
    );
    expect(counts.length).toBeGreaterThan(60);
    const wrong = counts.filter(({ value, queries }) => selectRows(draft.rows, queries[0]).length !== value);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('gives each id one meaning', () => {
    const seen = new Map<string, string>();
    for (const part of parts(draft)) {
      if (!isFigure(part)) continue;
      const known = seen.get(part.id);
      if (known !== undefined) expect(JSON.stringify(part.queries), part.id).toBe(known);
      seen.set(part.id, JSON.stringify(part.queries));
    }
  });

  it('draws no Pareto chart of nothing', () => {
    const drawn = (one: ReportDraft) =>
      blocksOf(one, 'analysis').filter((block) => block.kind === 'picture' && block.id === 'pareto');
    expect(drawn(draft)).toHaveLength(1);
    expect(drawn(draftReport(inputOf([])))).toEqual([]);
  });

  it('never says NaN or infinity, even of nothing', () => {
    for (const one of [draft, draftReport(inputOf([])), draftReport(inputOf([], { now: noon('2026-04-01') }))]) {
      expect(JSON.stringify(one.sections)).not.toMatch(/NaN|Infinity/);
      for (const part of parts(one)) {
        const value = part === null ? 0 : isFigure(part) ? part.value : part;
        if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
      }
    }
  });

  it('looks at a quarter that is not over as far as it has come', () => {
    const early = draftReport(inputOf(ledger, { now: noon('2026-05-10') }));
    expect(early.through).toBe(dayOfDate('2026-05-10'));
    expect(numberOf(sentence(early, 'total').parts['n'])).toBe(26);
    expect(numberOf(sentence(early, 'total').parts['perDay'])).toBeCloseTo(26 / 40, 10);
  });

  it('dissects the case library first, then the most severe, masked', () => {
    const cases = draftReport(
      inputOf(
        [
          event('2026-05-01', null, { severity: 2, isCase: true, title: '案例' }),
          event('2026-05-02', null, { severity: 5, title: '张三的卡' }),
          event('2026-05-03', null, { severity: 2 }),
        ],
        { mask: (text) => text.replace('张三', '张*') },
      ),
    );
    const titles = blocksOf(cases, 'dissection').flatMap((block) => (block.kind === 'case' ? [block.case.title] : []));
    expect(titles).toEqual(['案例', '张*的卡']);
  });
});

describe('items in the draft', () => {
  const log = (action: string, date: string) => ({
    id: `${action}-${date}`,
    at: noon(date),
    by: '赵敏',
    action: action as 'close',
    field: 'status',
    before: null,
    after: null,
    note: null,
  });
  const items = [
    item('good', {
      status: 'closed',
      verdict: 'effective',
      test: 'share',
      effectData: JSON.stringify({ before: [825, 1000], after: [892, 1000], per: 100 }),
      log: [log('open', '2026-03-01'), log('close', '2026-05-20')],
      benefit: 50_000,
      benefitConfirmed: true,
    }),
    item('bad', {
      status: 'returned',
      proposed: 'noChange',
      log: [log('open', '2026-04-05'), log('return', '2026-06-10')],
    }),
    item('again', {
      status: 'reopened',
      reopenedCount: 1,
      log: [log('close', '2026-02-01'), log('reopen', '2026-05-05')],
    }),
    item('old', { status: 'closed', verdict: 'effective', log: [log('close', '2026-01-20')] }),
    item('gone', { status: 'cancelled', log: [log('close', '2026-05-05')] }),
  ];
  const found = draftReport(inputOf(ledger, { items }));

  it('counts what was verified, returned and reopened within the quarter', () => {
    const verified = sentence(found, 'verified').parts;
    expect([verified['n'], verified['effective']].map(numberOf)).toEqual([2, 1]);
    expect(numberOf(verified['share'])).toBe(0.5);
    const moved = sentence(found, 'items-moved').parts;
    expect([moved['opened'], moved['returned'], moved['reopened'], moved['live']].map(numberOf)).toEqual([1, 1, 1, 2]);
    expect(numberOf(sentence(found, 'benefit').parts['confirmed'])).toBe(50_000);
  });

  it('shows before and after with the interval of the data', () => {
    const table = blocksOf(found, 'improvement').find((block) => block.kind === 'table' && block.id === 'verdicts');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows).toHaveLength(3);
    expect([rows[0].cells[2], rows[0].cells[3]].map((cell) => numberOf(cell ?? undefined))).toEqual([82.5, 89.2]);
    const interval = wilson(892, 1000);
    expect(JSON.stringify(rows[0].cells[4])).toContain(String(100 * interval.low).slice(0, 8));
  });
});

describe('outlets in the draft', () => {
  const outlets = [...Array.from({ length: 10 }, (_, i) => outlet(`网点${i}`, 180, 200)), outlet('差网点', 100, 200)];
  const found = draftReport(inputOf(ledger, { outlets }));

  it('names those beyond the funnel', () => {
    const said = sentence(found, 'outlets').parts;
    expect([said['n'], said['ranked'], said['below'], said['above']].map(numberOf)).toEqual([11, 11, 1, 0]);
  });
});

describe('the checks before issuing', () => {
  const check = (texts: Partial<Record<SectionId, string>>, more = {}) =>
    new Map(
      checkReport({
        draft,
        outletsKnown: new Set(['A01']),
        unmaskedEvents: 0,
        unmaskedTexts: [],
        texts,
        taxonomyVersions: 1,
        ...more,
      }).map((one) => [one.code, one]),
    );

  it('find what is missing', () => {
    const found = check({});
    expect(found.get('uncoded')?.level).toBe('ok');
    expect(found.get('uncoded')?.params['n']).toBe(1);
    expect(found.get('outletsMissing')?.params).toMatchObject({ n: 1, names: { items: ['B02'] } });
    expect(found.get('texts')?.level).toBe('warn');
    expect(found.get('notOver')?.level).toBe('ok');
  });

  it('stop a report whose own text is not masked', () => {
    expect(check({}, { unmaskedTexts: ['overview'] }).get('unmaskedReport')?.level).toBe('stop');
    expect(check({}, { unmaskedEvents: 3 }).get('unmaskedLedger')?.level).toBe('warn');
  });
});

/** Wilson's interval, written anew. */
function wilson(x: number, n: number): { low: number; high: number } {
  const z = 1.959963984540054;
  const [p, d] = [x / n, 1 + z ** 2 / n];
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / d;
  return { low: (p + z ** 2 / (2 * n)) / d - half, high: (p + z ** 2 / (2 * n)) / d + half };
}

/** The exact interval by bisection over binomial tails summed term by term. */
function clopperPearson(x: number, n: number): { low: number; high: number } {
  const term = (k: number, p: number): number => {
    let log = 0;
    for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i);
    return Math.exp(log + k * Math.log(p) + (n - k) * Math.log(1 - p));
  };
  const upper = (p: number): number =>
    Array.from({ length: n - x + 1 }, (_, i) => term(x + i, p)).reduce((a, b) => a + b);
  const lower = (p: number): number => Array.from({ length: x + 1 }, (_, i) => term(i, p)).reduce((a, b) => a + b);
  const solve = (isBelow: (p: number) => boolean): number => {
    let [low, high] = [0, 1];
    for (let i = 0; i < 80; i++) {
      const middle = (low + high) / 2;
      if (isBelow(middle)) low = middle;
      else high = middle;
    }
    return low;
  };
  return { low: solve((p) => upper(p) < 0.025), high: solve((p) => lower(p) > 0.025) };
}
