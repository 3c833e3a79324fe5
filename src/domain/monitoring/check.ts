import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { cohenKappa, type CohenKappa } from '../../stats/agreement/cohen-kappa';
import type { Maybe } from '../../stats/descriptive/measured';
import { meanOf } from '../../stats/special/sums';
import { emptyEntity, readEntity, type EntityOf, type EntityShape } from '../registers';
import type { OutletQuarter } from '../scorecard/scorecard';
import { criteria, monitoringTypes, scoredTypes, type MonitoringType } from './criteria';

export const verdicts = ['met', 'partly', 'not', 'na'] as const;
export type Verdict = (typeof verdicts)[number];

const fields = {
  type: monitoringTypes,
  title: 'text',
  /** Epoch day. */
  day: 'number',
  outlet: 'text',
  /** Number of the recording or case: two scorers of the same sample can be compared. */
  sample: 'text',
  /** Who was observed. */
  person: 'text',
  scorer: 'text',
  note: 'text',
  /** Epoch day on which the service went live. */
  liveDay: 'number',
} as const;

/** `result.<criterion>`. */
const lists = { result: { verdict: verdicts, note: 'text' } } as const;

export const checkShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
/** A recording scored, a mystery visit, a walk over the floor, or a readiness check before a go-live. */
export type MonitoringCheck = EntityOf<typeof fields, typeof lists>;

/** The check that a record says. */
export function readCheck(id: string, registers: Parameters<typeof readEntity>[2]): MonitoringCheck {
  return readEntity(checkShape, id, registers);
}

/** A check of which nothing is known yet. */
export function emptyCheck(id: string): MonitoringCheck {
  return emptyEntity(checkShape, id);
}

const credit: Readonly<Record<Verdict, Maybe>> = { met: 1, partly: 0.5, not: 0, na: null };

/**
 * The score of a check.
 *
 * Unit     0–100
 * Formula  100·Σw·c/Σw over the criteria that apply (met 1, partly ½, not met 0); 0 if a critical one is not met; null
 *          while one is not judged, or where none applies
 */
export function scoreCheck(check: MonitoringCheck): { readonly score: Maybe; readonly critical: readonly string[] } {
  const given = new Map(check.result.map(({ id, verdict }) => [id, verdict]));
  const own = check.type === null ? [] : criteria[check.type];
  const critical = own.filter((one) => one.critical === true && given.get(one.id) === 'not').map(({ id }) => id);
  let [sum, weights] = [0, 0];
  for (const { id, weight } of own) {
    const verdict = given.get(id) ?? null;
    if (verdict === null) return { score: null, critical };
    const part = credit[verdict];
    if (part === null) continue;
    sum += weight * part;
    weights += weight;
  }
  if (weights === 0) return { score: null, critical };
  return { score: critical.length > 0 ? 0 : (100 * sum) / weights, critical };
}

/** Mean of the scores; null where nothing is scored to the end. */
export function meanScore(checks: readonly MonitoringCheck[]): Maybe {
  const scores = checks.flatMap((check) => scoreCheck(check).score ?? []);
  return scores.length === 0 ? null : meanOf(scores);
}

/**
 * Scores of an outlet as the scorecard takes them: each kind of inspection weighs the same, however many there were.
 */
export function inspectionsOf(checks: readonly MonitoringCheck[]): OutletQuarter['inspections'] {
  return scoredTypes.flatMap((type) => {
    const scores = checks.flatMap((check) => (check.type === type ? (scoreCheck(check).score ?? []) : []));
    return scores.map((score) => ({ score, weight: 1 / scores.length }));
  });
}

export type Readiness = 'ready' | 'blocked' | 'open' | 'live';

/** Where a readiness check stands: one item not met blocks, whatever the others say; an item not judged leaves it open. */
export function readinessOf(check: MonitoringCheck): {
  readonly state: Readiness;
  readonly failed: readonly string[];
  readonly unjudged: readonly string[];
} {
  const given = new Map(check.result.map(({ id, verdict }) => [id, verdict]));
  const failed = criteria.readiness
    .filter(({ id }) => given.get(id) === 'not' || given.get(id) === 'partly')
    .map(({ id }) => id);
  const unjudged = criteria.readiness.filter(({ id }) => !given.get(id)).map(({ id }) => id);
  const state =
    failed.length > 0 ? 'blocked' : unjudged.length > 0 ? 'open' : check.liveDay !== null ? 'live' : 'ready';
  return { state, failed, unjudged };
}

/**
 * Whether a service may go live.
 *
 * Fails  readiness-blocked, readiness-open
 */
export function goLive(check: MonitoringCheck): Result<null, Failure> {
  const { failed, unjudged } = readinessOf(check);
  const names = (ids: readonly string[]) => ({
    as: 'list' as const,
    items: ids.map((id) => ({ as: 'term' as const, key: `monitoring.criterion.readiness.${id}` })),
  });
  if (failed.length > 0) return fail('readiness-blocked', { items: names(failed) });
  if (unjudged.length > 0) return fail('readiness-open', { items: names(unjudged) });
  return ok(null);
}

/** The lowest score that passes. */
export const passMark = 80;

export interface ScorerAgreement {
  readonly first: string;
  readonly second: string;
  readonly kappa: CohenKappa;
  /** Mean of the absolute differences of the two scores, in points. */
  readonly meanDifference: number;
}

/**
 * How two scorers agree on the samples that both have scored: on pass (80 and more, no critical error) or fail.
 *
 * Shape  every pair of scorers with at least one sample in common; of two scores by one scorer the later record counts
 */
export function agreementOf(checks: readonly MonitoringCheck[], type: MonitoringType): readonly ScorerAgreement[] {
  const bySample = new Map<string, Map<string, number>>();
  for (const check of checks) {
    const { score } = scoreCheck(check);
    if (check.type !== type || score === null || !check.sample || !check.scorer) continue;
    const scores = bySample.get(check.sample) ?? new Map<string, number>();
    bySample.set(check.sample, scores.set(check.scorer, score));
  }
  const pairs = new Map<string, { first: string; second: string; scores: (readonly [number, number])[] }>();
  for (const scores of bySample.values()) {
    const scorers = [...scores].sort(([a], [b]) => (a < b ? -1 : 1));
    scorers.forEach(([first, a], i) =>
      scorers.slice(i + 1).forEach(([second, b]) => {
        const key = JSON.stringify([first, second]);
        const pair = pairs.get(key) ?? { first, second, scores: [] };
        pair.scores.push([a, b]);
        pairs.set(key, pair);
      }),
    );
  }
  return [...pairs.values()].flatMap(({ first, second, scores }) => {
    const table = [
      [0, 0],
      [0, 0],
    ];
    for (const [a, b] of scores) table[a >= passMark ? 0 : 1][b >= passMark ? 0 : 1]++;
    const kappa = cohenKappa(table);
    if (!kappa.ok) return [];
    const meanDifference = scores.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0) / scores.length;
    return [{ first, second, kappa: kappa.value, meanDifference }];
  });
}
