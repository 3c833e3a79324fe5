/** What can be wrong with any artefact: cells that are missing, outside their range, or point to nothing. */

import { isFilled, rowsOf } from './columns';
import type {
  ArtefactView,
  CellValue,
  Column,
  Content,
  ContentPlace,
  Finding,
  ProjectView,
  RowSource,
} from './contract';
import { doubtful, labelOf, wrong } from './finding';
import { findAnalysis, findRow } from './project';
import { kindById } from './registry';

/**
 * All findings of an artefact, the general ones and those of its kind, errors first.
 *
 * A kind that this build does not know has none: a newer build made it.
 */
export function checkArtefact(artefact: ArtefactView, project: ProjectView): readonly Finding[] {
  const kind = kindById(artefact.kind);
  if (!kind) return [];
  const { content } = artefact;
  const found = [
    ...checkCells(kind.fields, content.fields, project, (column) => ({ field: column })),
    ...kind.lists.flatMap((list) =>
      rowsOf(content, list.key).flatMap((row) => [
        ...checkCells(list.columns, row.cells, project, (column) => ({ list: list.key, row: row.id, column })),
        ...checkCrossed(content, list.crossed, row.cells, (column) => ({ list: list.key, row: row.id, column })),
      ]),
    ),
    ...(kind.check?.(content, project) ?? []),
  ];
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity !== 'error'),
  ];
}

type PlaceOf = (column: string) => ContentPlace;

function checkCells(
  columns: readonly Column[],
  cells: Readonly<Record<string, CellValue>>,
  project: ProjectView,
  placeOf: PlaceOf,
): readonly Finding[] {
  return columns.flatMap((column) => {
    const value = Object.hasOwn(cells, column.key) ? cells[column.key] : null;
    const at = placeOf(column.key);
    const cell = labelOf(column);
    if (!isFilled(value)) return column.required ? [doubtful('cellMissing', at, { cell })] : [];
    // What a template left to be filled in.
    if (column.input === 'text' && typeof value === 'string' && /【[^】]*】|\[[^\]]+\]/.test(value))
      return [doubtful('placeholderLeft', at, { cell })];
    return checkCell(column, value, project).map(({ code, params }) => wrong(code, at, { cell, ...params }));
  });
}

interface Fault {
  readonly code: string;
  readonly params?: Finding['params'];
}

function checkCell(column: Column, value: CellValue, project: ProjectView): readonly Fault[] {
  switch (column.input) {
    case 'number':
      return checkNumber(column, value);
    case 'date':
      return Number.isInteger(value) ? [] : [{ code: 'cellUnreadable' }];
    case 'choice':
      return column.choices.includes(String(value))
        ? []
        : [{ code: 'choiceUnknown', params: { value: String(value) } }];
    case 'switch':
      return typeof value === 'boolean' ? [] : [{ code: 'cellUnreadable' }];
    case 'code':
    case 'codes':
      return (Array.isArray(value) ? (value as readonly string[]) : [String(value)])
        .filter((code) => !project.codes.has(code))
        .map((code) => ({ code: 'codeUnknown', params: { code } }));
    case 'row':
      return findsRow(column.of, String(value), project) ? [] : [{ code: 'rowGone' }];
    case 'analysis':
      return findAnalysis(project, String(value)) ? [] : [{ code: 'analysisGone' }];
    default:
      return typeof value === 'string' ? [] : [{ code: 'cellUnreadable' }];
  }
}

function checkNumber(column: Extract<Column, { input: 'number' }>, value: CellValue): readonly Fault[] {
  if (typeof value !== 'number') return [{ code: 'cellUnreadable' }];
  const { min = -Infinity, max = Infinity } = column;
  if (value < min) return [{ code: 'numberBelow', params: { min } }];
  if (value > max) return [{ code: 'numberAbove', params: { max } }];
  return column.whole && !Number.isInteger(value) ? [{ code: 'numberNotWhole' }] : [];
}

function findsRow(sources: readonly RowSource[], id: string, project: ProjectView): boolean {
  const found = findRow(project, id);
  return found !== undefined && sources.some(({ kind, list }) => kind === found.artefact.kind && list === found.list);
}

function checkCrossed(
  content: Content,
  crossed: { readonly list: string; readonly min: number; readonly max: number } | undefined,
  cells: Readonly<Record<string, CellValue>>,
  placeOf: PlaceOf,
): readonly Finding[] {
  if (!crossed) return [];
  const { min, max } = crossed;
  return rowsOf(content, crossed.list)
    .filter(({ id }) => Object.hasOwn(cells, id))
    .filter(({ id }) => {
      const value = cells[id];
      return typeof value !== 'number' || value < min || value > max;
    })
    .map(({ id }) => wrong('scoreOutside', placeOf(id), { min, max }));
}
