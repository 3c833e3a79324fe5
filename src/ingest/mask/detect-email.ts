import type { Detector, MaskSpan } from './types';

const shape =
  /(?<![0-9A-Za-z._%+*-])[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}@(?:[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?\.){1,4}[A-Za-z]{2,24}/g;

/** E-mail addresses; the first letter and the provider stay. */
export const detectEmail: Detector = (view) => {
  if (!view.text.includes('@')) return [];
  const spans: MaskSpan[] = [];
  for (const match of view.text.matchAll(shape)) {
    const start = match.index;
    const masked = `${match[0][0]}***${match[0].slice(match[0].indexOf('@'))}`;
    spans.push({ start, end: start + match[0].length, kind: 'email', masked });
  }
  return spans;
};
