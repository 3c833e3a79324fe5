import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { figureOr } from '../measure-words';
import { alpha, pPhrase } from '../p-value';
import { figure, firstOf, percent, say } from '../phrases';
import { curvesDrawn } from './chart';
import type { SurvivalOutcome } from './outcome';
import { quantileNote, timeFigure, unitWord } from './words';

/** How long cases really take, which are overdue, and how far the figures can be trusted. */
export function survivalFindings(outcome: SurvivalOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: [...mainSentences(outcome), ...groupSentences(outcome)],
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: SurvivalOutcome): Findings['headline'] {
  const { whole, overdue, openRows } = outcome;
  const rowsOf = (rows: readonly number[]): Pick<Findings['headline'][number], 'drill'> =>
    rows.length > 0 ? { drill: [{ op: 'rows', rows }] } : {};
  return [
    {
      label: say('analyses.survival.headline.median', { unit: unitWord(outcome) }),
      value: timeFigure(whole.median.time),
      note: quantileNote(whole.median),
    },
    {
      label: say('analyses.survival.headline.p90', { unit: unitWord(outcome) }),
      value: timeFigure(whole.p90.time),
      note: quantileNote(whole.p90),
    },
    ...(outcome.spec.limit === null
      ? []
      : [
          {
            label: say('analyses.survival.headline.within'),
            value: whole.within ? percent(whole.within.share) : '–',
            ...(whole.within && whole.within.low !== null && whole.within.high !== null
              ? {
                  note: say('analyses.survival.headline.interval', {
                    low: percent(whole.within.low),
                    high: percent(whole.within.high),
                  }),
                }
              : {}),
          },
        ]),
    overdue === null
      ? {
          label: say('analyses.survival.headline.open'),
          value: whole.open,
          note: say('analyses.survival.headline.of', { n: whole.n }),
          ...rowsOf(openRows),
        }
      : {
          label: say('analyses.survival.headline.overdue'),
          value: overdue.length,
          note: say('analyses.survival.headline.ofOpen', { n: whole.open }),
          ...rowsOf(overdue),
        },
  ];
}

function mainSentences(outcome: SurvivalOutcome): Phrase[] {
  const { whole, closedOnly, spec, overdue } = outcome;
  const unit = unitWord(outcome);
  const said = [
    say('analyses.survival.finding.times', {
      n: whole.n,
      open: whole.open,
      unit,
      median: timeFigure(whole.median.time),
      p75: timeFigure(whole.p75.time),
      p90: timeFigure(whole.p90.time),
    }),
  ];
  if (whole.open > 0) {
    said.push(
      say('analyses.survival.finding.closedOnly', {
        mean: figureOr(closedOnly.mean),
        median: figureOr(closedOnly.median),
        km: timeFigure(whole.median.time),
        unit,
      }),
    );
  }
  if (spec.limit !== null && whole.within) {
    said.push(
      say('analyses.survival.finding.within', {
        limit: figure(spec.limit),
        unit,
        share: percent(whole.within.share),
        low: whole.within.low === null ? '–' : percent(whole.within.low),
        high: whole.within.high === null ? '–' : percent(whole.within.high),
      }),
    );
  }
  if (overdue !== null && overdue.length > 0)
    said.push(say('analyses.survival.finding.overdue', { n: overdue.length }));
  if (whole.median.time === null) said.push(say('analyses.survival.finding.notReached'));
  return said;
}

