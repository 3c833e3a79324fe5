/** What the report says from surveys, from analyses of imported datasets, and from the documents of projects. */

import { surveyGaps, type ShownGap } from '../survey/gaps';
import type { SurveyDimension } from '../survey/instrument';
import { documentsOfCase } from './case-documents';
import type { DraftBlock, Sentence } from './draft-types';
import type { DatasetCut, RowQuery } from './rows';
import type { ReportSetting, SurveyWave } from './setting';
import { column, decimal, percent, say, term } from './words';
import type { ServiceEvent } from '../events/event';

/** Gaps by dimension of every survey of the quarter: a sentence, a table, and a dot for each with its interval. */
export function surveyBlocks(setting: ReportSetting): readonly DraftBlock[] {
  return setting.waves.flatMap((wave) => waveBlocks(setting, wave));
}

function waveBlocks({ counting, mask }: ReportSetting, { survey, answers }: SurveyWave): readonly DraftBlock[] {
  const gaps = surveyGaps(survey, answers);
  if (!gaps) return [];
  const { hasExpectations, dimensions, overall } = gaps;
  const kind = hasExpectations ? 'gap' : 'perception';
  const title = mask(survey.title ?? '');
  const name = (dimension: SurveyDimension) => term(`surveys.dimension.${dimension}`);
  const answering = (dimension: SurveyDimension): RowQuery => ({
    of: 'answers',
    where: { survey: survey.id, [`${dimension}Known`]: true },
  });
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? '–' : decimal(value, 2));
  const figure = (what: string, value: number | null, dimension: SurveyDimension) =>
    value === null
      ? '–'
      : counting.value(`analysis.survey.${survey.id}.${dimension}.${what}`, decimal(value, 2), answering(dimension));
  const [weakest] = [...dimensions].sort((a, b) => a.value - b.value);
  const all: RowQuery = { of: 'answers', where: { survey: survey.id } };
  const isClear = ({ interval }: ShownGap, side: 'low' | 'high'): boolean =>
    hasExpectations && interval !== null && (side === 'low' ? interval.low > 0 : interval.high < 0);
  const reference = hasExpectations
    ? { name: term('report.axis.expected'), value: 0 }
    : { name: term('report.axis.overall'), value: overall?.value ?? weakest.value };
  return [
    {
      kind: 'sentences',
      sentences: [
        say(`servqual-${kind}`, {
          survey: title,
          n: counting.figure(`analysis.survey.${survey.id}`, all),
          name: name(weakest.dimension),
          value: figure('value', weakest.value, weakest.dimension),
          low: shown(weakest.interval?.low),
          high: shown(weakest.interval?.high),
        }),
      ],
    },
    {
      kind: 'table',
      id: `servqual-${survey.id}`,
      caption: { code: `servqual-${kind}`, params: { survey: title } },
      columns: [
        column('dimension', false),
        column('answers'),
        column('perception'),
        ...(hasExpectations ? [column('expectation'), column('gap')] : []),
        column('low'),
        column('high'),
      ],
      rows: dimensions.map((own) => ({
        strong: isClear(own, 'high'),
        cells: [
          name(own.dimension),
          counting.figure(`analysis.survey.${survey.id}.${own.dimension}`, answering(own.dimension)),
          hasExpectations ? shown(own.perception) : figure('value', own.value, own.dimension),
          ...(hasExpectations ? [shown(own.expectation), figure('value', own.value, own.dimension)] : []),
          shown(own.interval?.low),
          shown(own.interval?.high),
        ],
      })),
    },
    {
      kind: 'picture',
      id: `servqual-${survey.id}`,
      caption: { code: `servqual-${kind}`, params: { survey: title } },
      picture: {
        form: 'intervals',
        layout: 'lying',
        marks: dimensions.map((own) => ({
          label: name(own.dimension),
          value: own.value,
          low: own.interval?.low ?? null,
          high: own.interval?.high ?? null,
          tone: isClear(own, 'high') ? 'concern' : isClear(own, 'low') ? 'good' : 'plain',
        })),
        reference,
        valueName: term(`report.axis.${kind}`),
        fromZero: false,
      },
    },
  ];
}

/** So many lines of a Pareto table are shown; the picture has all. */
const mostLines = 20;

