import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { addQuarters, isQuarter, type Quarter } from './quarters';
import { checkRules, defaultRules, indicators, type Indicator, type ScorecardRules } from './scorecard';

/** Rules that were agreed, and the first quarter that is scored by them. */
export interface RulesVersion {
  readonly id: string;
  readonly rules: ScorecardRules;
  readonly from: Quarter;
  /** Why they were changed. */
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

/**
 * The rules by which a quarter is scored: of the versions that had begun by then, the one that began last, and of those
 * that began together the one that was agreed last. Before the first version: the default rules.
 */
export function rulesOf(quarter: Quarter, versions: readonly RulesVersion[]): ScorecardRules {
  const begun = versions
    .filter(({ from }) => from <= quarter)
    .sort((a, b) => (a.from === b.from ? a.at - b.at : a.from < b.from ? -1 : 1));
  return begun.at(-1)?.rules ?? defaultRules;
}

/** Quarters from which a new version may begin: those of which the figures are not yet settled. */
export function openQuarters(today: Quarter): readonly Quarter[] {
  return [-1, 0, 1].map((step) => addQuarters(today, step));
}

/**
 * A new version from edited rules; quarters before `from` keep theirs.
 *
 * Fails  scoring-rules-broken (with the problem), scoring-quarter-settled, scoring-note-missing
 */
export function draftVersion(
  edited: Omit<ScorecardRules, 'version'>,
  of: {
    readonly id: string;
    readonly versions: readonly RulesVersion[];
    readonly from: Quarter;
    readonly today: Quarter;
    readonly note: string;
    readonly by: string;
    readonly at: number;
  },
): Result<RulesVersion, Failure> {
  const { id, versions, from, today, note, by, at } = of;
  const rules: ScorecardRules = { ...edited, version: nextVersion(versions) };
  const [problem] = checkRules(rules);
  if (problem) return fail('scoring-rules-broken', { problem: { as: 'term', key: `outlets.problem.${problem}` } });
  if (!openQuarters(today).includes(from)) return fail('scoring-quarter-settled', { quarter: from });
  if (note.trim() === '') return fail('scoring-note-missing');
  return ok({ id, rules, from, note: note.trim(), by, at });
}

function nextVersion(versions: readonly RulesVersion[]): string {
  const minors = versions.map(({ rules }) => Number(/^1\.(\d+)\./.exec(rules.version)?.[1] ?? 0));
  return `1.${Math.max(0, ...minors) + 1}.0`;
}

/** Rules from what is stored; null where a figure is missing or they cannot be used. */
export function readRules(value: unknown): ScorecardRules | null {
  const given = toRecord(value);
  const version = given['version'];
  if (typeof version !== 'string') return null;
  const anchors = {} as Record<Indicator, ScorecardRules['anchors'][Indicator]>;
  const weights = {} as Record<Indicator, number>;
  let isWhole = true;
  const read = (from: Readonly<Record<string, unknown>>, key: string): number => {
    const found = from[key];
    if (typeof found === 'number' && Number.isFinite(found)) return found;
    isWhole = false;
    return 0;
  };
  for (const indicator of indicators) {
    const own = toRecord(toRecord(given['anchors'])[indicator]);
    anchors[indicator] = { floor: read(own, 'floor'), standard: read(own, 'standard'), target: read(own, 'target') };
    weights[indicator] = read(toRecord(given['weights']), indicator);
  }
  const [parts, grades] = [toRecord(given['eventParts']), toRecord(given['grades'])];
  const rules: ScorecardRules = {
    version,
    anchors,
    weights,
    eventParts: {
      onTime: read(parts, 'onTime'),
      firstTime: read(parts, 'firstTime'),
      callBack: read(parts, 'callBack'),
      notReopened: read(parts, 'notReopened'),
    },
    priorSurveys: read(given, 'priorSurveys'),
    deductionPerEvent: read(given, 'deductionPerEvent'),
    deductionMost: read(given, 'deductionMost'),
    cappedAt: read(given, 'cappedAt'),
    minimumSurveys: read(given, 'minimumSurveys'),
    grades: { A: read(grades, 'A'), B: read(grades, 'B'), C: read(grades, 'C') },
  };
  return isWhole && checkRules(rules).length === 0 ? rules : null;
}

/** A version from the registers of its record; null where it is not whole. */
export function readRulesVersion(
  id: string,
  registers: Readonly<Record<string, { readonly value: unknown }>>,
): RulesVersion | null {
  const value = (name: string): unknown => (Object.hasOwn(registers, name) ? registers[name].value : null);
  const rules = readRules(value('rules'));
  const [from, note, by, at] = [value('from'), value('note'), value('by'), value('at')];
  if (!rules || typeof from !== 'string' || !isQuarter(from) || typeof at !== 'number') return null;
  return { id, rules, from, note: typeof note === 'string' ? note : '', by: typeof by === 'string' ? by : '', at };
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
