import { isAmount, isCompactDate } from './exempt';
import type { Detector, MaskSpan } from './types';

const before =
  /(?:验证码|校验码|动态码|短信码|安全码|口令|密码|cvv2?|cvc|passcode|password|(?<![A-Za-z])(?:pin|otp))(?:就?是|为|叫|:|=|\s|"|“|码|is)*([A-Za-z0-9!@#$%^&_.-]{3,64})(?![*\d年月日])/gi;
const behind =
  /(?<![\d*.])(\d{6}|\d{4,8}(?=\s?[是为(]))(?=\s?[是为]?(?:你的|您的|我的)?\(?(?:短信|动态|登录|支付)?(?:验证码|密码))/g;

/**
 * One-time codes and passwords. They are deleted: the three stars in their place say nothing about the length.
 *
 * A value must hold three digits, or a digit and a letter, so that "密码error" and "验证码60秒" stay readable.
 */
export const detectSecret: Detector = (view, header) => {
  if (header.secret) {
    if (view.text.trim() === '' || view.text === '***') return [];
    return [{ start: 0, end: view.text.length, kind: 'secret', masked: '***' }];
  }
  const spans: MaskSpan[] = [];
  for (const pattern of [before, behind]) {
    for (const match of view.text.matchAll(pattern)) {
      const value = match[1].replace(/[.!]+$/, '');
      const start = match.index + match[0].lastIndexOf(match[1]);
      const end = start + value.length;
      if (!isSecretLike(value) || isAmount(view.text, start, end) || isCompactDate(value)) continue;
      spans.push({ start, end, kind: 'secret', masked: '***' });
    }
  }
  return spans;
};

function isSecretLike(value: string): boolean {
  return /\d.*\d.*\d/.test(value) || (value.length >= 4 && /\d/.test(value) && /[A-Za-z]/.test(value));
}
