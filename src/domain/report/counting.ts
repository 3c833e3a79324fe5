import { shareOf, type CountedShare } from '../events/figures';
import type { PhraseValue } from '../../kernel/result';
import type { Figure } from './draft-types';
import { selectRows, type CaseRow, type ReportRows, type RowQuery } from './rows';

/** Makes figures out of rows; each says which rows it counts. */
export interface Counting {
  readonly rows: ReportRows;
  /** How many rows a query selects. */
  of(query: RowQuery): number;
  figure(id: string, query: RowQuery): Figure;
  /** The share of one query within another, with its interval. */
  share(id: string, cases: RowQuery, whole: RowQuery): { readonly figure: Figure; readonly counted: CountedShare };
  value(id: string, value: PhraseValue, ...queries: readonly RowQuery[]): Figure;
}

/** Counting over rows. Events of a window are put aside once, since most figures of a report look at the same quarter. */
export function countingOf(rows: ReportRows): Counting {
  const windows = new Map<string, readonly CaseRow[]>();
  const within = (query: RowQuery): ReportRows => {
    if (query.of !== 'events' || query.from === undefined) return rows;
    const key = `${query.from} ${query.to}`;
    let events = windows.get(key);
    if (!events) {
      events = selectRows(rows, { ...query, where: {} }) as readonly CaseRow[];
      windows.set(key, events);
    }
    return { ...rows, events };
  };
  const of = (query: RowQuery): number => selectRows(within(query), query).length;
  const value: Counting['value'] = (id, shown, ...queries) => ({ id, value: shown, queries });
  return {
    rows,
    of,
    value,
    figure: (id, query) => value(id, of(query), query),
    share: (id, cases, whole) => {
      const counted = shareOf(of(cases), of(whole));
      const shown: PhraseValue = counted.share === null ? '–' : { as: 'percent', value: counted.share };
      return { figure: value(id, shown, cases, whole), counted };
    },
  };
}
