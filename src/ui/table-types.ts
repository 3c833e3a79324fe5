export interface SimpleColumn {
  readonly key: string;
  readonly label: string;
  readonly align?: 'start' | 'end';
}

/** `value` is sorted, copied and exported in full; `text` is what is shown. */
export interface SimpleCell {
  readonly value: string | number | null;
  readonly text: string;
}

export interface SimpleRow {
  readonly cells: readonly SimpleCell[];
  readonly emphasis?: 'signal' | 'muted' | 'total';
  /** The row opens something: `ondrill` is called with its index. */
  readonly drillable?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

/** What a click on a header does: ascending, descending, as it was. */
export function nextSort(current: Sort | null, key: string): Sort | null {
  if (current?.key !== key) return { key, descending: false };
  return current.descending ? null : { key, descending: true };
}
