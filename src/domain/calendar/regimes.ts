import type { TimeLimit } from './calendar';

/** How long a bank may take over a complaint; every figure can be edited. */
export interface ClockRules {
  readonly id: string;
  readonly firstResponse: TimeLimit;
  /** From this severity on the next one holds. */
  readonly urgentFrom: number;
  readonly urgentResponse: TimeLimit;
  /** Decision and reply, from receipt. */
  readonly decision: TimeLimit;
  /** The same for a complex case; null where the rules know none. */
  readonly complexDecision: TimeLimit | null;
  /** Added to the limit in force with the approval of a senior and notice to the customer; null = not possible. */
  readonly extension: TimeLimit | null;
  /** Call-back after the reply. */
  readonly callBack: TimeLimit;
  /** Attempts after which a call-back counts as made though nobody answered. */
  readonly callBackAttempts: number;
  /** How long after the reply the customer may ask for a review. */
  readonly review: TimeLimit;
  /** Years that an archived case is kept, and years if it touches a credit record. */
  readonly retentionYears: number;
  readonly creditRetentionYears: number;
}

const hours = (amount: number): TimeLimit => ({ amount, unit: 'hour' });
const days = (amount: number): TimeLimit => ({ amount, unit: 'day' });
const businessDays = (amount: number): TimeLimit => ({ amount, unit: 'businessDay' });

const common = {
  firstResponse: hours(24),
  urgentFrom: 4,
  urgentResponse: hours(4),
  callBack: businessDays(3),
  callBackAttempts: 3,
  review: days(30),
  retentionYears: 3,
  creditRetentionYears: 10,
};

/**
 * Limits as regulators set them; what they leave to the bank (first response, call-back, review) is a usual choice.
 *
 * Source  Measures for the Administration of Handling Consumer Complaints in Banking and Insurance, 2020 (15 days,
 *         complex 30, and 30 more with approval); CFPB company portal (15 days, final within 60); FCA DISP 1.6 (8 weeks)
 */
export const clockPresets: readonly ClockRules[] = [
  { id: 'cn-2020', ...common, decision: days(15), complexDecision: days(30), extension: days(30) },
  { id: 'us-cfpb', ...common, decision: days(15), complexDecision: days(60), extension: null },
  { id: 'uk-fca', ...common, decision: days(56), complexDecision: null, extension: null },
];

/** Limits that a bank may set for itself, in the order of a case; those of `limitsOfSome` it may do without. */
export const editableLimits = [
  'firstResponse',
  'urgentResponse',
  'decision',
  'complexDecision',
  'extension',
  'callBack',
  'review',
] as const;
export type EditableLimit = (typeof editableLimits)[number];
export const limitsOfSome = ['complexDecision', 'extension'] as const satisfies readonly EditableLimit[];
type LimitOfSome = (typeof limitsOfSome)[number];

export const limitUnits = ['hour', 'day', 'businessDay'] as const;
/** Longest amount in any unit: ten years of days. */
export const longestLimit = 3650;

/** Counts that a bank may set for itself, with the least and the most that make sense. */
export const editableCounts = {
  urgentFrom: [1, 5],
  callBackAttempts: [1, 20],
  retentionYears: [1, 100],
  creditRetentionYears: [1, 100],
} as const satisfies Partial<Record<keyof ClockRules, readonly [number, number]>>;
export type EditableCount = keyof typeof editableCounts;

/** Stored in place of a limit that the bank does without. */
export const noLimit = 'none';

/**
 * The rules of a preset with what a bank set in its place.
 *
 * Shape  `given` returns what is stored for a figure: a limit, `noLimit`, a count; anything else leaves the preset's
 */
export function editedRules(preset: ClockRules, given: (figure: EditableLimit | EditableCount) => unknown): ClockRules {
  const limit = (name: Exclude<EditableLimit, LimitOfSome>): TimeLimit => readLimit(given(name), preset[name]);
  const optional = (name: LimitOfSome): TimeLimit | null =>
    given(name) === noLimit ? null : readLimit(given(name), preset[name]);
  const count = (name: EditableCount): number => readCount(given(name), editableCounts[name], preset[name]);
  return {
    id: preset.id,
    firstResponse: limit('firstResponse'),
    urgentFrom: count('urgentFrom'),
    urgentResponse: limit('urgentResponse'),
    decision: limit('decision'),
    complexDecision: optional('complexDecision'),
    extension: optional('extension'),
    callBack: limit('callBack'),
    callBackAttempts: count('callBackAttempts'),
    review: limit('review'),
    retentionYears: count('retentionYears'),
    creditRetentionYears: count('creditRetentionYears'),
  };
}

/** A stored limit; else `preset`. */
function readLimit<Preset extends TimeLimit | null>(value: unknown, preset: Preset): TimeLimit | Preset {
  const { amount, unit } = (value ?? {}) as { readonly amount?: unknown; readonly unit?: unknown };
  const known = limitUnits.find((one) => one === unit);
  const isAmount = typeof amount === 'number' && Number.isInteger(amount) && amount >= 1 && amount <= longestLimit;
  return known !== undefined && isAmount ? { amount, unit: known } : preset;
}

function readCount(value: unknown, [least, most]: readonly [number, number], preset: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : preset;
}