function groupSentences({ groups }: SurvivalOutcome): Phrase[] {
  if (groups.length < 2) return [];
  const clear = groups.filter(({ pValue }) => pValue !== null && pValue < alpha);
  if (groups.length === 2) {
    const p = groups[0].pValue;
    if (p === null) return [];
    return [
      say(p < alpha ? 'analyses.survival.finding.pairDiffers' : 'analyses.survival.finding.pairAlike', {
        slow: groups[0].label,
        fast: groups[1].label,
        slowTime: timeFigure(groups[0].median.time),
        fastTime: timeFigure(groups[1].median.time),
        p: pPhrase(p),
      }),
    ];
  }
  if (groups.every(({ pValue }) => pValue === null)) return [say('analyses.survival.finding.groupsUntested')];
  const names = (items: readonly PhraseValue[]): PhraseValue => firstOf(items, 8);
  return [
    clear.length === 0
      ? say('analyses.survival.finding.groupsAlike', { n: groups.length })
      : say('analyses.survival.finding.groupsDiffer', {
          n: clear.length,
          of: groups.length,
          names: names(clear.map(({ label }) => label)),
        }),
  ];
}

function reportCard(outcome: SurvivalOutcome): Check[] {
  const { whole, coverage, groups, spec, asOf, isTimed } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.survival.check.${code}`, params),
  });
  const amount = whole.closed >= 30 ? 'good' : whole.closed >= 10 ? 'caution' : 'bad';
  const checks = [
    check(amount, `amount.${amount}`, { n: whole.closed }),
    spec.asOf === null
      ? check(whole.open > 0 ? 'caution' : 'good', whole.open > 0 ? 'asOfGuessed' : 'allClosed', {
          day: { as: 'date', epochDay: asOf },
        })
      : check('good', 'asOfGiven', { day: { as: 'date', epochDay: asOf } }),
  ];
  const openShare = whole.open / whole.n;
  if (openShare > 0) checks.push(check(openShare > 0.5 ? 'bad' : 'good', 'openShare', { share: percent(openShare) }));
  if (coverage.reversed.length > 0) checks.push(check('bad', 'reversed', { n: coverage.reversed.length }));
  if (coverage.withoutStart > 0) checks.push(check('caution', 'withoutStart', { n: coverage.withoutStart }));
  if (coverage.future > 0) checks.push(check('caution', 'future', { n: coverage.future }));
  if (coverage.closedLater > 0) checks.push(check('caution', 'closedLater', { n: coverage.closedLater }));
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  if (coverage.ungrouped > 0) checks.push(check('caution', 'ungrouped', { n: coverage.ungrouped }));
  if (coverage.groupsLeft > 0) checks.push(check('caution', 'groupsLeft', { n: coverage.groupsLeft }));
  if (spec.limit !== null && !whole.within) checks.push(check('caution', 'limitBeyond'));
  if (!isTimed && spec.unit !== 'day') checks.push(check('caution', 'wholeDays'));
  if (groups.length > curvesDrawn) checks.push(check('good', 'curvesDrawn', { n: curvesDrawn, of: groups.length }));
  const small = groups.filter(({ closed }) => closed < 10).length;
  if (small > 0) checks.push(check('caution', 'smallGroups', { n: small }));
  if (whole.open > 0) checks.push(check('caution', 'censoring'));
  return checks;
}

function howComputed(outcome: SurvivalOutcome): Phrase[] {
  const { whole, startName, endName, asOf, groups, spec } = outcome;
  const said = [
    say('analyses.survival.how.time', { start: startName, end: endName, asOf: { as: 'date', epochDay: asOf } }),
    say('analyses.survival.how.estimate', { n: whole.n, closed: whole.closed, open: whole.open }),
  ];
  const fall = whole.curve.find(({ open }) => open < 1);
  if (fall) {
    said.push(
      say('analyses.survival.how.first', {
        time: figure(fall.time),
        unit: unitWord(outcome),
        n: fall.atRisk,
        open: percent(fall.open, 2),
      }),
    );
  }
  said.push(say('analyses.survival.how.quantile', { median: timeFigure(whole.median.time) }));
  said.push(say('analyses.survival.how.interval'));
  if (spec.limit !== null) said.push(say('analyses.survival.how.within', { limit: figure(spec.limit) }));
  if (groups.length > 1)
    said.push(say(groups.length === 2 ? 'analyses.survival.how.logRank' : 'analyses.survival.how.logRankHolm'));
  return said;
}
