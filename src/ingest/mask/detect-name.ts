import {
  clauseStarters,
  compoundSurnames,
  givenCharacters,
  ordinaryWords,
  surnames,
  wordlikeSurnames,
} from './name-words';
import type { Detector, MaskSpan } from './types';

// Behind the first group a name is expected; behind the second it is one of many things that may follow.
const words =
  /(姓名|户名|名叫|我叫|叫做|持卡人|联系人|收款人|付款人|申请人|开户人|投诉人|经办人|当事人|法定代表人|法人)|客户经理|理财经理|大堂经理|客户|柜员|座席|坐席|员工|先生|女士|小姐|本人/g;
const label = /(?:姓名|名称)?(\s?[:是为叫"“(【]{1,2}\s?)?/y;
const pause = /[\s:,(“"]{0,2}/y;
const titles: ReadonlySet<string> = new Set(['先生', '女士', '小姐']);
const organisation =
  /(?:公司|银行|支行|分行|中心|学校|大学|医院|集团|合作社|协会|商行|商店|超市|饭店|工厂|厂|店|部|局|委员会|办公室|事务所|研究院|研究所)$/;
const startsOrganisation = /^[\u4e00-\u9fa5()]{2,16}?(?:公司|银行|支行|分行|集团|合作社|学校|大学|医院|超市|饭店|工厂)/;

/**
 * Personal names, as far as a list of surnames can tell: behind 姓名, 户名 and the like; behind 客户, 柜员, 本人,
 * 先生 and 女士 only where the next characters are common in given names; before 先生 and 女士; and every cell
 * of a column that is headed as names.
 *
 * Names in running text without such a word are not found. The surname stays.
 */
export const detectName: Detector = (view, header) => {
  if (header.name) return wholeCell(view.text);
  const spans: MaskSpan[] = [];
  const { text } = view;
  for (const match of text.matchAll(words)) {
    const end = match.index + match[0].length;
    if (match[1] !== undefined) {
      // "姓名和手机号" names a field; "姓名:" or "我叫" gives its value.
      label.lastIndex = end;
      const found = label.exec(text);
      collect(spans, text, end + (found?.[0].length ?? 0), found?.[1] === undefined && !match[1].endsWith('叫'));
      continue;
    }
    pause.lastIndex = end;
    collect(spans, text, end + (pause.exec(text)?.[0].length ?? 0), true);
    if (titles.has(match[0])) {
      const length = nameBeforeTitle(text.slice(Math.max(0, match.index - 4), match.index));
      if (length !== null) spans.push(span(text, match.index - length, match.index));
    }
  }
  return spans;
};

function collect(spans: MaskSpan[], text: string, at: number, cautious: boolean): void {
  const length = nameLength(text, at, cautious);
  if (length > 0 && !startsOrganisation.test(text.slice(at, at + 20))) spans.push(span(text, at, at + length));
}

function span(text: string, start: number, end: number): MaskSpan {
  const surname = surnameLength(text, start);
  return { start, end, kind: 'name', masked: `${text.slice(start, start + surname)}**` };
}

function surnameLength(text: string, at: number): number {
  if (compoundSurnames.has(text.slice(at, at + 2))) return 2;
  return surnames.has(text[at] ?? '') ? 1 : 0;
}

/** How many characters from `at` on are a name; 0 = none. */
function nameLength(text: string, at: number, cautious: boolean): number {
  const surname = surnameLength(text, at);
  if (surname === 0 || (cautious && surname === 1 && wordlikeSurnames.has(text[at]))) return 0;
  if (surname === 1 && ordinaryWords.has(text.slice(at, at + 2))) return 0;
  const first = at + surname;
  if (!isGiven(text, first, cautious)) return 0;
  return surname + (isGiven(text, first + 1, cautious) && !ordinaryWords.has(text.slice(first + 1, first + 3)) ? 2 : 1);
}

function isGiven(text: string, at: number, cautious: boolean): boolean {
  const char = text[at] ?? '';
  return cautious
    ? givenCharacters.has(char)
    : /[\u4e00-\u9fa5]/.test(char) && (givenCharacters.has(char) || !clauseStarters.has(char));
}

/** The length of a full name at the end of `words`; a surname alone before a title says too little to hide. */
function nameBeforeTitle(words: string): number | null {
  for (let length = words.length; length >= 2; length--) {
    const at = words.length - length;
    const surname = surnameLength(words, at);
    if (surname === 0 || surname === length || length - surname > 2 || ordinaryWords.has(words.slice(at, at + 2)))
      continue;
    let given = true;
    for (let i = at + surname; i < words.length; i++) given &&= givenCharacters.has(words[i]);
    if (given) return length;
  }
  return null;
}

function wholeCell(text: string): MaskSpan[] {
  const name = text.trim();
  if (name === '' || name.includes('*') || organisation.test(name) || /^[\d\s.,:/-]+$/.test(name)) return [];
  const start = text.indexOf(name);
  const kept = Math.min(surnameLength(name, 0) || 1, Math.max(0, name.length - 1));
  return [{ start, end: start + name.length, kind: 'name', masked: `${name.slice(0, kept)}**` }];
}
