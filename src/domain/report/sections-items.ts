/** What the report says of rectification items and projects. */

import { portfolioOf } from '../rectification/portfolio';
import type { DraftBlock, DraftSection, Sentence } from './draft-types';
import { effectFigures, type EffectSide } from './effect-figures';
import { itemsWhere, selectRows, type ItemRow } from './rows';
import type { ReportSetting } from './setting';
import { column, decimal, percent, say, term } from './words';

const colours = ['red', 'amber', 'green', 'blue', 'grey'] as const;

/** The board by colour, and the items that need a decision; part of section four. */
export function boardBlocks({ counting }: ReportSetting): readonly DraftBlock[] {
  const red = (selectRows(counting.rows, itemsWhere({ live: true })) as readonly ItemRow[])
    .filter(({ rag }) => rag === 'red' || rag === 'amber')
    .toSorted((a, b) => Number(b.rag === 'red') - Number(a.rag === 'red') || (a.due ?? 0) - (b.due ?? 0))
    .slice(0, 20);
  return [
    {
      kind: 'table',
      id: 'board',
      columns: [column('colour', false), column('items')],
      rows: colours.map((rag) => ({
        cells: [
          term(`rectification.rag.${rag}`),
          counting.figure(`tracking.rag.${rag}`, itemsWhere({ live: true, rag })),
        ],
      })),
    },
    ...(red.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            id: 'redItems',
            columns: [
              column('item', false),
              column('colour', false),
              column('status', false),
              column('owner', false),
              column('due', false),
            ],
            rows: red.map((row) => ({
              cells: [
                counting.value(`tracking.item.${row.id}`, row.title, { of: 'items', where: { id: row.id } }),
                term(`rectification.rag.${row.rag}`),
                term(`rectification.status.${row.status ?? 'draft'}`),
                row.owner ?? '–',
                row.due === null ? '–' : ({ as: 'date', epochDay: row.due } as const),
              ],
            })),
          },
        ]),
  ];
}

/** Section five: what was verified, what projects reached, what it is worth. */
export function improvementSection(setting: ReportSetting): DraftSection {
  const { counting } = setting;
  const effective = counting.share(
    'improvement.effectiveShare',
    itemsWhere({ effective: true }),
    itemsWhere({ verified: true }),
  );
  const portfolio = portfolioOf(setting.items, setting.asOf);
  const verified: Sentence =
    effective.counted.interval === null
      ? say('verified-none')
      : say('verified', {
          n: counting.figure('improvement.verified', itemsWhere({ verified: true })),
          effective: counting.figure('improvement.effective', itemsWhere({ effective: true })),
          share: effective.figure,
          low: percent(effective.counted.interval.low),
          high: percent(effective.counted.interval.high),
        });
  const moved = say('items-moved', {
    opened: counting.figure('improvement.opened', itemsWhere({ opened: true })),
    returned: counting.figure('improvement.returned', itemsWhere({ returned: true })),
    reopened: counting.figure('improvement.reopened', itemsWhere({ reopened: true })),
    live: counting.figure('improvement.live', itemsWhere({ live: true })),
  });
  const benefit = say('benefit', {
    confirmed: counting.value(
      'improvement.benefit',
      portfolio.benefitConfirmed,
      itemsWhere({ verdict: 'effective', status: 'closed' }),
    ),
    expected: counting.value('improvement.expected', portfolio.benefitExpected, itemsWhere()),
  });
  return {
    id: 'improvement',
    blocks: [
      { kind: 'sentences', sentences: [verified, moved, benefit] },
      ...verdictTable(setting),
      ...projectBlocks(setting),
    ],
    suggestion: [...redo(setting), ...planOf(setting)],
  };
}

function verdictTable({ counting, items }: ReportSetting): readonly DraftBlock[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const rows = (selectRows(counting.rows, itemsWhere()) as readonly ItemRow[]).filter(
    ({ verified, reopened }) => verified || reopened,
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'verdicts',
      columns: [
        column('item', false),
        column('metric', false),
        column('before'),
        column('after'),
        column('afterInterval'),
        column('target'),
        column('verdict', false),
        column('status', false),
      ],
      rows: rows.map((row) => {
        const item = byId.get(row.id);
        const effect = item ? effectFigures(item) : null;
        const side = (which: 'before' | 'after', shown: EffectSide | undefined) =>
          shown
            ? counting.value(`improvement.${which}.${row.id}`, decimal(shown.value, 2), {
                of: 'items',
                where: { id: row.id },
              })
            : '–';
        const verdict = row.verdict ?? item?.proposed ?? null;
        return {
          cells: [
            counting.value(`improvement.item.${row.id}`, row.title, { of: 'items', where: { id: row.id } }),
            item?.metric ?? '–',
            effect ? side('before', effect.before) : (item?.baselineValue ?? '–'),
            side('after', effect?.after),
            effect
              ? ({
                  as: 'term',
                  key: 'report.interval',
                  params: { low: decimal(effect.after.low, 2), high: decimal(effect.after.high, 2) },
                } as const)
              : '–',
            item?.target ?? '–',
            verdict === null ? '–' : term(`rectification.verdict.${verdict}`),
            term(`rectification.status.${row.status ?? 'draft'}`),
          ],
        };
      }),
    },
  ];
}

function projectBlocks({ counting }: ReportSetting): readonly DraftBlock[] {
  const { projects } = counting.rows;
  if (projects.length === 0) return [{ kind: 'sentences', sentences: [say('projects-none')] }];
  return [
    {
      kind: 'table',
      id: 'projects',
      columns: [column('project', false), column('dmaic', false), column('leader', false), column('benefit')],
      rows: projects.map(({ id, name, phase, leader, benefit }) => ({
        cells: [
          counting.value(`improvement.project.${id}`, name, { of: 'projects', where: { id } }),
          phase === null ? term('report.allGates') : term(`artefacts.phase.${phase}`),
          leader === '' ? '–' : leader,
          benefit ?? '–',
        ],
      })),
    },
  ];
}

/** Items whose effect was not proven, or did not last. */
function redo({ counting }: ReportSetting): readonly Sentence[] {
  const again = [itemsWhere({ returned: true }), itemsWhere({ reopened: true })].map((query) => counting.of(query));
  return again[0] + again[1] === 0 ? [] : [say('redo', { n: again[0], m: again[1] })];
}

/** What is due next: the text of the plan begins with it. */
function planOf({ counting }: ReportSetting): readonly Sentence[] {
  const next = counting.figure('improvement.plan', itemsWhere({ dueLater: true }));
  return next.value === 0 ? [say('plan-none')] : [say('plan', { n: next })];
}
