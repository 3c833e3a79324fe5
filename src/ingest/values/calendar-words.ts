const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

const fullNames = 'january february march april may june july august september october november december'.split(' ');

/** Month 1–12 of an English name, whole or cut to three letters (`Sept` too); null if it is none. */
export function monthOfName(word: string): number | null {
  const lower = word.toLowerCase();
  if (lower === 'sept') return 9;
  const short = months[lower.slice(0, 3)];
  if (short === undefined) return null;
  return lower.length === 3 || fullNames[short - 1] === lower ? short : null;
}

/**
 * The year that two digits stand for: 70–99 are 1970–1999, 00–69 are 2000–2069.
 *
 * Source  POSIX strptime, %y (which turns at 69)
 */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

const digitOf: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function smallNumber(word: string): string {
  if (!word.includes('十')) return [...word].map((char) => digitOf[char]).join('');
  const [tens, ones] = word.split('十');
  return `${tens === '' ? '1' : digitOf[tens]}${ones === '' ? '0' : digitOf[ones]}`;
}

const chineseDate =
  /^([〇零○一二三四五六七八九]{4})年([十一二三四五六七八九]{1,3})月(?:([十一二三四五六七八九]{1,3})(日|号))?/;

/** 二〇二四年一月五日 with its numerals as digits; every other text unchanged. */
export function withDigits(text: string): string {
  return text.replace(chineseDate, (_, year: string, month: string, day?: string) =>
    day === undefined
      ? `${smallNumber(year)}年${smallNumber(month)}月`
      : `${smallNumber(year)}年${smallNumber(month)}月${smallNumber(day)}日`,
  );
}
