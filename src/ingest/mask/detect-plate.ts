import { keepEnds } from './keep';
import type { Detector, MaskSpan } from './types';

// Five characters behind province and office letter, six for new-energy cars; at most two of them are letters.
const shape =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])([A-HJ-NP-Z])[ ·•-]?((?=(?:[A-HJ-NP-Z]*\d){3})[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳])(?![0-9A-Za-z*])/g;

/** Licence plates. */
export const detectPlate: Detector = (view) => {
  const spans: MaskSpan[] = [];
  for (const match of view.text.matchAll(shape)) {
    const start = match.index;
    const plate = match[1] + match[2] + match[3];
    spans.push({ start, end: start + match[0].length, kind: 'plate', masked: keepEnds(plate, 2, 0) });
  }
  return spans;
};
