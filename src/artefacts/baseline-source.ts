/** The baseline of a charter, taken from an analysis instead of typed. */

import { isSameLevel, levelIn, roundedLevel, unitOf, type CitedLevel } from '../domain/improvement/citation';
import { numberOf, textOf } from './columns';
import type { AnalysisView, CellValue, Content, ProjectView } from './contract';
import { findAnalysis } from './project';

export interface BaselineOffer {
  readonly analysis: AnalysisView;
  readonly level: CitedLevel;
  /** In `unit`, four significant digits. */
  readonly value: number;
  readonly unit: string;
}

/** Every level that the charter's unit can hold, of the analyses computed so far; any unit while none was chosen. */
export function offerBaselines({ fields }: Content, project: ProjectView): readonly BaselineOffer[] {
  const chosen = textOf(fields, 'unit');
  return project.analyses.flatMap((analysis) =>
    (analysis.result?.cited.levels ?? []).flatMap((level): BaselineOffer[] => {
      const unit = chosen === '' ? unitOf(level) : chosen;
      const value = levelIn(level, unit);
      return value === null ? [] : [{ analysis, level, value: roundedLevel(value), unit }];
    }),
  );
}

/** The cells that taking an offer fills: value, sample, period, unit, and where they come from. */
export function baselineCells(
  { fields }: Content,
  { analysis, level, value, unit }: BaselineOffer,
): Readonly<Record<string, CellValue>> {
  const chart = textOf(fields, 'metricChart') === '' && analysis.slice === 'controlChart' ? analysis.id : null;
  return {
    unit,
    baseline: value,
    baselineN: Math.round(level.n),
    baselineFrom: level.from,
    baselineTo: level.to,
    baselineAnalysis: analysis.id,
    baselineOf: level.of === '' ? null : level.of,
    ...(chart === null ? {} : { metricChart: chart }),
  };
}

/** What the named analysis says today, where it no longer is what the charter says; null while both agree or one is unknown. */
export function movedBaseline({ fields }: Content, project: ProjectView): number | null {
  const kept = numberOf(fields, 'baseline');
  const analysis = findAnalysis(project, textOf(fields, 'baselineAnalysis'));
  const of = textOf(fields, 'baselineOf');
  const level = analysis?.result?.cited.levels.find((candidate) => candidate.of === of);
  if (kept === null || level === undefined) return null;
  const current = levelIn(level, textOf(fields, 'unit'));
  return current === null || isSameLevel(kept, current) ? null : roundedLevel(current);
}
