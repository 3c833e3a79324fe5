/**
 * The content of a process map as the map it draws, and changes of the map as registers.
 *
 * Lanes, steps and flows are rows, so that every cell is a register of its own. Shares are stored in percent, as the
 * kind declares them. Rows that came from a file keep its ids; a dot in one is written `~2E`, since dots part the names
 * of registers. What is not given is not written, and the drawing's own cells need no declaration.
 */

import type { MapChange, MapItem, MapList } from '../domain/process-map/diff';
import {
  createFlow,
  createStep,
  emptyMap,
  stepKinds,
  usualSize,
  valueClasses,
  type FlowKind,
  type MapFlow,
  type MapLane,
  type MapStep,
  type Point,
  type ProcessMap,
  type Zone,
} from '../domain/process-map/map';
import { numberOf, rowsOf, textOf, wordsOf } from './columns';
import { deleteRow, insertRow, setCell, setField, type RegisterChange } from './content';
import type { CellValue, Content, Row } from './contract';

type Cells = Readonly<Record<string, CellValue>>;

const zoneOfKind: Readonly<Record<string, Zone>> = {
  customer: 'customer',
  front: 'front',
  backstage: 'back',
  support: 'support',
  system: 'system',
};
const kindOfZone: Readonly<Record<Zone, string>> = {
  customer: 'customer',
  front: 'front',
  back: 'backstage',
  support: 'support',
  system: 'system',
};

/** Names of the cells of a step whose names or units differ from the map's. */
const plainNumbers = {
  processMinutes: 'processMinutes',
  processP90: 'processP90',
  waitMinutes: 'waitP50',
  waitP90: 'waitP90',
  staff: 'staff',
  volumePerDay: 'volume',
  defectsPerDay: 'defects',
  costPerUnit: 'cost',
} as const;
const percents = { yieldFraction: 'yield', reworkFraction: 'rework' } as const;

/** The map that a content draws. Rows without a place, as a form makes them, stand at the origin (see `isPlaced`). */
export function toProcessMap(content: Content): ProcessMap {
  return {
    orientation: textOf(content.fields, 'orientation') === 'vertical' ? 'vertical' : 'horizontal',
    minutesPerDay: numberOf(content.fields, 'minutesPerDay') ?? emptyMap.minutesPerDay,
    lanes: rowsOf(content, 'lanes').map(toLane),
    steps: rowsOf(content, 'steps').map(toStep),
    flows: rowsOf(content, 'flows').map(toFlow),
  };
}

/** Whether every lane and step has a place of its own. */
export function isPlaced(content: Content): boolean {
  return (
    rowsOf(content, 'lanes').every(({ cells }) => numberOf(cells, 'width') !== null) &&
    rowsOf(content, 'steps').every(({ cells }) => numberOf(cells, 'x') !== null && numberOf(cells, 'y') !== null)
  );
}

/** The registers that make a content draw what a changed map is; `ordersOf` gives the orders of a list's rows. */
export function toRegisterChanges(
  changes: readonly MapChange[],
  ordersOf: (list: MapList) => ReadonlyMap<string, string>,
): readonly RegisterChange[] {
  const orders = new Map<MapList, Map<string, string>>();
  const ordersFor = (list: MapList): Map<string, string> => {
    const known = orders.get(list) ?? new Map(ordersOf(list));
    orders.set(list, known);
    return known;
  };
  return changes.flatMap((change): readonly RegisterChange[] => {
    switch (change.kind) {
      case 'property':
        return [setField(change.field, change.after as CellValue)];
      case 'remove':
        return [deleteRow(change.list, toRowId(change.id))];
      case 'cell':
        return Object.entries(cellsOf(change.list, { [change.field]: change.after })).map(([column, value]) =>
          setCell(change.list, toRowId(change.id), column, value),
        );
      case 'add':
        return addRow(change.list, change.item, ordersFor(change.list));
    }
  });
}

function addRow(list: MapList, item: MapItem<MapList>, orders: Map<string, string>): readonly RegisterChange[] {
  const id = toRowId(item.id);
  const cells = Object.fromEntries(
    Object.entries(cellsOf(list, item as unknown as Record<string, unknown>)).filter(([, value]) =>
      isWorthWriting(value),
    ),
  );
  const known = orders.has(id);
  const made = insertRow(list, { id, cells }, orders);
  orders.set(id, String(made[0].value));
  // A row that was deleted before comes back: its old cells must not shine through.
  return known ? [...blank(list, id), ...made, { field: `r.${list}.${id}.deleted`, value: null }] : made;
}

function blank(list: MapList, id: string): RegisterChange[] {
  const empty =
    list === 'steps' ? createStep({ id, kind: 'step' }) : list === 'flows' ? createFlow({ id, from: '', to: '' }) : {};
  return Object.keys(cellsOf(list, empty as Record<string, unknown>)).map((column) => setCell(list, id, column, null));
}

