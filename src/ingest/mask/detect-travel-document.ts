import { isNear } from './exempt';
import { keepEnds } from './keep';
import type { Detector, MaskSpan } from './types';

const shape = /(?<![0-9A-Za-z*])(?:[EGDSPHMC]\d{8,10}|E[A-HJ-NP-Z]\d{7})(?![0-9A-Za-z*])/g;

/** Passports and permits for Hong Kong, Macao and Taiwan, beside a word that names them. No check digit exists. */
export const detectTravelDocument: Detector = (view, header) => {
  const spans: MaskSpan[] = [];
  for (const match of view.text.matchAll(shape)) {
    const start = match.index;
    const end = start + match[0].length;
    if (header.travelDocument || isNear(view.text, start, end, /护照|通行证|回乡证|台胞证|passport/i))
      spans.push({ start, end, kind: 'travelDocument', masked: keepEnds(match[0], 1, 0) });
  }
  return spans;
};
