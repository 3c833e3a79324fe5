/** What the privacy step works with. */

/** Kinds of personal data, in the order in which they win over each other when two hits are equally long. */
export const maskKinds = [
  'secret',
  'idCard',
  'idCard15',
  'bankCard',
  'mobile',
  'phone',
  'iban',
  'creditCode',
  'travelDocument',
  'email',
  'socialAccount',
  'plate',
  'account',
  'address',
  'name',
] as const;

/** A key below `privacy.kind` in the catalogues. */
export type MaskKind = (typeof maskKinds)[number];

/** A piece of personal data in a text: where it stands (end exclusive) and what is shown in its place. */
export interface MaskSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  readonly masked: string;
}

/** Digits that may be written in groups: `138 0013-8000`. */
export interface NumberRun {
  readonly start: number;
  readonly end: number;
  /** The digits without separators; a trailing check character `X` belongs to it. */
  readonly digits: string;
  /** Digits per written group. */
  readonly sizes: readonly number[];
}

/** A text prepared for the detectors. Positions in `text` are positions in the original. */
export interface MaskView {
  /** The text with full-width letters, digits and signs made half-width, one for one. */
  readonly text: string;
  readonly runs: readonly NumberRun[];
}

/** What the column's header says about every cell below it; it counts as a word standing near. */
export interface HeaderContext {
  readonly card: boolean;
  readonly account: boolean;
  readonly idDocument: boolean;
  readonly travelDocument: boolean;
  readonly secret: boolean;
  readonly social: boolean;
  readonly name: boolean;
  readonly address: boolean;
  /** Telephone numbers, or other ways to reach a person. */
  readonly phone: boolean;
  /** The header names personal numbers and nothing else: cells without words are such numbers, not measures. */
  readonly number: boolean;
  /** Sums of money: no number below it is personal. */
  readonly amount: boolean;
  /** The numbers are the bank's own running numbers: only a check digit and a date of birth make one personal. */
  readonly recordNumber: boolean;
}

/** Finds one kind of personal data in a prepared text. */
export type Detector = (view: MaskView, header: HeaderContext) => readonly MaskSpan[];
