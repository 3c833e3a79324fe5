/**
 * Arithmetic of a virtual list. Browsers cap the height of an element (Firefox at some 17.8 million px), so a tall
 * list is laid out in a shorter spacer and the scroll position is stretched.
 */

const maxSpacer = 12_000_000;

export interface GridSize {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Height of the window on the rows, in px. */
  readonly viewport: number;
}

export interface GridWindow {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  /** Where the first rendered row lies inside the spacer, in px. */
  readonly top: number;
}

const overscan = 6;

export function spacerHeight({ rowCount, rowHeight }: GridSize): number {
  return Math.min(rowCount * rowHeight, maxSpacer);
}

/** Factor from scroll position to position in the full list. */
function stretch(size: GridSize): number {
  const room = spacerHeight(size) - size.viewport;
  return room <= 0 ? 1 : (size.rowCount * size.rowHeight - size.viewport) / room;
}

/** Which rows to render at a scroll position. */
export function windowAt(scrollTop: number, size: GridSize): GridWindow {
  const offset = scrollTop * stretch(size);
  const first = Math.max(0, Math.floor(offset / size.rowHeight) - overscan);
  const last = Math.min(size.rowCount, Math.ceil((offset + size.viewport) / size.rowHeight) + overscan);
  return { first, last, top: scrollTop - (offset - first * size.rowHeight) };
}

/** The scroll position that shows a row, as near to the present one as possible. */
export function scrollToShow(row: number, scrollTop: number, size: GridSize): number {
  const factor = stretch(size);
  const offset = scrollTop * factor;
  const start = row * size.rowHeight;
  if (start < offset) return start / factor;
  const end = start + size.rowHeight;
  return end > offset + size.viewport ? (end - size.viewport) / factor : scrollTop;
}
