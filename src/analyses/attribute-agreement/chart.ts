import { confusionOption, confusionSeries } from '../../charts/confusion-option';
import type { Phrase, PhraseValue } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { percent, say } from '../phrases';
import type { AgreementOutcome } from './outcome';
import { kappaOr } from './words';

/** What stood against what, category by category. */
export function agreementPicture(outcome: AgreementOutcome, context: ChartContext): Picture {
  const { matrix, categories, whole, referenceName } = outcome;
  const tooltip = (index: number): string =>
    matrix[index] ? context.phrase(cellTooltip(outcome, index, ({ label }) => context.value(label))) : '';
  const option = confusionOption(
    {
      labels: categories.map(({ label }) => context.value(label)),
      cells: matrix.map(({ row, column, count }, index) => ({ row, column, count, tooltip: tooltip(index) })),
      rowName: context.phrase(
        referenceName === null ? axisName(outcome, 0) : say('analyses.attributeAgreement.axis.reference'),
      ),
      columnName: context.phrase(
        referenceName === null ? axisName(outcome, 1) : say('analyses.attributeAgreement.axis.raters'),
      ),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.attributeAgreement.summary', {
      n: whole.n,
      raters: outcome.raters.length,
      categories: categories.length,
      share: percent(whole.share),
      kappa: kappaOr(whole.kappa),
    }),
    describe: (seriesId, index) => (seriesId === confusionSeries.cells ? tooltip(index) : undefined),
    drill: (seriesId, index) => (seriesId === confusionSeries.cells ? matrix[index]?.filters : undefined),
  };
}

/** Two raters have an axis each; the pairs of more share both. */
function axisName({ raters }: AgreementOutcome, side: 0 | 1): Phrase {
  if (raters.length === 2) return say('analyses.shared.plain', { text: raters[side] });
  return say(side === 0 ? 'analyses.attributeAgreement.axis.one' : 'analyses.attributeAgreement.axis.other');
}

function cellTooltip(
  { matrix, categories, referenceName, whole, pairs }: AgreementOutcome,
  index: number,
  nameOf: (category: { readonly label: PhraseValue }) => string,
): Phrase {
  const { row, column, count } = matrix[index];
  const params = {
    first: nameOf(categories[row]),
    second: nameOf(categories[column]),
    n: count,
    of: whole.n * Math.max(1, referenceName === null ? pairs.length : 1),
  };
  if (row === column) return say('analyses.attributeAgreement.tooltip.agreed', params);
  return say(
    referenceName === null ? 'analyses.attributeAgreement.tooltip.apart' : 'analyses.attributeAgreement.tooltip.wrong',
    params,
  );
}
