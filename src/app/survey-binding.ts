import {
  ageBands,
  itemScale,
  overallScale,
  recommendScale,
  surveyChannels,
  type SurveyItem,
} from '../domain/survey/instrument';
import { itemsOf, onScale, type Survey, type SurveyAnswer } from '../domain/survey/survey';
import { toEpochDay } from '../kernel/dates';
import { ok, type Failure, type Result } from '../kernel/result';
import type { StoredColumn } from '../store/types';
import type { Workbench } from './workbench.svelte';

/** Rows asked of the worker at a time. */
const page = 2_000;

/** What the columns of a dataset may be bound to, in the order of the form. */
export function targetsOf(survey: Survey): readonly string[] {
  const items = itemsOf(survey);
  return [
    ...items.map((item) => `p.${item}`),
    ...(survey.mode === 'gap' ? items.map((item) => `e.${item}`) : []),
    'overall',
    'recommend',
    'complained',
    'outlet',
    'channel',
    'ageBand',
    'day',
    'seconds',
  ];
}

const hints: Readonly<Record<string, RegExp>> = {
  overall: /总体|整体|overall/i,
  recommend: /推荐|nps|recommend/i,
  complained: /投诉|complain/i,
  outlet: /网点|支行|机构|outlet|branch/i,
  channel: /渠道|channel/i,
  ageBand: /年龄|age/i,
  day: /日期|时间|date|day/i,
  seconds: /用时|耗时|秒|duration|seconds/i,
};

/**
 * Proposes the columns by their names: `P7`, `q7`, `题7` or `7` for the questions, `E7` for what is expected, words for the
 * rest; where no question has a number, number columns go by their order.
 */
export function proposeBinding(survey: Survey, columns: readonly StoredColumn[]): Readonly<Record<string, string>> {
  const bound: Record<string, string> = {};
  const used = new Set<string>();
  const take = (target: string, column: StoredColumn | undefined): void => {
    if (!column || used.has(column.id)) return;
    used.add(column.id);
    bound[target] = column.id;
  };
  for (const [target, words] of Object.entries(hints))
    take(
      target,
      columns.find(({ name }) => words.test(name)),
    );
  const items = itemsOf(survey);
  const numbered = (side: RegExp, item: SurveyItem): StoredColumn | undefined =>
    columns.find(({ name }) => Number(side.exec(name.trim())?.[1] ?? NaN) === Number(item.slice(1)));
  for (const item of items) {
    if (survey.mode === 'gap') take(`e.${item}`, numbered(/^(?:e|期望)\D{0,2}(\d+)\D*$/i, item));
    take(`p.${item}`, numbered(/^(?:p|q|题|第|感知|item|question)?\D{0,2}(\d+)(?:\D.*)?$/i, item));
  }
  if (!items.some((item) => `p.${item}` in bound)) {
    const free = columns.filter(({ id, type }) => type === 'number' && !used.has(id));
    items.forEach((item, i) => take(`p.${item}`, free[i]));
  }
  return bound;
}

/** The answers that the dataset of a survey holds; none where no dataset is bound. */
export async function readBoundAnswers(
  workbench: Workbench,
  survey: Survey,
): Promise<Result<readonly SurveyAnswer[], Failure>> {
  if (survey.datasetId === null || survey.column.length === 0) return ok([]);
  const dataset = workbench.ref(survey.datasetId);
  if (!dataset.ok) return dataset;
  const answers: SurveyAnswer[] = [];
  for (let offset = 0; offset < dataset.value.rows; offset += page) {
    const reply = await workbench.bridge.run('rows', {
      dataset: dataset.value,
      filters: [],
      offset,
      limit: page,
      sort: null,
      taxonomy: workbench.taxonomy,
    });
    if (!reply.ok) return reply;
    const { columns, rows } = reply.value;
    for (const { row, cells } of rows) answers.push(toAnswer(survey, row, columns, cells));
  }
  return ok(answers);
}

/** A row of a dataset as a sheet; what is not on its scale is no answer. */
export function toAnswer(
  survey: Survey,
  row: number,
  columns: readonly StoredColumn[],
  cells: readonly string[],
): SurveyAnswer {
  const places = new Map(columns.map(({ id }, index) => [id, index]));
  const text = (target: string): string | null => {
    const column = survey.column.find(({ id }) => id === target)?.column;
    const cell = column ? cells[places.get(column) ?? -1] : undefined;
    return cell === undefined || cell.trim() === '' ? null : cell.trim();
  };
  const number = (target: string, scale: { readonly low: number; readonly high: number }): number | null => {
    const cell = text(target);
    return cell === null ? null : onScale(Number(cell.replaceAll(',', '')), scale);
  };
  const ratings = (side: 'p' | 'e') =>
    Object.fromEntries(
      itemsOf(survey).flatMap((item) => {
        const rating = number(`${side}.${item}`, itemScale);
        return rating === null ? [] : [[item, rating]];
      }),
    );
  const complained = text('complained');
  const seconds = text('seconds');
  return {
    id: `${survey.id} ${row}`,
    survey: survey.id,
    perceptions: ratings('p'),
    expectations: ratings('e'),
    importance: {},
    overall: number('overall', overallScale),
    recommend: number('recommend', recommendScale),
    complained: complained === null ? null : /^(1|是|有|y|yes|true)$/i.test(complained),
    outlet: text('outlet'),
    channel: surveyChannels.find((channel) => channel === text('channel')) ?? null,
    ageBand: ageBands.find((band) => band === text('ageBand')) ?? null,
    day: dayOfText(text('day')),
    seconds: seconds !== null && Number.isFinite(Number(seconds)) ? Math.round(Number(seconds)) : null,
    setAside: null,
    source: 'dataset',
  };
}

function dayOfText(text: string | null): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '') ?? [];
  return year === undefined ? null : toEpochDay(Number(year), Number(month), Number(day));
}
