import { isAmount } from './exempt';
import type { Detector, MaskSpan, NumberRun } from './types';

/** Chinese mobile numbers, with or without +86, in one piece or in groups. */
export const detectMobile: Detector = (view, header) => {
  if (header.recordNumber) return [];
  const spans: MaskSpan[] = [];
  for (const run of view.runs) {
    if (!/^(?:0086|86)?1[3-9]\d{9}$/.test(run.digits) || !isGroupedLikeMobile(run)) continue;
    if (isAmount(view.text, run.start, run.end)) continue;
    const number = run.digits.slice(-11);
    const start = view.text[run.start - 1] === '+' ? run.start - 1 : run.start;
    spans.push({ start, end: run.end, kind: 'mobile', masked: `${number.slice(0, 3)}****${number.slice(7)}` });
  }
  return spans;
};

function isGroupedLikeMobile(run: NumberRun): boolean {
  return (
    run.sizes.length === 1 ||
    run.sizes.every((size, i) => size >= 3 || (i === 0 && size === 2 && run.digits.length === 13))
  );
}
