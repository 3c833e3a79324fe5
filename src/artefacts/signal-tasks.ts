/** Signals of the charts that a control plan or an OCAP watches, and the tasks that answer them. */

import type { CitedSignal } from '../domain/improvement/citation';
import { numberOf, rowsOf, textOf } from './columns';
import type { AnalysisView, ArtefactView, CellValue, ProjectView, Row } from './contract';
import type { PlacedRow } from './project';
import { artefactsOf, findAnalysis, findRow, placedRows } from './project';

/** A chart's rules by the names that the branches of an OCAP use. */
const triggers: Readonly<Record<string, string>> = {
  'beyond-limits': 'beyondLimits',
  'run-one-side': 'nineOneSide',
  trend: 'sixTrend',
  'two-of-three': 'twoOfThree',
};

export interface WatchedSignal {
  /** Of the task that answers it: the same signal never gets a second one. */
  readonly taskId: string;
  readonly analysis: AnalysisView;
  readonly signal: CitedSignal;
  /** Trigger of the first rule, as an OCAP names it. */
  readonly trigger: string;
  /** What the OCAP says to do; undefined where no branch answers. */
  readonly branch: Row | undefined;
  /** The line of the control plan whose chart it is. */
  readonly line: Row | undefined;
  /** The task, once it was made. */
  readonly task: PlacedRow | undefined;
}

/** The charts that a document names: its own, and those of its lines. */
function chartsOf({ content }: ArtefactView): readonly string[] {
  const ids = [textOf(content.fields, 'chart'), ...rowsOf(content, 'lines').map(({ cells }) => textOf(cells, 'chart'))];
  return [...new Set(ids.filter((id) => id !== ''))];
}

/** Signals of the last stage that are no improvement, of every chart the document names. */
export function watchedSignals(artefact: ArtefactView, project: ProjectView): readonly WatchedSignal[] {
  const branches = placedRows(project, 'ocap', 'branches').map(({ row }) => row);
  const lines = placedRows(project, 'controlPlan', 'lines').map(({ row }) => row);
  return chartsOf(artefact).flatMap((id): readonly WatchedSignal[] => {
    const analysis = findAnalysis(project, id);
    const line = lines.find(({ cells }) => textOf(cells, 'chart') === id);
    const answers = (trigger: string): Row | undefined => {
      const named = branches.find((branch) => branch.id === (line ? textOf(line.cells, 'reaction') : ''));
      return (
        branches.find(({ cells }) => textOf(cells, 'trigger') === trigger) ??
        named ??
        branches.find(({ cells }) => textOf(cells, 'trigger') === 'other')
      );
    };
    return (analysis?.result?.cited.signals ?? [])
      .filter(({ good }) => !good)
      .flatMap((signal): WatchedSignal[] => {
        if (!analysis) return [];
        const rule = signal.rules[0];
        const trigger = Object.hasOwn(triggers, rule) ? triggers[rule] : 'other';
        const taskId = taskIdOf(id, signal.point);
        return [{ taskId, analysis, signal, trigger, branch: answers(trigger), line, task: findRow(project, taskId) }];
      });
  });
}

/** Letters and figures alone: a dot would part the name of a register. */
function taskIdOf(analysis: string, point: string): string {
  const safe = [...point]
    .map((letter) => (/[A-Za-z0-9-]/.test(letter) ? letter : `_${(letter.codePointAt(0) ?? 0).toString(16)}`))
    .join('');
  return `signal-${analysis}-${safe}`;
}

const hoursPerDay = 24;

/** The cells of the task: what is checked first and done then, by whom, until when. `action` is its sentence. */
export function taskCells(
  { branch, line, analysis }: WatchedSignal,
  action: string,
  today: number,
): Readonly<Record<string, CellValue>> {
  const hours = branch ? numberOf(branch.cells, 'responseHours') : null;
  const owner = (line && textOf(line.cells, 'owner')) || (branch && textOf(branch.cells, 'escalation')) || null;
  const cause = line ? textOf(line.cells, 'cause') : '';
  return {
    action,
    actionType: 'corrective',
    actionState: 'open',
    owner,
    startOn: today,
    due: today + Math.max(1, Math.ceil((hours ?? hoursPerDay) / hoursPerDay)),
    effectAnalysis: analysis.id,
    ...(cause === '' ? {} : { cause }),
  };
}

/** The plan that tasks are written into; undefined while there is none. */
export function actionPlan(project: ProjectView): ArtefactView | undefined {
  return artefactsOf(project, 'actions').at(0);
}
