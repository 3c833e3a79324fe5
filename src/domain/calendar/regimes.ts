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
