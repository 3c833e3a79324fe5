import { toHalfWidth } from '../../kernel/text';
import type { ColumnType } from '../../table/column';
import { detectAccount } from './detect-account';
import { detectAddress } from './detect-address';
import { detectBankCard } from './detect-bank-card';
import { detectCreditCode } from './detect-credit-code';
import { detectEmail } from './detect-email';
import { detectIban } from './detect-iban';
import { detectIdCard } from './detect-id-card';
import { detectMobile } from './detect-mobile';
import { detectName } from './detect-name';
import { detectPhone } from './detect-phone';
import { detectPlate } from './detect-plate';
import { detectSecret } from './detect-secret';
import { detectSocialAccount } from './detect-social-account';
import { detectTravelDocument } from './detect-travel-document';
import { headerContext } from './header-context';
import { numberRuns } from './number-runs';
import { textFeatures, type TextFeatures } from './text-features';
import { maskKinds, type Detector, type HeaderContext, type MaskKind, type MaskSpan } from './types';

/** A hit in a cell: what it was and what stands there now. */
export interface MaskHit {
  readonly kind: MaskKind;
  readonly masked: string;
}

export interface MaskedText {
  readonly text: string;
  readonly hits: readonly MaskHit[];
}

export type Masker = (text: string) => MaskedText;

/** Detectors of numbers, the fewest digits of what they find, and whether they look among the bank's own running numbers. */
const numberDetectors: readonly {
  readonly detector: Detector;
  readonly digits: number;
  readonly recordNumbers: boolean;
}[] = [
  { detector: detectMobile, digits: 11, recordNumbers: false },
  { detector: detectAccount, digits: 12, recordNumbers: false },
  { detector: detectIdCard, digits: 15, recordNumbers: true },
  { detector: detectBankCard, digits: 16, recordNumbers: false },
];
/**
 * What cells of a kind say about the others of their column. Cards and identity numbers have check digits: where most
 * cells pass, they are no running numbers of the bank; eleven digits may be.
 */
const contextOf: Readonly<Partial<Record<MaskKind, Partial<HeaderContext>>>> = {
  mobile: { phone: true },
  phone: { phone: true },
  bankCard: { card: true, recordNumber: false },
  account: { account: true },
  idCard: { idDocument: true, recordNumber: false },
};
const travelWords = /护照|通行证|回乡证|台胞证|passport/i;
const secretWords = /码|口令|pass|pin|otp|cv[vc]/i;
const socialWords = /微信|qq|wechat|[vw]x/i;
const nothing: readonly MaskHit[] = [];
const noSpans: readonly MaskSpan[] = [];

/**
 * The masker of a column: finds personal data in a cell text and replaces it.
 *
 * Numbers are found in any width and with blanks or hyphens between groups; of two hits that overlap the longer
 * one counts. The result never contains the original, and masking it again changes nothing. In columns of numbers and
 * durations only personal numbers are looked for, and none where the header names money. Dates, months, clock times
 * and answers of yes or no hold nothing: their masker returns what it is given.
 *
 * Shape  column: the header; its words count as standing near every cell. like: what most cells of the column are,
 *        which counts as a header that names it
 * @example createMasker({ column: '投诉内容', type: 'text' })('请回电13800138000') // 请回电138****8000
 */
export function createMasker(options: {
  readonly column: string;
  readonly type: ColumnType;
  readonly like?: MaskKind | null;
}): Masker {
  const header = { ...headerContext(options.column), ...(options.like ? contextOf[options.like] : null) };
  const isMeasure = options.type === 'number' || options.type === 'duration';
  if (!isMeasure && !['text', 'category', 'identifier'].includes(options.type))
    return (text) => ({ text, hits: nothing });
  const mask = createTextMasker(header);
  return isMeasure ? (text) => (isMeasured(text, header) ? { text, hits: nothing } : mask(text)) : mask;
}

/** Whether a cell of a column of numbers is none of a person: money, or ten digits that a 400 number has as well. */
function isMeasured(text: string, header: HeaderContext): boolean {
  if (header.amount) return true;
  return !header.number && /^\d{1,10}$/.test(text) && !text.startsWith('0');
}

