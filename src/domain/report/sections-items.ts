/** What the report says of rectification items and projects. */

import { portfolioOf } from '../rectification/portfolio';
import type { DraftBlock, DraftSection, Sentence } from './draft-types';
import { dayOf } from '../calendar/calendar';
import type { RectificationItem } from '../rectification/item';
import { effectFigures, effectPhases, type EffectSide } from './effect-figures';
import type { DayWindow } from './quarter';
import { casesIn, itemsWhere, selectRows, type ItemRow, type RowQuery } from './rows';
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
      ...effectBlocks(setting),
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

/** What the verdicts of the quarter rest on: a control chart of both phases, or both levels with their intervals. */
function effectBlocks({ counting, items, events, windows, mask }: ReportSetting): readonly DraftBlock[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const { from, to } = windows.current;
  const verified = (selectRows(counting.rows, itemsWhere({ verified: true })) as readonly ItemRow[]).flatMap(
    ({ id }) => byId.get(id) ?? [],
  );
  return verified.flatMap((item): readonly DraftBlock[] => {
    const days = item.log.flatMap(({ action, at }) =>
      action === 'close' || action === 'return' ? [dayOf(at ?? 0)] : [],
    );
    const judgedOn = Math.max(...days.filter((day) => day >= from && day <= to));
    const metric = mask(item.metric ?? item.title ?? '');
    const params = { item: mask(item.title ?? ''), metric };
    const rows: RowQuery = { of: 'items', where: { id: item.id } };
    const chart = effectPhases(item, events, judgedOn);
    if (chart) {
      const { phases, days: counted, source, labels, ...lines } = chart;
      const behind = counted ? eventsOf(item, counted) : [rows];
      const shown = (value: number | null) => (value === null ? '–' : decimal(value, 2));
      const caption = { code: `effect-${source}`, params };
      return [
        {
          kind: 'table',
          id: `effect-${item.id}`,
          caption,
          columns: [
            column('phase', false),
            column('points'),
            column('center'),
            column('lcl'),
            column('ucl'),
            column('signals'),
          ],
          rows: phases.map(({ which, points, center, low, high, signals }) => ({
            cells: [
              term(`rectification.side.${which}`),
              points,
              counting.value(`improvement.phase.${which}.${item.id}`, shown(center), ...behind),
              shown(low),
              shown(high),
              counting.value(`improvement.signals.${which}.${item.id}`, signals, ...behind),
            ],
          })),
        },
        {
          kind: 'picture',
          id: `effect-${item.id}`,
          caption,
          picture: {
            form: 'phases',
            ...lines,
            labels: labels.map((label) => (source === 'week' ? { as: 'date', epochDay: label } : label)),
            valueName: metric,
          },
        },
      ];
    }
    const sides = effectFigures(item);
    if (!sides) return [];
    const isProven = (item.verdict ?? item.proposed) === 'effective';
    return [
      {
        kind: 'picture',
        id: `effect-${item.id}`,
        caption: { code: 'effect-sides', params },
        picture: {
          form: 'intervals',
          layout: 'standing',
          marks: (['before', 'after'] as const).map((which) => ({
            label: term(`rectification.side.${which}`),
            value: sides[which].value,
            low: sides[which].low,
            high: sides[which].high,
            tone: which === 'before' ? 'plain' : isProven ? 'good' : 'concern',
          })),
          reference: { name: term('report.column.target'), value: item.target ?? sides.before.value },
          valueName: metric,
          fromZero: false,
        },
      },
    ];
  });
}

/** The events that an item is to make fewer, one query a link and outlet. */
function eventsOf({ links, outlets }: RectificationItem, window: DayWindow): readonly RowQuery[] {
  const wheres = (links ?? []).flatMap((link) =>
    outlets && outlets.length > 0 ? outlets.map((outlet) => ({ link, outlet })) : [{ link }],
  );
  return wheres.map((where) => casesIn(window, where));
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
