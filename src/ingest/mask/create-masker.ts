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

const numberDetectors: readonly Detector[] = [
  detectIdCard,
  detectBankCard,
  detectMobile,
  detectPhone,
  detectAccount,
  detectIban,
  detectCreditCode,
  detectTravelDocument,
  detectPlate,
];
const nameWords = /姓名|户名|[叫人]|客户|柜员|座席|坐席|员工|经理|先生|女士|小姐|本人/;
const addressWords = /[号室栋幢座楼层户弄巷路街村组]/;
const secretWords = /码|口令|pass|pin|otp|cv/i;
const socialWords = /微信|qq|wechat|vx|wx/i;
const nothing: readonly MaskHit[] = [];

/**
 * The masker of a column: finds personal data in a cell text and replaces it.
 *
 * Numbers are found in any width and with blanks or hyphens between groups; of two hits that overlap the longer
 * one counts. The result never contains the original, and masking it again changes nothing. Numeric and date
 * columns hold no text: their masker returns what it is given.
 *
 * Shape  column: the header; its words count as standing near every cell
 * @example createMasker({ column: '投诉内容', type: 'text' })('请回电13800138000') // 请回电138****8000
 */
export function createMasker(options: { readonly column: string; readonly type: ColumnType }): Masker {
  if (!['text', 'category', 'identifier'].includes(options.type)) return (text) => ({ text, hits: nothing });
  const header = headerContext(options.column);
  return (text) => {
    let current = text;
    const hits: MaskHit[] = [];
    // What is left after one pass may stand nearer to a word than before; it is looked at until nothing is found.
    // Every pass replaces at least one character by stars, so this ends.
    for (;;) {
      const spans = choose(findSpans(current, header));
      if (spans.length === 0) return { text: current, hits: hits.length === 0 ? nothing : hits };
      current = replaceSpans(current, spans);
      for (const { kind, masked } of spans) hits.push({ kind, masked });
    }
  };
}

/** Each detector runs only on texts that hold what it looks for: most texts of a file hold none of it. */
function findSpans(original: string, header: HeaderContext): MaskSpan[] {
  const digits = countDigits(original);
  const numbers = digits >= 3;
  const email = /[@＠]/.test(original);
  const name = header.name || nameWords.test(original);
  const secret = header.secret || (digits > 0 && secretWords.test(original));
  const social = header.social || socialWords.test(original);
  const address = addressWords.test(original);
  if (!(numbers || email || name || secret || social || address)) return [];
  const text = toHalfWidth(original);
  const view = { text, runs: digits >= 5 ? numberRuns(text) : [] };
  const spans: MaskSpan[] = [];
  const run = (detector: Detector): void => void spans.push(...detector(view, header));
  if (numbers) numberDetectors.forEach(run);
  if (email) run(detectEmail);
  if (name) run(detectName);
  if (secret) run(detectSecret);
  if (social) run(detectSocialAccount);
  if (address) run(detectAddress);
  return spans;
}

function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) count++;
  }
  return count;
}

/** Of overlapping hits the longest; of equally long ones the kind that comes first in `maskKinds`. In order of place. */
function choose(spans: MaskSpan[]): MaskSpan[] {
  if (spans.length < 2) return spans;
  const byRank = [...spans].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || maskKinds.indexOf(a.kind) - maskKinds.indexOf(b.kind) || a.start - b.start,
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
