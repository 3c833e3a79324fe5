import { monthIndexOf } from '../../kernel/dates';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import type { AnalysisInput, DayRange } from '../contract';
import { countedWords } from '../counted-words';
import { roundRate } from '../display';
import { openMeasure, type Measure } from '../measure';
import { firstOf } from '../phrases';
import { compareSides, compareWithControl } from './compare-sides';
import { measureSide, type MeasuredSide } from './measure-side';
import type { BeforeAfterOutcome, ControlledChange } from './outcome';
import type { BeforeAfterSpec } from './spec';
import { measureTrend, slopeBefore } from './trend';
import { judge, targetOf } from './verdict';
import { layWindows, type Windows } from './windows';

interface Sides {
  readonly before: MeasuredSide;
  readonly after: MeasuredSide;
}

/** Compares a metric before and after a day, with a control group if there is one. */
export function runBeforeAfter(input: AnalysisInput, spec: BeforeAfterSpec): Result<BeforeAfterOutcome, Failure> {
  if (spec.metric === 'rate' && spec.denominator === 'second' && spec.controlColumn !== null)
    return fail('before-after-control-second');
  const opened = spec.metric === 'mean' ? openMeasure(input.table, spec.measure) : ok(null);
  if (!opened.ok) return opened;
  const measure = opened.value;
  const laid = layWindows(input.table, spec);
  if (!laid.ok) return laid;
  const windows = laid.value;
  const treated = measureArm(input, spec, windows, windows.treated, measure);
  if (!treated.ok) return treated;
  const control = windows.control ? measureArm(input, spec, windows, windows.control, measure) : null;
  if (control && !control.ok) return control;
  const change = compareSides(spec, treated.value.before, treated.value.after);
  if (!change.ok) return change;
  const controlled = control
    ? compareWithControl(spec, treated.value, control.value)
    : ok<ControlledChange | null>(null);
  if (!controlled.ok) return controlled;
  const trend = measureTrend(input, spec, windows, measure);
  if (!trend.ok) return trend;
  const { before, after } = treated.value;
  const per = spec.metric === 'rate' ? (spec.per ?? roundRate([before.side.value, after.side.value])) : 1;
  return ok({
    spec,
    metricName: measure?.name ?? before.eventName ?? '',
    sizeName: before.sizeName,
    unit: measure?.unit ?? null,
    per,
    changeDay: windows.changeDay,
    isAssumed: windows.isAssumed,
    firstDay: windows.firstDay,
    lastDay: windows.lastDay,
    before: before.side,
    after: after.side,
    control: control && { before: control.value.before.side, after: control.value.after.side, name: controlName(spec) },
    change: change.value,
    controlled: controlled.value,
    ...judge(spec, {
      isAssumed: windows.isAssumed,
      change: change.value,
      controlled: controlled.value,
      after: after.side,
      target: targetOf(spec, per),
    }),
    trend: trend.value,
    preTrend: slopeBefore(trend.value),
    coverage: { ...windows.coverage, seasons: differInSeason(windows) },
  });
}

function measureArm(
  input: AnalysisInput,
  spec: BeforeAfterSpec,
  windows: Windows,
  arm: readonly Filter[],
  measure: Measure | null,
): Result<Sides, Failure> {
  const side = (range: DayRange): Result<MeasuredSide, Failure> =>
    measureSide(input, spec, { windows, arm, range, measure });
  const before = side(windows.before);
  if (!before.ok) return before;
  const after = side(windows.after);
  return after.ok ? ok({ before: before.value, after: after.value }) : after;
}

const namesShown = 3;

function controlName({ controlValues }: BeforeAfterSpec): PhraseValue {
  return controlValues.length > namesShown ? firstOf(controlValues, namesShown) : countedWords(controlValues);
}

/** Whether one side covers months of the year that the other does not. */
function differInSeason({ firstDay, lastDay, changeDay, after }: Windows): boolean {
  const months = (from: number, last: number): Set<number> => {
    const found = new Set<number>();
    for (let month = monthIndexOf(from); month <= monthIndexOf(last) && found.size < 12; month++) found.add(month % 12);
    return found;
  };
  const before = months(firstDay, changeDay - 1);
  const later = months(after.from ?? changeDay, lastDay);
  return [...before].some((month) => !later.has(month)) || [...later].some((month) => !before.has(month));
}
