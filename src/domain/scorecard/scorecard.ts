/** The quarterly scorecard of outlets: four indicators on 0–100, weighted, less deductions. */

import type { Maybe } from '../../stats/descriptive/measured';
import { weightedIndex } from '../../stats/service/weighted-index';

export const indicators = ['satisfaction', 'wait', 'events', 'inspection'] as const;
export type Indicator = (typeof indicators)[number];

/** Where a measure scores 0, 60 and 100. Less is better where `target` is below `floor`. */
export interface Anchors {
  readonly floor: number;
  readonly standard: number;
  readonly target: number;
}

/** Everything that can be edited; an edit makes a new version, and every score says its version. */
export interface ScorecardRules {
  readonly version: string;
  readonly anchors: Readonly<Record<Indicator, Anchors>>;
  /** Any scale; the known ones are brought to a sum of 1. */
  readonly weights: Readonly<Record<Indicator, number>>;
  /** Shares of the parts of event handling. */
  readonly eventParts: {
    readonly onTime: number;
    readonly firstTime: number;
    readonly callBack: number;
    readonly notReopened: number;
  };
  /** How many surveys of an average outlet a satisfaction is shrunk by. */
  readonly priorSurveys: number;
  readonly deductionPerEvent: number;
  readonly deductionMost: number;
  /** The most that a total can be after a deduction. */
  readonly cappedAt: number;
  readonly minimumSurveys: number;
  /** Lowest totals of the grades A, B and C; below is D. */
  readonly grades: { readonly A: number; readonly B: number; readonly C: number };
}

/** The rules as agreed first; figures are a design, not a standard of the trade. */
export const defaultRules: ScorecardRules = {
  version: '1.0.0',
  anchors: {
    satisfaction: { floor: 60, standard: 80, target: 95 },
    wait: { floor: 50, standard: 70, target: 90 },
    events: { floor: 70, standard: 85, target: 98 },
    inspection: { floor: 60, standard: 80, target: 95 },
  },
  weights: { satisfaction: 30, wait: 25, events: 25, inspection: 20 },
  eventParts: { onTime: 0.4, firstTime: 0.3, callBack: 0.2, notReopened: 0.1 },
  priorSurveys: 30,
  deductionPerEvent: 10,
  deductionMost: 30,
  cappedAt: 79,
  minimumSurveys: 30,
  grades: { A: 90, B: 80, C: 70 },
};

/** Cases among a number; null where nothing was counted. */
export type Counted = { readonly cases: number; readonly of: number } | null;

/** What was measured at one outlet in one quarter. */
export interface OutletQuarter {
  readonly id: string;
  readonly name: string;
  /** Peer group, such as size or kind. */
  readonly group: string;
  /** Answers 4 or 5 among valid answers. */
  readonly satisfaction: Counted;
  /** Tickets served within the standard. */
  readonly wait: Counted;
  readonly waitP90: Maybe;
  readonly onTime: Counted;
  readonly firstTime: Counted;
  readonly callBack: Counted;
  readonly reopened: Counted;
  /** Scores 0–100 of mystery shopping, recordings and on-site checks, each with its weight. */
  readonly inspections: readonly { readonly score: number; readonly weight: number }[];
  /** Confirmed events of severity 5. */
  readonly severeEvents: number;
  /** Data were falsified: the outlet is not rated. */
  readonly falsified: boolean;
}

export interface IndicatorScore {
  /** In the unit of the anchors; null where it could not be measured. */
  readonly measure: Maybe;
  readonly score: Maybe;
}

export type Grade = 'A' | 'B' | 'C' | 'D';

export interface OutletScore {
  readonly id: string;
  readonly indicators: Readonly<Record<Indicator, IndicatorScore>>;
  /** Before deductions; null where nothing was measured. */
  readonly weighted: Maybe;
  readonly deduction: number;
  readonly total: Maybe;
  readonly grade: Grade | null;
  /** Indicators that are missing; one is weighed away, from two on the outlet is not ranked. */
  readonly missing: readonly Indicator[];
  readonly notRanked: 'falsified' | 'few-surveys' | 'missing-indicators' | null;
}

/**
 * A measure as a score.
 *
 * Formula  60(x − L)/(B − L) below the standard B, 60 + 40(x − B)/(T − B) above it, held within 0 and 100; the same form
 *          where less is better and T < B < L
 */
export function anchorScore(x: number, { floor, standard, target }: Anchors): number {
  if (!(Math.sign(standard - floor) === Math.sign(target - standard) && standard !== floor)) {
    throw new RangeError(`anchors stand in one direction: ${floor}, ${standard}, ${target}`);
  }
  const isBelow = (x - standard) * Math.sign(target - floor) < 0;
  const score = isBelow ? (60 * (x - floor)) / (standard - floor) : 60 + (40 * (x - standard)) / (target - standard);
  return Math.min(100, Math.max(0, score));
}

/**
 * A share drawn towards the level of all outlets, the more so the fewer answers there are.
 *
 * Formula  (x + m·p₀)/(n + m)
 */
export function shrunkShare(
  { cases, of }: { readonly cases: number; readonly of: number },
  p0: number,
  m: number,
): number {
  return (cases + m * p0) / (of + m);
}

