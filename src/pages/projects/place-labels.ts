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
const most = 16;

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

/** A label of at most so many letters, with a sign that it goes on. */
export function shorten(label: string, letters: number): string {
  const all = [...label];
  return all.length <= letters ? label : `${all.slice(0, letters - 1).join('')}…`;
}
