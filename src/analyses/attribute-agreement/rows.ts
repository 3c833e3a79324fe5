import type { Phrase } from '../../kernel/result';
import type { TableTwin, TwinCell } from '../contract';
import { say, term } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { Agreement, AgreementOutcome } from './outcome';

type Row = TableTwin['rows'][number];

/** All comparisons: everyone, pairs, reference, levels, categories and the worst confusions. */
export function agreementRows(outcome: AgreementOutcome): TableTwin {
  const column = columnsBy((key) => `analyses.attributeAgreement.table.${key}`);
  return {
    caption: say('analyses.attributeAgreement.table.caption', { n: outcome.whole.n }),
    columns: [
      column('comparison', 'text'),
      column('cases', 'count'),
      column('agreed', 'count'),
      column('share', 'percent', 1),
      column('shareLow', 'percent', 1),
      column('shareHigh', 'percent', 1),
      column('kappa', 'number', 3),
      column('kappaLow', 'number', 3),
      column('kappaHigh', 'number', 3),
    ],
    rows: [...comparisonRows(outcome), ...detailRows(outcome)],
  };
}

function comparisonRows({ whole, pairs, againstReference, allAgainstReference, raters }: AgreementOutcome): Row[] {
  return [
    ...(raters.length > 1
      ? [
          {
            ...agreementRow(say('analyses.attributeAgreement.table.all', { n: raters.length }), whole),
            emphasis: 'total' as const,
          },
        ]
      : []),
    ...(raters.length > 2
      ? pairs.map((pair) =>
          agreementRow(say('analyses.attributeAgreement.table.pair', { first: pair.first, second: pair.second }), pair),
        )
      : []),
    ...againstReference.map((pair) =>
      agreementRow(say('analyses.attributeAgreement.table.reference', { rater: pair.first }), pair),
    ),
    ...(allAgainstReference && raters.length > 1
      ? [agreementRow(say('analyses.attributeAgreement.table.allReference'), allAgainstReference)]
      : []),
  ];
}

function agreementRow(name: Phrase, agreement: Agreement): Row {
  const { n, agreed, share, interval, kappa, kappaInterval, disagreements } = agreement;
  const cells: TwinCell[] = [
    { phrase: name },
    n,
    agreed,
    share,
    interval.low,
    interval.high,
    kappa,
    kappaInterval?.low ?? null,
    kappaInterval?.high ?? null,
  ];
  return agreed < n ? { cells, drill: disagreements } : { cells };
}

function detailRows({ levels, categories, confusions, whole }: AgreementOutcome): Row[] {
  const line = (phrase: Phrase, cases: number | null, share: number | null, kappa: number | null): TwinCell[] => [
    { phrase },
    cases,
    null,
    share,
    null,
    null,
    kappa,
    null,
    null,
  ];
  return [
    ...levels.map(({ level, share, kappa, categories: count }) => ({
      cells: line(
        say('analyses.attributeAgreement.table.level', {
          level: term(`analyses.attributeAgreement.choice.level.${level}`),
          n: count,
        }),
        whole.n,
        share,
        kappa,
      ),
    })),
    ...categories.map(({ label, kappa }) => ({
      cells: line(say('analyses.attributeAgreement.table.category', { name: label }), null, null, kappa),
    })),
    ...confusions.map(({ first, second, count, filters }) => ({
      cells: line(say('analyses.attributeAgreement.table.confusion', { first, second }), count, null, null),
      drill: filters,
      emphasis: 'muted' as const,
    })),
  ];
}
