/** What a header says when it names a stretch of time. */
export type PeriodKind = 'month' | 'quarter' | 'year' | 'week' | 'day';

const year = String.raw`(?:fy)?(?:19|20)?\d\d\s*[-/.年]?\s*`;
const monthNumber = '(?:1[0-2]|0?[1-9])';
const monthWord =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'i');

const shapes: readonly (readonly [PeriodKind, RegExp])[] = [
  ['year', whole(String.raw`(?:fy)?(?:19|20)\d\d\s*(?:年度?)?`)],
  ['quarter', whole(String.raw`(?:${year})?(?:q\s*[1-4]|[1-4]\s*q|第?\s*[一二三四1-4]\s*季度?)`)],
  ['quarter', whole(String.raw`(?:q\s*[1-4]|[1-4]\s*q)\s*[-/' ]?\s*(?:19|20)?\d\d`)],
  ['month', whole(String.raw`(?:${year})?(?:${monthNumber}|十[一二]?|[一二三四五六七八九])\s*月份?`)],
  ['month', whole(String.raw`(?:19|20)\d\d\s*[-/.M]\s*${monthNumber}`)],
  ['month', whole(String.raw`(?:19|20)\d\d(?:0[1-9]|1[0-2])`)],
  ['month', whole(String.raw`${monthWord}\.?(?:[-/' ]*(?:\d{4}|\d\d))?`)],
  ['week', whole(String.raw`(?:${year})?(?:w\s*\d{1,2}|第?\s*\d{1,2}\s*周)`)],
  ['day', whole(String.raw`(?:19|20)\d\d[-/.年]${monthNumber}[-/.月](?:3[01]|[12]\d|0?[1-9])日?`)],
  ['day', whole(String.raw`${monthNumber}月(?:3[01]|[12]\d|0?[1-9])日`)],
];

/** The kind of period that a header names; null if it names none. */
export function periodKind(name: string): PeriodKind | null {
  const plain = name.trim();
  return shapes.find(([, shape]) => shape.test(plain))?.[0] ?? null;
}