/** Share of satisfied answers over all outlets; null without answers. */
export function pooledSatisfaction(outlets: readonly OutletQuarter[]): Maybe {
  let [cases, of] = [0, 0];
  for (const { satisfaction } of outlets) {
    cases += satisfaction?.cases ?? 0;
    of += satisfaction?.of ?? 0;
  }
  return of > 0 ? cases / of : null;
}

/** The four measures of an outlet, in percent or points. */
export function measuresOf(
  outlet: OutletQuarter,
  p0: Maybe,
  rules: ScorecardRules,
): Readonly<Record<Indicator, Maybe>> {
  const percent = (counted: Counted): Maybe => (counted && counted.of > 0 ? (100 * counted.cases) / counted.of : null);
  const { satisfaction } = outlet;
  return {
    satisfaction:
      satisfaction && satisfaction.of > 0
        ? 100 * shrunkShare(satisfaction, p0 ?? 0, p0 === null ? 0 : rules.priorSurveys)
        : null,
    wait: percent(outlet.wait),
    events: eventMeasure(outlet, rules, percent),
    inspection: inspectionMeasure(outlet),
  };
}

function eventMeasure(
  { onTime, firstTime, callBack, reopened }: OutletQuarter,
  rules: ScorecardRules,
  percent: (counted: Counted) => Maybe,
): Maybe {
  const { eventParts } = rules;
  const again = percent(reopened);
  const index = weightedIndex([
    { score: percent(onTime), weight: eventParts.onTime },
    { score: percent(firstTime), weight: eventParts.firstTime },
    { score: percent(callBack), weight: eventParts.callBack },
    { score: again === null ? null : 100 - again, weight: eventParts.notReopened },
  ]);
  return index.ok ? index.value.index : null;
}

function inspectionMeasure({ inspections }: OutletQuarter): Maybe {
  const index = weightedIndex(inspections);
  return index.ok ? index.value.index : null;
}

/** The score of an outlet from its four measures; see `scoreOutlet` for the rule. */
export function scoreMeasures(
  measures: Readonly<Record<Indicator, Maybe>>,
  severeEvents: number,
  rules: ScorecardRules,
): Pick<OutletScore, 'indicators' | 'weighted' | 'deduction' | 'total' | 'grade' | 'missing'> {
  const scored = Object.fromEntries(
    indicators.map((indicator) => {
      const measure = measures[indicator];
      return [indicator, { measure, score: measure === null ? null : anchorScore(measure, rules.anchors[indicator]) }];
    }),
  ) as Record<Indicator, IndicatorScore>;
  const index = weightedIndex(
    indicators.map((indicator) => ({ score: scored[indicator].score, weight: rules.weights[indicator] })),
  );
  const weighted = index.ok ? index.value.index : null;
  const deduction = Math.min(rules.deductionMost, severeEvents * rules.deductionPerEvent);
  const left = weighted === null ? null : Math.max(0, weighted - deduction);
  const total = left === null || deduction === 0 ? left : Math.min(left, rules.cappedAt);
  return {
    indicators: scored,
    weighted,
    deduction,
    total,
    grade: total === null ? null : gradeOf(total, rules),
    missing: indicators.filter((indicator) => measures[indicator] === null),
  };
}

/** The grade of a total. */
export function gradeOf(total: number, { grades }: ScorecardRules): Grade {
  return total >= grades.A ? 'A' : total >= grades.B ? 'B' : total >= grades.C ? 'C' : 'D';
}

/**
 * The score of an outlet.
 *
 * Formula  Σw·s over the indicators that are known, less 10 per confirmed event of severity 5 (at most 30, and the total
 *          then at most 79). Falsified data are not rated. Ranked from 30 surveys on, with at most one indicator missing.
 */
export function scoreOutlet(outlet: OutletQuarter, p0: Maybe, rules: ScorecardRules): OutletScore {
  const score = scoreMeasures(measuresOf(outlet, p0, rules), outlet.severeEvents, rules);
  const notRanked = outlet.falsified
    ? 'falsified'
    : score.missing.length > 1
      ? 'missing-indicators'
      : (outlet.satisfaction?.of ?? 0) < rules.minimumSurveys
        ? 'few-surveys'
        : null;
  if (outlet.falsified) return { id: outlet.id, ...score, total: null, grade: null, notRanked };
  // What is left of two missing indicators is no basis for a grade.
  if (notRanked === 'missing-indicators') return { id: outlet.id, ...score, grade: null, notRanked };
  return { id: outlet.id, ...score, notRanked };
}

export type RulesProblem = 'anchors-not-in-order' | 'weights-not-positive' | 'grades-not-in-order';

/** What is wrong with edited rules; empty = they can be used. */
export function checkRules(rules: ScorecardRules): readonly RulesProblem[] {
  const problems: RulesProblem[] = [];
  const isInOrder = ({ floor, standard, target }: Anchors): boolean =>
    (floor < standard && standard < target) || (floor > standard && standard > target);
  if (!indicators.every((indicator) => isInOrder(rules.anchors[indicator]))) problems.push('anchors-not-in-order');
  const weights = indicators.map((indicator) => rules.weights[indicator]);
  if (!weights.every((weight) => weight >= 0 && weight < Infinity) || !weights.some((weight) => weight > 0)) {
    problems.push('weights-not-positive');
  }
  const { A, B, C } = rules.grades;
  if (!(A > B && B > C)) problems.push('grades-not-in-order');
  return problems;
}