function createTextMasker(header: HeaderContext): Masker {
  const prose = header.recordNumber ? { ...header, recordNumber: false } : header;
  // Digits alone have the same features as all others of their length, and columns of running numbers hold little else.
  const nothingInDigits: boolean[] = [];
  const holdsNothing = (text: string): boolean =>
    isDigitsOnly(text) && (nothingInDigits[text.length] ??= detectorsOf(text, header, prose).detectors.length === 0);
  return (text) => {
    if (holdsNothing(text)) return { text, hits: nothing };
    let current = text;
    const hits: MaskHit[] = [];
    // What is left after one pass may stand nearer to a word than before; it is looked at until nothing is found.
    // Every pass replaces at least one character by stars, so this ends.
    for (;;) {
      const spans = choose(findSpans(current, header, prose));
      if (spans.length === 0) return { text: current, hits: hits.length === 0 ? nothing : hits };
      current = replaceSpans(current, spans);
      for (const { kind, masked } of spans) hits.push({ kind, masked });
    }
  };
}

function findSpans(original: string, whole: HeaderContext, prose: HeaderContext): readonly MaskSpan[] {
  const { has, header, detectors } = detectorsOf(original, whole, prose);
  if (detectors.length === 0) return noSpans;
  const text = toHalfWidth(original);
  const view = { text, runs: has.runDigits >= 8 ? numberRuns(text) : [] };
  return detectors.length === 1 ? detectors[0](view, header) : detectors.flatMap((detect) => detect(view, header));
}

/** Digits of the usual width and nothing else. */
function isDigitsOnly(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/**
 * Each detector runs only on texts that hold what it looks for: most texts of a file hold none of it. A header of the
 * bank's own running numbers (`whole`) speaks only of cells that are one number; in all others they are `prose`.
 */
function detectorsOf(
  original: string,
  whole: HeaderContext,
  prose: HeaderContext,
): { readonly has: TextFeatures; readonly header: HeaderContext; readonly detectors: readonly Detector[] } {
  const has = textFeatures(original);
  const header = whole === prose || isOneNumber(original, has) ? whole : prose;
  const detectors: Detector[] = [];
  if (has.runDigits >= 7) detectors.push(...detectorsOfNumbers(original, header, has));
  if (has.plate && has.latin && has.digits >= 3) detectors.push(detectPlate);
  if (has.at) detectors.push(detectEmail);
  if (header.name || has.name) detectors.push(detectName);
  if (has.addressParts >= (header.address ? 2 : 3)) detectors.push(detectAddress);
  const words = has.digits > 0;
  if (header.secret || (words && has.secret && secretWords.test(original))) detectors.push(detectSecret);
  if (header.social || (words && has.social && socialWords.test(original))) detectors.push(detectSocialAccount);
  return { has, header, detectors };
}

/** Whether a cell is one number, perhaps with letters before it and hyphens in it: `TS-20240315-0001`. */
function isOneNumber(text: string, has: TextFeatures): boolean {
  return has.others === 0 && !(has.latin && text.includes(' '));
}

function detectorsOfNumbers(original: string, header: HeaderContext, has: TextFeatures): Detector[] {
  const detectors: Detector[] = [];
  for (const { detector, digits, recordNumbers } of numberDetectors)
    if (has.runDigits >= digits && (recordNumbers || !header.recordNumber)) detectors.push(detector);
  if (!header.recordNumber && (has.runDigits >= 10 || has.dialling || header.phone)) detectors.push(detectPhone);
  if (has.runCharacters >= 15 && has.latin) detectors.push(detectIban);
  if (has.runCharacters >= 18) detectors.push(detectCreditCode);
  if (header.travelDocument || (has.travel && travelWords.test(original))) detectors.push(detectTravelDocument);
  return detectors;
}

/** Of overlapping hits the longest; of equally long ones the kind that comes first in `maskKinds`. In order of place. */
function choose(spans: readonly MaskSpan[]): readonly MaskSpan[] {
  if (spans.length < 2) return spans;
  const byRank = [...spans].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) || maskKinds.indexOf(a.kind) - maskKinds.indexOf(b.kind) || a.start - b.start,
  );
  const chosen: MaskSpan[] = [];
  for (const span of byRank) if (chosen.every((c) => span.end <= c.start || span.start >= c.end)) chosen.push(span);
  return chosen.sort((a, b) => a.start - b.start);
}

function replaceSpans(text: string, spans: readonly MaskSpan[]): string {
  let result = '';
  let from = 0;
  for (const span of spans) {
    result += text.slice(from, span.start) + span.masked;
    from = span.end;
  }
  return result + text.slice(from);
}
