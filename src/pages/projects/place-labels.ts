interface Point {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

export interface PlacedPoint extends Point {
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'end';
  /** The label, shortened to what fits. */
  readonly text: string;
}

const lineHeight = 15;
/** Space between a point and its label, and between a label and the next point. */
const gap = 10;
/** Width of half a Chinese character at the size of the labels, a little rounded up. */
const unit = 6.7;

/**
 * Points with labels beside them, cut where the next point of the same line or the edge begins; points at one spot are
 * spread out. A label stands to the right unless there is more room for it to the left.
 */
export function placeLabels(
  points: readonly Point[],
  { left, right }: { readonly left: number; readonly right: number },
): readonly PlacedPoint[] {
  const seen = new Map<string, number>();
  const spread = points.map((point) => {
    const spot = `${Math.round(point.x)},${Math.round(point.y)}`;
    const before = seen.get(spot) ?? 0;
    seen.set(spot, before + 1);
    return { ...point, y: point.y + before * lineHeight };
  });
  /** Where the labels set so far end. */
  const ends: { readonly x: number; readonly y: number }[] = [];
  const fromLeft = [...spread].sort((a, b) => a.x - b.x);
  const placed = fromLeft.map((point): PlacedPoint => {
    const isBeside = ({ y }: { readonly y: number }): boolean => Math.abs(y - point.y) < lineHeight;
    const others = spread.filter((other) => other.id !== point.id && isBeside(other)).map(({ x }) => x);
    const after = Math.min(right + gap, ...others.filter((x) => x > point.x)) - point.x - 2 * gap;
    const taken = [...others.filter((x) => x < point.x), ...ends.filter(isBeside).map(({ x }) => x)];
    const before = point.x - Math.max(left - gap, ...taken) - 2 * gap;
    const needed = widthOf(point.label) * unit;
    const toLeft = after < needed && before > after;
    const text = shorten(point.label, Math.max(0, toLeft ? before : after) / unit);
    if (!toLeft) ends.push({ x: point.x + gap + widthOf(text) * unit, y: point.y });
    return {
      ...point,
      labelX: toLeft ? point.x - gap : point.x + gap,
      labelY: point.y + 4,
      anchor: toLeft ? 'end' : 'start',
      text,
    };
  });
  return points.map(({ id }) => placed.find((point) => point.id === id) ?? placed[0]);
}

/** Width of a letter of a Latin word, in units of half a Chinese character. */
const latinWidth = 1.12;

/** Width in units of half a Chinese character. */
export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 2 : latinWidth), 0);
}

/** The beginning of a text that fits into a width. */
function fitting(text: string, width: number): string {
  let fit = '';
  for (const letter of text) {
    if (widthOf(fit + letter) > width) break;
    fit += letter;
  }
  return fit;
}

/** A text that fits into a width, with a sign where it was cut. */
export function shorten(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${fitting(text, width - 2)}…`;
}

/** A text in at most two lines of a width (see `widthOf`); what does not fit is cut with a sign that it goes on. */
export function wrapLabel(text: string, width: number, lines: 1 | 2 = 2): readonly string[] {
  if (lines === 1 || widthOf(text) <= width) return [shorten(text, width)];
  const cut = fitting(text, width);
  // A Latin word stays whole where there is a blank to break at.
  const isInWord = /\w$/.test(cut) && /^\w/.test(text.slice(cut.length));
  const first = isInWord && cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return [first, shorten(text.slice(first.length).trimStart(), width)];
}
