/**
 * Rows that follow from rows written elsewhere in the project: carried over with a reference to where they come from, so
 * that nothing is typed twice. Only what is not there yet is offered; a row that points to its source is there.
 */

import { numberOf, rowsOf, textOf } from './columns';
import type { CellValue, Content, ProjectView, Row, RowSource } from './contract';
import { unwatchedCauses } from './kinds/control-plan';
import { hasEvidence } from './kinds/fishbone';
import { missingCheckpoints } from './kinds/handover';
import { unansweredRules } from './kinds/ocap';
import { placedRows } from './project';

type Cells = Readonly<Record<string, CellValue>>;

export interface CarryOver {
  /** Where the rows come from; null = from the kind itself, such as the rules in force. */
  readonly from: RowSource | null;
  readonly rows: readonly Cells[];
}

type Carry = (content: Content, project: ProjectView) => CarryOver;

/** Cells without those that say nothing. */
function filled(cells: Readonly<Record<string, CellValue>>): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null && value !== ''));
}

/** Rows of another list that no row of `list` names yet: by their id in `reference`, or by their name in `title`. */
function fromRows(
  from: RowSource,
  list: string,
  known: { readonly reference: string } | { readonly title: string; readonly of: string },
  make: (row: Row) => Cells | null,
): Carry {
  return (content, project) => {
    const there = new Set(
      rowsOf(content, list).map(({ cells }) => textOf(cells, 'reference' in known ? known.reference : known.title)),
    );
    const key = (row: Row): string => ('reference' in known ? row.id : textOf(row.cells, known.of));
    return {
      from,
      rows: placedRows(project, from.kind, from.list)
        .filter(({ row }) => key(row) !== '' && !there.has(key(row)))
        .flatMap(({ row }) => {
          const cells = make(row);
          return cells === null ? [] : [filled(cells)];
        }),
    };
  };
}

const carries: Readonly<Record<string, Carry>> = {
  'processMap.steps': fromRows(
    { kind: 'sipoc', list: 'process' },
    'steps',
    { title: 'name', of: 'name' },
    ({ cells }) => ({ name: textOf(cells, 'name'), stepType: 'step' }),
  ),
  'voice.ctqs': fromRows(
    { kind: 'sipoc', list: 'outputs' },
    'ctqs',
    { title: 'characteristic', of: 'name' },
    ({ cells }) => ({ characteristic: textOf(cells, 'name'), defectRule: textOf(cells, 'spec') }),
  ),
  'dataPlan.measures': fromRows({ kind: 'voice', list: 'ctqs' }, 'measures', { reference: 'ctq' }, ({ id, cells }) => ({
    measure: textOf(cells, 'characteristic'),
    ctq: id,
    unitName: textOf(cells, 'unitName'),
  })),
  'opportunities.opportunities': fromRows(
    { kind: 'voice', list: 'ctqs' },
    'opportunities',
    { reference: 'ctq' },
    ({ id, cells }) => ({
      opportunity: textOf(cells, 'opportunity') || textOf(cells, 'characteristic'),
      ctq: id,
      counted: true,
    }),
  ),
  'causeMatrix.outcomes': fromRows(
    { kind: 'voice', list: 'ctqs' },
    'outcomes',
    { reference: 'ctq' },
    ({ id, cells }) => {
      const importance = numberOf(cells, 'importance');
      // Importance is said from 1 to 5, the weight of the matrix from 1 to 10.
      return {
        outcome: textOf(cells, 'characteristic'),
        ctq: id,
        weight: importance === null ? null : 2 * importance,
      };
    },
  ),
  'causeMatrix.inputs': fromRows(
    { kind: 'fishbone', list: 'causes' },
    'inputs',
    { title: 'input', of: 'cause' },
    ({ cells }) => ({ input: textOf(cells, 'cause'), step: textOf(cells, 'step') }),
  ),
  'fmea.failures': fromRows(
    { kind: 'processMap', list: 'steps' },
    'failures',
    { reference: 'step' },
    ({ id, cells }) =>
      textOf(cells, 'failurePoint') === ''
        ? null
        : { step: id, failureMode: textOf(cells, 'failurePoint'), link: textOf(cells, 'link') },
  ),
  'testCards.tests': fromRows({ kind: 'fishbone', list: 'causes' }, 'tests', { reference: 'cause' }, (row) =>
    hasEvidence(row) ? null : { question: textOf(row.cells, 'cause'), cause: row.id },
  ),
  'controlPlan.lines': (content, project) => ({
    from: { kind: 'fishbone', list: 'causes' },
    rows: unwatchedCauses(content, project).map(({ row: { id, cells } }) =>
      filled({ cause: id, measure: textOf(cells, 'cause'), step: textOf(cells, 'step') }),
    ),
  }),
  'ocap.branches': (content) => ({ from: null, rows: unansweredRules(content).map((trigger) => ({ trigger })) }),
  'handover.reviews': (content) => {
    const accepted = numberOf(content.fields, 'acceptedOn');
    return {
      from: null,
      rows: missingCheckpoints(content).map((checkpoint) =>
        filled({ checkpoint, due: accepted === null ? null : accepted + Number(checkpoint) }),
      ),
    };
  },
};

/** Rows that a list can take over as the project stands; null if there are none. */
export function rowsToCarry({ kind, list }: RowSource, content: Content, project: ProjectView): CarryOver | null {
  const key = `${kind}.${list}`;
  if (!Object.hasOwn(carries, key)) return null;
  const found = carries[key](content, project);
  return found.rows.length === 0 ? null : found;
}
