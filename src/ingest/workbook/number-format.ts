/** What a number under a format is. `clock` and `moment` have a time of day; `moment` a day as well. */
export type FormatKind = 'number' | 'percent' | 'day' | 'moment' | 'clock' | 'elapsed';

/**
 * Formats known by number only, as they are never written into the file. 27–36 and 50–58 belong to East Asian
 * versions and differ a little between them; the value then decides (see `serialCell`).
 *
 * Source  ECMA-376 part 1, §18.8.30 (numFmt)
 */
const builtIn: readonly (readonly [first: number, last: number, kind: FormatKind])[] = [
  [9, 10, 'percent'],
  [14, 17, 'day'],
  [18, 21, 'clock'],
  [22, 22, 'moment'],
  [27, 31, 'day'],
  [32, 35, 'clock'],
  [36, 36, 'day'],
  [45, 47, 'elapsed'],
  [50, 54, 'day'],
  [55, 56, 'clock'],
  [57, 58, 'day'],
];

/** The kind of a built-in format. */
export function builtInKind(id: number): FormatKind {
  return builtIn.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'number';
}

/** The kind of a format code such as `yyyy"年"m"月"d"日"`, `[h]:mm:ss` or `0.0%`, by its first section. */
export function formatKind(code: string): FormatKind {
  const section = firstSection(code);
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return 'elapsed';
  const plain = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/g\/通用格式|general/gi, '')
    .replace(/e[+-]/gi, '');
  const hasClock = /h|s|上午|下午|am\/pm|a\/p/i.test(plain);
  const hasDay = /[yd]|e(?!l)|(?:^|[^a-z])g{1,3}e/i.test(plain) || (/m/i.test(plain) && !hasClock);
  if (hasDay) return hasClock ? 'moment' : 'day';
  if (hasClock) return /h|上午|下午|am\/pm|a\/p/i.test(plain) ? 'clock' : 'elapsed';
  return plain.includes('%') ? 'percent' : 'number';
}

/** Up to the first semicolon, without quoted words, escaped characters, fillers and blanks of a width. */
function firstSection(code: string): string {
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*./g, '');
  const end = bare.indexOf(';');
  return end < 0 ? bare : bare.slice(0, end);
}
