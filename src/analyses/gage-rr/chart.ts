import { gageOption, gageSeries } from '../../charts/gage-option';
import type { ChartContext, Picture } from '../contract';
import { figure, percent, say, term } from '../phrases';
import type { GageOutcome, SourceFigures } from './outcome';
import { judgedShare, measurePhrase } from './words';

/** Where the variation comes from, and what each operator found at each part. */
export function gagePicture(outcome: GageOutcome, context: ChartContext): Picture {
  const shown = outcome.figures.filter(({ source }) => source !== 'total');
  const barText = (index: number): string => (shown[index] ? context.phrase(barTooltip(shown[index])) : '');
  const cellAt = (seriesId: string, index: number): { line: number; part: number } | undefined => {
    const line = outcome.operators.findIndex((_, i) => gageSeries.operator(i) === seriesId);
    return line >= 0 && index >= 0 && index < outcome.parts.length ? { line, part: index } : undefined;
  };
  const cellText = (seriesId: string, index: number): string => {
    const at = cellAt(seriesId, index);
    return at ? context.phrase(cellTooltip(outcome, at.line, at.part)) : '';
  };
  const percentOf = (value: number | null): number | null => (value === null ? null : value * 100);
  const option = gageOption(
    {
      sources: shown.map(({ source }) => context.phrase(say(`analyses.gageRr.source.${source}`))),
      bars: [
        {
          name: context.phrase(say('analyses.gageRr.word.contribution')),
          values: shown.map(({ contribution }) => percentOf(contribution)),
        },
        {
          name: context.phrase(say('analyses.gageRr.word.studyVariation')),
          values: shown.map(({ studyVariation }) => percentOf(studyVariation)),
        },
        ...(outcome.spec.tolerance === null
          ? []
          : [
              {
                name: context.phrase(say('analyses.gageRr.word.tolerance')),
                values: shown.map(({ tolerance }) => percentOf(tolerance)),
              },
            ]),
      ],
      parts: outcome.parts,
      partName: context.value(outcome.partName),
      operators: outcome.cells.map((line, i) => ({
        name: outcome.operators[i],
        values: line.map(({ mean }) => mean),
      })),
      valueName: context.phrase(measurePhrase(outcome)),
      format: (value) => context.value(figure(value)),
      formatPercent: (value) => context.value(percent(value / 100, 0)),
      barTooltip: barText,
      cellTooltip: cellText,
    },
    context.theme,
  );
  const share = judgedShare(outcome);
  return {
    option,
    summary: say('analyses.gageRr.summary', {
      parts: outcome.parts.length,
      operators: outcome.operators.length,
      trials: outcome.trials,
      share: share === null ? '–' : percent(share),
    }),
    describe: (seriesId, index) => {
      if (cellAt(seriesId, index)) return cellText(seriesId, index);
      return seriesId.startsWith(gageSeries.bars) ? barText(index) : undefined;
    },
    drill: (seriesId, index) => {
      const at = cellAt(seriesId, index);
      return at && outcome.cells[at.line][at.part].filters;
    },
  };
}

function barTooltip({ source, contribution, studyVariation, tolerance }: SourceFigures): ReturnType<typeof say> {
  const params = {
    source: term(`analyses.gageRr.source.${source}`),
    contribution: contribution === null ? '–' : percent(contribution),
    studyVariation: studyVariation === null ? '–' : percent(studyVariation),
    tolerance: tolerance === null ? '–' : percent(tolerance),
  };
  return say(tolerance === null ? 'analyses.gageRr.tooltip.source' : 'analyses.gageRr.tooltip.sourceTolerance', params);
}

function cellTooltip(
  { operators, parts, cells, trials }: GageOutcome,
  line: number,
  part: number,
): ReturnType<typeof say> {
  return say('analyses.gageRr.tooltip.cell', {
    operator: operators[line],
    part: parts[part],
    mean: figure(cells[line][part].mean),
    trials,
  });
}