/** Pareto tables and defect rates of imported datasets, narrowed to the quarter. */
export function analysisBlocks({ counting, analyses }: ReportSetting): readonly DraftBlock[] {
  const { paretos, rates, leftOut } = analyses;
  const cut = (id: string, which: DatasetCut['which'], filters: readonly object[]): RowQuery => ({
    of: 'analyses',
    where: { id },
    cut: { which, filters },
  });
  const sentences: readonly Sentence[] =
    paretos.length + rates.length === 0
      ? [say('analyses-none')]
      : [say('analyses', { n: counting.figure('analysis.sources', { of: 'analyses', where: {} }) })];
  return [
    {
      kind: 'sentences',
      sentences: [...sentences, ...(leftOut === 0 ? [] : [say('analyses-left', { n: leftOut })])],
    },
    ...paretos.flatMap(({ source, columnName, bars, vitalFew, scope }): readonly DraftBlock[] => {
      const caption = {
        code: 'source-pareto',
        params: { name: source.name, dataset: source.dataset, n: source.rows, column: columnName },
      };
      return [
        {
          kind: 'table',
          id: `pareto-${source.id}`,
          caption,
          columns: [
            column('name', false),
            column('rows'),
            column('share'),
            column('low'),
            column('high'),
            column('cumulative'),
          ],
          rows: bars.slice(0, mostLines).map(({ key, name, rows, share, cumulative, muted, filters }, at) => ({
            strong: at < vitalFew,
            cells: [
              name,
              counting.value(
                `analysis.source.${source.id}.${muted ? `#${at}` : key}`,
                rows,
                cut(source.id, 'part', filters),
              ),
              counting.value(
                `analysis.source.${source.id}.${muted ? `#${at}` : key}.share`,
                percent(share.value),
                cut(source.id, 'part', filters),
                cut(source.id, 'whole', scope),
              ),
              percent(share.low),
              percent(share.high),
              percent(cumulative),
            ],
          })),
        },
        {
          kind: 'picture',
          id: `pareto-${source.id}`,
          caption,
          picture: {
            form: 'bars',
            bars: bars.map(({ name, value, muted }) => ({ label: name, value, muted })),
            cumulative: bars.map(({ cumulative }) => cumulative),
          },
        },
      ];
    }),
    ...(rates.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            id: 'sourceRates',
            columns: [
              column('analysis', false),
              column('dataset', false),
              column('defects'),
              column('opportunities'),
              column('dpmo'),
              column('low'),
              column('high'),
              column('sigma'),
            ],
            rows: rates.map(({ source, defects, opportunities, dpmo, sigma, filters, scope }) => {
              const id = `analysis.source.${source.id}`;
              const whole = cut(source.id, 'whole', scope);
              const part = cut(source.id, 'part', filters);
              return {
                cells: [
                  counting.value(id, source.name, whole),
                  source.dataset,
                  counting.value(`${id}.defects`, defects, part),
                  counting.value(`${id}.opportunities`, opportunities, whole),
                  counting.value(`${id}.dpmo`, decimal(dpmo.value, 0), part, whole),
                  decimal(dpmo.low, 0),
                  decimal(dpmo.high, 0),
                  sigma === null ? '–' : counting.value(`${id}.sigma`, decimal(sigma, 2), part, whole),
                ],
              };
            }),
          },
        ]),
  ];
}

/** Where in the process a case failed, and why, as the project says that looked into it. */
export function documentBlocks(
  { counting, documents, items, mask }: ReportSetting,
  event: ServiceEvent,
): readonly DraftBlock[] {
  const { failurePoints, chain } = documentsOfCase(event, items, documents);
  const project = (id: string): RowQuery => ({ of: 'projects', where: { id } });
  const points: readonly Sentence[] = failurePoints.map(({ step, lane, failure, project: id }, at) =>
    say(lane === '' ? 'failure-point' : 'failure-point-lane', {
      step: counting.value(`dissection.failure.${event.id}.${at}`, mask(step), project(id)),
      lane: mask(lane),
      failure: mask(failure),
    }),
  );
  const whys: readonly Sentence[] = chain
    ? [
        say(chain.problem === '' ? 'whys-plain' : 'whys', {
          project: counting.value(`dissection.whys.${event.id}`, mask(chain.name), project(chain.project)),
          problem: mask(chain.problem),
        }),
        ...chain.whys.map(({ why, proof }, at) =>
          say(proof === '' ? 'why' : 'why-proof', { n: at + 1, why: mask(why), proof: mask(proof) }),
        ),
        ...(chain.rootCause === ''
          ? []
          : [
              say('why-root', {
                root: counting.value(`dissection.root.${event.id}`, mask(chain.rootCause), project(chain.project)),
              }),
            ]),
      ]
    : [];
  return points.length + whys.length === 0 ? [] : [{ kind: 'points', points: [...points, ...whys] }];
}
