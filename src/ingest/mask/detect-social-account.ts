import type { Detector, MaskSpan } from './types';

const named =
  /(?:(?:微信|wechat|vx|wx)(?:号码?|id)?[\s:是为叫"“]{0,4})([A-Za-z][A-Za-z0-9_-]{5,19})(?![0-9A-Za-z*_-])|(?<![A-Za-z])qq(?:号码?)?[\s:是为叫"“]{0,4}([1-9]\d{4,10})(?![\d*@])/gi;
const whole = /^\s*([A-Za-z][A-Za-z0-9_-]{5,19}|[1-9]\d{4,10})\s*$/;

/** WeChat and QQ names behind the word that names them, or alone in a column that is headed so. */
export const detectSocialAccount: Detector = (view, header) => {
  const alone = header.social ? whole.exec(view.text) : null;
  if (alone !== null) {
    const start = view.text.indexOf(alone[1]);
    return [{ start, end: start + alone[1].length, kind: 'socialAccount', masked: '***' }];
  }
  const spans: MaskSpan[] = [];
  for (const match of view.text.matchAll(named)) {
    const value = match[1] ?? match[2];
    const end = match.index + match[0].length;
    // A word such as "wechatpay" in an English sentence has no digit; an account in one nearly always has.
    if (/[\d_-]/.test(value)) spans.push({ start: end - value.length, end, kind: 'socialAccount', masked: '***' });
  }
  return spans;
};