function isWorthWriting(value: CellValue): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** The id of a row in registers, whose names are parted by dots. */
export function toRowId(id: string): string {
  return id.replaceAll('~', '~7E').replaceAll('.', '~2E');
}

/** The id of a row as the map and its file know it. */
export function fromRowId(id: string): string {
  return id.replaceAll('~2E', '.').replaceAll('~7E', '~');
}

function boxOf(
  cells: Cells,
  usual: { readonly width: number; readonly height: number },
): Pick<MapStep, 'x' | 'y' | 'width' | 'height'> {
  return {
    x: numberOf(cells, 'x') ?? 0,
    y: numberOf(cells, 'y') ?? 0,
    width: numberOf(cells, 'width') ?? usual.width,
    height: numberOf(cells, 'height') ?? usual.height,
  };
}

function toLane({ id, cells }: Row): MapLane {
  const kind = textOf(cells, 'laneKind');
  return {
    id: fromRowId(id),
    name: textOf(cells, 'name'),
    zone: Object.hasOwn(zoneOfKind, kind) ? zoneOfKind[kind] : null,
    ...boxOf(cells, { width: 0, height: 0 }),
  };
}

function toStep({ id, cells }: Row): MapStep {
  const type = textOf(cells, 'stepType');
  const kind = stepKinds.find((known) => known === type) ?? 'step';
  const lane = textOf(cells, 'lane');
  const link = textOf(cells, 'link');
  const percent = (column: string): number | null => {
    const value = numberOf(cells, column);
    return value === null ? null : value / 100;
  };
  return createStep({
    id: fromRowId(id),
    kind,
    name: textOf(cells, 'name'),
    lane: lane === '' ? null : fromRowId(lane),
    ...boxOf(cells, usualSize[kind]),
    owner: textOf(cells, 'owner'),
    ...Object.fromEntries(Object.entries(plainNumbers).map(([field, column]) => [field, numberOf(cells, column)])),
    ...Object.fromEntries(Object.entries(percents).map(([field, column]) => [field, percent(column)])),
    valueClass: valueClasses.find((known) => known === textOf(cells, 'valueKind')) ?? null,
    failurePoint: textOf(cells, 'failurePoint'),
    links: [...(link === '' ? [] : [link]), ...wordsOf(cells, 'moreLinks')],
  });
}

function toFlow({ id, cells }: Row): MapFlow {
  const probability = numberOf(cells, 'probability');
  return createFlow({
    id: fromRowId(id),
    from: fromRowId(textOf(cells, 'from')),
    to: fromRowId(textOf(cells, 'to')),
    kind: textOf(cells, 'flowKind') === 'message' ? 'message' : 'sequence',
    probability: probability === null ? null : probability / 100,
    label: textOf(cells, 'label'),
    bends: textOf(cells, 'bends')
      .split(' ')
      .map((pair) => pair.split(',').map(Number))
      .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
      .map(([x, y]): Point => ({ x, y })),
  });
}

/** The cells that say what some fields of an item are. */
function cellsOf(list: MapList, fields: Readonly<Record<string, unknown>>): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'id') continue;
    Object.assign(
      cells,
      list === 'lanes' ? laneCell(field, value) : list === 'steps' ? stepCell(field, value) : flowCell(field, value),
    );
  }
  return cells;
}

function laneCell(field: string, value: unknown): Record<string, CellValue> {
  if (field === 'zone') return { laneKind: value === null ? null : kindOfZone[value as Zone] };
  return { [field]: value as CellValue };
}

function stepCell(field: string, value: unknown): Record<string, CellValue> {
  if (field === 'kind') return { stepType: value as string };
  if (field === 'lane') return { lane: value === null ? null : toRowId(value as string) };
  if (field === 'valueClass') return { valueKind: value as CellValue };
  if (field === 'links') {
    const [first, ...more] = value as readonly string[];
    return { link: first ?? null, moreLinks: more.length > 0 ? more : null };
  }
  if (Object.hasOwn(plainNumbers, field))
    return { [plainNumbers[field as keyof typeof plainNumbers]]: value as CellValue };
  if (Object.hasOwn(percents, field))
    return { [percents[field as keyof typeof percents]]: toPercent(value as number | null) };
  return { [field]: value as CellValue };
}

function flowCell(field: string, value: unknown): Record<string, CellValue> {
  if (field === 'kind') return { flowKind: (value as FlowKind) === 'message' ? 'message' : null };
  if (field === 'from' || field === 'to') return { [field]: toRowId(value as string) };
  if (field === 'probability') return { probability: toPercent(value as number | null) };
  if (field === 'bends') return { bends: (value as readonly Point[]).map(({ x, y }) => `${x},${y}`).join(' ') };
  return { [field]: value as CellValue };
}

/** Twelve digits: 0.07 becomes 7, not 7.000000000000001. */
function toPercent(share: number | null): number | null {
  return share === null ? null : Number((share * 100).toPrecision(12));
}
