import { isAmount, isCompactDate, isNear } from './exempt';
import { keepEnds } from './keep';
import type { Detector, MaskSpan } from './types';

const words = /账号|帐号|账户|帐户|户口|存折|存单|户头|卡号|account/i;

/** Account and passbook numbers: 12–22 digits beside a word that names them. No check digit exists. */
export const detectAccount: Detector = (view, header) => {
  const spans: MaskSpan[] = [];
  for (const { digits, sizes, start, end } of view.runs) {
    if (!/^\d{12,22}$/.test(digits) || sizes.some((size) => size < 3)) continue;
    if (isAmount(view.text, start, end) || isCompactDate(digits)) continue;
    if (header.account || header.card || (!header.recordNumber && isNear(view.text, start, end, words)))
      spans.push({ start, end, kind: 'account', masked: keepEnds(digits, 0, 4) });
  }
  return spans;
};
