import type { PhraseParams } from '../../kernel/result';
import { shareOf } from '../events/figures';
import { daysOf } from './quarter';
import type { ReportDraft, SectionId } from './draft-types';
import { sectionIds } from './draft-types';
import { casesIn, selectRows, type CaseRow, type RowQuery } from './rows';

export const checkCodes = [
  'notOver',
  'empty',
  'uncoded',
  'noReceipt',
  'noReply',
  'unmaskedLedger',
  'unmaskedReport',
  'outletsMissing',
  'versions',
  'texts',
] as const;

/** One thing that is looked at before a report is issued. `stop` forbids issuing, `warn` is for the person to decide. */
export interface IssueCheck {
  /** Below `report.check`. */
  readonly code: (typeof checkCodes)[number];
  readonly level: 'ok' | 'warn' | 'stop';
  readonly params: PhraseParams;
  /** Rows that speak for it. */
  readonly query: RowQuery | null;
}

/** What the checks need besides the draft. */
export interface CheckInput {
  readonly draft: ReportDraft;
  /** Outlets of which something was measured besides their events, by name. */
  readonly outletsKnown: ReadonlySet<string>;
  /** Events of the quarter in whose texts the masker still finds personal data. */
  readonly unmaskedEvents: number;
  /** Texts of the report, written by people, in which it does. */
  readonly unmaskedTexts: readonly SectionId[];
  readonly texts: Readonly<Partial<Record<SectionId, string>>>;
  readonly taxonomyVersions: number;
}

/** More than this share uncoded makes a ranking of categories doubtful. */
const mostUncoded = 0.05;

/** Everything that is looked at before a report is issued, in the order in which it is shown. */
export function checkReport(input: CheckInput): readonly IssueCheck[] {
  const { draft, texts } = input;
  const { from, to } = daysOf(draft.quarter);
  const cases = casesIn({ from, to });
  const rows = selectRows(draft.rows, cases) as readonly CaseRow[];
  const uncoded = shareOf(rows.filter(({ link }) => link === null).length, rows.length);
  const noReceipt: RowQuery = { of: 'events', where: { counted: true, day: null } };
  const noReply = casesIn({ from, to }, { status: 'archived', replied: false });
  const missing = [...new Set(rows.flatMap(({ outlet }) => outlet ?? []))].filter(
    (outlet) => !input.outletsKnown.has(outlet),
  );
  const empty = sectionIds.filter((id) => (texts[id] ?? '').trim() === '');
  const check = (
    code: IssueCheck['code'],
    level: IssueCheck['level'],
    params: PhraseParams = {},
    query: RowQuery | null = null,
  ): IssueCheck => ({ code, level, params, query });
  const count = (query: RowQuery): number => selectRows(draft.rows, query).length;
  return [
    check('notOver', draft.through < to ? 'warn' : 'ok', { day: { as: 'date', epochDay: draft.through } }),
    check('empty', rows.length === 0 ? 'warn' : 'ok', { n: rows.length }, cases),
    check(
      'uncoded',
      (uncoded.share ?? 0) > mostUncoded ? 'warn' : 'ok',
      { n: uncoded.cases, share: { as: 'percent', value: uncoded.share ?? 0 } },
      casesIn({ from, to }, { link: null }),
    ),
    check('noReceipt', count(noReceipt) > 0 ? 'warn' : 'ok', { n: count(noReceipt) }, noReceipt),
    check('noReply', count(noReply) > 0 ? 'warn' : 'ok', { n: count(noReply) }, noReply),
    check('unmaskedLedger', input.unmaskedEvents > 0 ? 'warn' : 'ok', { n: input.unmaskedEvents }),
    check('unmaskedReport', input.unmaskedTexts.length > 0 ? 'stop' : 'ok', {
      sections: sectionList(input.unmaskedTexts),
    }),
    check('outletsMissing', missing.length > 0 ? 'warn' : 'ok', {
      n: missing.length,
      names: {
        as: 'list',
        items: missing.length === 0 ? ['–'] : missing.slice(0, 8),
        ...(missing.length > 8 ? { open: true } : {}),
      },
    }),
    check('versions', input.taxonomyVersions > 1 ? 'warn' : 'ok', { n: input.taxonomyVersions }),
    check('texts', empty.length > 0 ? 'warn' : 'ok', { sections: sectionList(empty) }),
  ];
}

function sectionList(ids: readonly SectionId[]): PhraseParams[string] {
  if (ids.length === 0) return '–';
  return { as: 'list', items: ids.map((id) => ({ as: 'term', key: `report.section.${id}` }) as const) };
}
