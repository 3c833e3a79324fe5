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
const most = 24;

/** Points with labels beside them; points at one spot are spread out, and labels at the right edge stand to the left. */
export function placeLabels(points: readonly Point[], right: number): readonly PlacedPoint[] {
  const seen = new Map<string, number>();
  return points.map((point) => {
    const spot = `${Math.round(point.x)},${Math.round(point.y)}`;
    const before = seen.get(spot) ?? 0;
    seen.set(spot, before + 1);
    const y = point.y + before * lineHeight;
    const toLeft = point.x > right - 130;
    return {
      ...point,
      y,
      labelX: toLeft ? point.x - 10 : point.x + 10,
      labelY: y + 4,
      anchor: toLeft ? 'end' : 'start',
      text: shorten(point.label, most),
    };
  });
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
