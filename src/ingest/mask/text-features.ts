import { compoundSurnames, surnames } from './name-words';

/** What a text is made of, in one pass over its characters: decides which detectors have anything to look for. */
export interface TextFeatures {
  readonly digits: number;
  /** Digits in the longest stretch of digits, Latin letters, blanks and hyphens. */
  readonly runDigits: number;
  /** Digits and letters in the longest such stretch. */
  readonly runCharacters: number;
  /** Characters that are neither digits nor Latin letters nor blanks and hyphens. */
  readonly others: number;
  /** Most characters such as 市 路 号, which end a part of an address, that stand close enough to be one address. */
  readonly addressParts: number;
  readonly at: boolean;
  readonly latin: boolean;
  /** A character that every province on a plate, or every word for a secret, an account or a travel document contains. */
  readonly plate: boolean;
  readonly secret: boolean;
  readonly social: boolean;
  readonly travel: boolean;
  /** A bracket or a plus, as before a telephone number. */
  readonly dialling: boolean;
  /** A surname behind a word that names people or a label, or a title such as 先生. */
  readonly name: boolean;
}

const digit = 1;
const joiner = 2;
const latin = 4;
const addressEnd = 8;
const at = 16;
const plate = 32;
const secret = 64;
const social = 128;
const nameLead = 256;
const surname = 512;
const titleStart = 1024;
const titleEnd = 2048;
const ideograph = 4096;
const dialling = 8192;
const travel = 16_384;

/** A part of an address, with the separator before it, is no longer than this. */
const longestAddressPart = 12;

const classes = characterClasses();

function characterClasses(): Uint16Array {
  const table = new Uint16Array(65_536);
  const add = (characters: Iterable<string>, flag: number): void => {
    for (const char of characters) {
      const code = char.charCodeAt(0);
      table[code] |= flag;
      // The full-width form of an ASCII character stands 0xFEE0 above it.
      if (code > 0x20 && code < 0x7f) table[code + 0xfee0] |= flag;
    }
  };
  table.fill(ideograph, 0x4e00, 0xa000);
  add('0123456789', digit);
  add('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', latin);
  add(' -\u00A0\u3000‐‑‒–—', joiner);
  add('省市区州县旗镇乡村园寓厦场道街路巷同弄楼院号栋幢座元室层户段期组队社', addressEnd);
  add('@', at);
  add('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼', plate);
  add('码令pPvV', secret);
  add('微xXqQwW', social);
  // The last characters of the words behind which `detectName` looks, and of the labels that may follow them.
  add('名叫做人理户员工席生士姐称是为', nameLead);
  add(surnames, surname);
  add(compoundSurnames, surname);
  add('先女小', titleStart);
  add('生士姐', titleEnd);
  add('(+', dialling);
  add('照证pP', travel);
  return table;
}

/** What `text` is made of; full-width characters count as their half-width forms. */
export function textFeatures(text: string): TextFeatures {
  let seen = 0;
  let digits = 0;
  let runDigits = 0;
  let runCharacters = 0;
  let others = 0;
  let currentDigits = 0;
  let currentCharacters = 0;
  let addressParts = 0;
  let currentParts = 0;
  let lastPart = 0;
  let isName = false;
  let isBehindLead = false;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = classes[text.charCodeAt(i)];
    seen |= kind;
    if ((kind & (digit | latin)) !== 0) {
      currentCharacters++;
      if (currentCharacters > runCharacters) runCharacters = currentCharacters;
      if ((kind & digit) !== 0) {
        digits++;
        currentDigits++;
        if (currentDigits > runDigits) runDigits = currentDigits;
      }
    } else if ((kind & joiner) === 0) {
      others++;
      currentDigits = 0;
      currentCharacters = 0;
      if ((kind & addressEnd) !== 0) {
        currentParts = i - lastPart <= longestAddressPart ? currentParts + 1 : 1;
        lastPart = i;
        if (currentParts > addressParts) addressParts = currentParts;
      }
      if ((kind & ideograph) !== 0) {
        isName ||= (isBehindLead && (kind & surname) !== 0) || ((kind & titleEnd) !== 0 && (before & titleStart) !== 0);
        isBehindLead = (kind & nameLead) !== 0;
      }
    }
    before = kind;
  }
  return {
    digits,
    runDigits,
    runCharacters,
    others,
    addressParts,
    at: (seen & at) !== 0,
    latin: (seen & latin) !== 0,
    plate: (seen & plate) !== 0,
    secret: (seen & secret) !== 0,
    social: (seen & social) !== 0,
    travel: (seen & travel) !== 0,
    dialling: (seen & dialling) !== 0,
    name: isName,
  };
}
