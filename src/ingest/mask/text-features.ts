/** What a text is made of, in one pass over its characters: decides which detectors have anything to look for. */
export interface TextFeatures {
  readonly digits: number;
  /** Digits in the longest stretch of digits, Latin letters, blanks and hyphens. */
  readonly runDigits: number;
  /** Digits and letters in the longest such stretch. */
  readonly runCharacters: number;
  /** Characters such as 市 路 号 that name a part of an address. */
  readonly addressParts: number;
  readonly at: boolean;
  readonly latin: boolean;
  /** A character that the name of a province on a plate, a word for a secret, or one before a name contains. */
  readonly plate: boolean;
  readonly secret: boolean;
  readonly social: boolean;
  readonly name: boolean;
}

const digit = 1;
const joiner = 2;
const latin = 4;
const address = 8;
const at = 16;
const plate = 32;
const secret = 64;
const social = 128;
const name = 256;

const classes = characterClasses();

function characterClasses(): Uint16Array {
  const table = new Uint16Array(65_536);
  const add = (characters: string, flag: number): void => {
    for (const char of characters) {
      const code = char.charCodeAt(0);
      table[code] |= flag;
      // The full-width form of an ASCII character stands 0xFEE0 above it.
      if (code > 0x20 && code < 0x7f) table[code + 0xfee0] |= flag;
    }
  };
  add('0123456789', digit);
  add('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', latin);
  add(' -\u00A0\u3000‐‑‒–—', joiner);
  add('@', at);
  add('省市区县旗镇乡村路街巷道弄号院栋幢座楼室元厦', address);
  add('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼', plate);
  add('码令', secret);
  add('微', social);
  add('名叫人客柜席工理生士姐', name);
  return table;
}

/** Counts what `text` is made of; full-width characters count as their half-width forms. */
export function textFeatures(text: string): TextFeatures {
  let seen = 0;
  let digits = 0;
  let addressParts = 0;
  let runDigits = 0;
  let runCharacters = 0;
  let currentDigits = 0;
  let currentCharacters = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = classes[text.charCodeAt(i)];
    seen |= kind;
    if ((kind & (digit | latin)) !== 0) {
      currentCharacters++;
      if (currentCharacters > runCharacters) runCharacters = currentCharacters;
      if ((kind & digit) === 0) continue;
      digits++;
      currentDigits++;
      if (currentDigits > runDigits) runDigits = currentDigits;
    } else if ((kind & joiner) === 0) {
      currentDigits = 0;
      currentCharacters = 0;
      if ((kind & address) !== 0) addressParts++;
    }
  }
  return {
    digits,
    runDigits,
    runCharacters,
    addressParts,
    at: (seen & at) !== 0,
    latin: (seen & latin) !== 0,
    plate: (seen & plate) !== 0,
    secret: (seen & secret) !== 0,
    social: (seen & social) !== 0,
    name: (seen & name) !== 0,
  };
}
