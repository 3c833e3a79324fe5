import type { MapFlow, MapLane, MapStep, ProcessMap } from './map';

export type MapList = 'lanes' | 'steps' | 'flows';
interface Items {
  lanes: MapLane;
  steps: MapStep;
  flows: MapFlow;
}
export type MapItem<L extends MapList> = Items[L];

/** One thing that differs between two maps: a row, a cell of a row, or a property of the whole map. */
export type MapChange =
  | { readonly kind: 'add'; readonly list: MapList; readonly id: string; readonly item: MapItem<MapList> }
  | { readonly kind: 'remove'; readonly list: MapList; readonly id: string; readonly item: MapItem<MapList> }
  | {
      readonly kind: 'cell';
      readonly list: MapList;
      readonly id: string;
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly kind: 'property';
      readonly field: 'orientation' | 'minutesPerDay';
      readonly before: unknown;
      readonly after: unknown;
    };

const lists: readonly MapList[] = ['lanes', 'steps', 'flows'];
const properties = ['orientation', 'minutesPerDay'] as const;

/** What has to change for `before` to become `after`; rows are known by id. */
export function diffMaps(before: ProcessMap, after: ProcessMap): readonly MapChange[] {
  if (before === after) return [];
  return [
    ...properties.flatMap((field): MapChange[] =>
      before[field] === after[field] ? [] : [{ kind: 'property', field, before: before[field], after: after[field] }],
    ),
    ...lists.flatMap((list) => diffRows(list, before[list], after[list])),
  ];
}

function diffRows(list: MapList, before: readonly MapItem<MapList>[], after: readonly MapItem<MapList>[]): MapChange[] {
  if (before === after) return [];
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...before.flatMap((item): MapChange[] => (kept.has(item.id) ? [] : [{ kind: 'remove', list, id: item.id, item }])),
    ...after.flatMap((item): MapChange[] => {
      const previous = old.get(item.id);
      if (!previous) return [{ kind: 'add', list, id: item.id, item }];
      return previous === item ? [] : diffCells(list, previous, item);
    }),
  ];
}

function diffCells(list: MapList, before: MapItem<MapList>, after: MapItem<MapList>): MapChange[] {
  const [old, fresh] = [cellsOf(before), cellsOf(after)];
  return Object.keys(fresh).flatMap((field): MapChange[] =>
    isEqual(old[field], fresh[field])
      ? []
      : [{ kind: 'cell', list, id: after.id, field, before: old[field], after: fresh[field] }],
  );
}

function cellsOf(item: MapItem<MapList>): Readonly<Record<string, unknown>> {
  return item as unknown as Readonly<Record<string, unknown>>;
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
