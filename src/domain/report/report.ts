/** A report as it is kept: drafted live, issued once, corrected by a new version. */

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import {
  emptyEntity,
  logSchema,
  readEntity,
  type EntityOf,
  type EntityShape,
  type FieldChange,
  type Plain,
} from '../registers';
import type { SectionId } from './draft-types';
import { sectionIds } from './draft-types';
import { isQuarter } from '../scorecard/quarters';
import type { Period } from './setting';

export const reportLanguages = ['zh-CN', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

const fields = {
  quarter: 'text',
  language: reportLanguages,
  status: ['draft', 'issued'],
  /** From 1; a correction has the next number. */
  version: 'number',
  correctionOf: 'text',
  changeNote: 'text',
  volumeCurrent: 'number',
  volumePrevious: 'number',
  volumeLastYear: 'number',
  overviewZh: 'text',
  overviewEn: 'text',
  analysisZh: 'text',
  analysisEn: 'text',
  dissectionZh: 'text',
  dissectionEn: 'text',
  trackingZh: 'text',
  trackingEn: 'text',
  improvementZh: 'text',
  improvementEn: 'text',
  createdAt: 'number',
  createdBy: 'text',
  issuedAt: 'number',
  issuedBy: 'text',
  /** What was issued, as one text; never computed again. */
  snapshot: 'text',
  /** SHA-256 of the snapshot, hexadecimal. */
  digest: 'text',
} as const;
const lists = { log: logSchema(['create', 'issue']) } as const;

export const reportShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
export type QualityReport = EntityOf<typeof fields, typeof lists>;
export type ReportField = keyof typeof fields;

/** What can be written while it is a draft. */
export type ReportEdit = Partial<
  Pick<
    QualityReport,
    'language' | 'changeNote' | 'volumeCurrent' | 'volumePrevious' | 'volumeLastYear' | ReturnType<typeof textField>
  >
>;

/** The report that a record says. */
export function readReport(id: string, registers: Parameters<typeof readEntity>[2]): QualityReport {
  return readEntity(reportShape, id, registers);
}

/** A report of which nothing is known yet. */
export function emptyReport(id: string): QualityReport {
  return emptyEntity(reportShape, id);
}

/** The field that holds the text of a section in a language. */
export function textField(section: SectionId, language: ReportLanguage): `${SectionId}Zh` | `${SectionId}En` {
  return language === 'en' ? `${section}En` : `${section}Zh`;
}

/** The texts of a report in its language; a section nobody has written is absent. */
export function textsOf(report: QualityReport): Partial<Record<SectionId, string>> {
  const language = report.language ?? 'zh-CN';
  return Object.fromEntries(
    sectionIds.flatMap((section) => {
      const text = report[textField(section, language)];
      return text === null ? [] : [[section, text]];
    }),
  );
}

/** The volumes that rates are taken of; null where none was given. */
export function volumesOf(report: QualityReport): Readonly<Record<Period, number | null>> | null {
  const { volumeCurrent: current, volumePrevious: previous, volumeLastYear: lastYear } = report;
  return current === null && previous === null && lastYear === null ? null : { current, previous, lastYear };
}

/** Who does it and when, on the wall clock. */
export interface ReportDoing {
  readonly now: number;
  readonly by: string;
}

/** One act on a report; plain data. */
export type ReportCommand = { readonly id: string } & (
  | { readonly kind: 'create'; readonly quarter: string; readonly language: ReportLanguage }
  | { readonly kind: 'edit'; readonly edit: ReportEdit }
  | { readonly kind: 'issue'; readonly snapshot: string; readonly digest: string }
  | { readonly kind: 'correct'; readonly of: string }
  | { readonly kind: 'discard' }
);

export type ReportFailureCode =
  | 'report-unknown'
  | 'report-exists'
  | 'report-quarter-invalid'
  | 'report-issued'
  | 'report-not-issued'
  | 'report-corrected'
  | 'report-note-missing';

type Changed = Result<readonly FieldChange[], Failure<ReportFailureCode>>;

/**
 * What an act changes, or the guard that forbids it.
 *
 * A quarter has one report in each language; after it is issued, only a correction can follow, and the version before
 * stays as it was.
 */
export function decideReport(
  reports: ReadonlyMap<string, QualityReport>,
  command: ReportCommand,
  { now, by }: ReportDoing,
): Changed {
  const write = (values: Readonly<Record<string, Plain>>, action: 'create' | 'issue' | null = null): Changed =>
    ok([
      ...Object.entries(values).map(([field, value]) => ({ id: command.id, field, value })),
      ...(action === null
        ? []
        : [
            {
              id: command.id,
              field: `log.${now}-${action}`,
              value: { at: now, by, action, field: null, before: null, after: null, note: null },
            },
          ]),
    ]);
  if (command.kind === 'create') {
    if (!isQuarter(command.quarter)) return fail('report-quarter-invalid', { quarter: command.quarter });
    const isThere = [...reports.values()].some(
      ({ quarter, language }) => quarter === command.quarter && language === command.language,
    );
    if (isThere || reports.has(command.id)) return fail('report-exists', { quarter: command.quarter });
    const { quarter, language } = command;
    return write({ quarter, language, status: 'draft', version: 1, createdAt: now, createdBy: by }, 'create');
  }
  if (command.kind === 'correct') return correct(reports, command, write, { now, by });
  const report = reports.get(command.id);
  if (!report) return fail('report-unknown', { id: command.id });
  if (report.status === 'issued') return fail('report-issued', { version: report.version ?? 1 });
  if (command.kind === 'edit') return write(command.edit);
  if (command.kind === 'discard') return write({ deleted: true });
  if ((report.version ?? 1) > 1 && (report.changeNote ?? '').trim() === '') return fail('report-note-missing');
  return write(
    { status: 'issued', issuedAt: now, issuedBy: by, snapshot: command.snapshot, digest: command.digest },
    'issue',
  );
}

function correct(
  reports: ReadonlyMap<string, QualityReport>,
  command: Extract<ReportCommand, { kind: 'correct' }>,
  write: (values: Readonly<Record<string, Plain>>, action: 'create') => Changed,
  { now, by }: ReportDoing,
): Changed {
  const before = reports.get(command.of);
  if (!before) return fail('report-unknown', { id: command.of });
  if (before.status !== 'issued') return fail('report-not-issued');
  const later = [...reports.values()].find(({ correctionOf }) => correctionOf === before.id);
  if (later) return fail('report-corrected', { version: later.version ?? 2 });
  const kept = Object.fromEntries(
    [
      ...sectionIds.flatMap((section) => reportLanguages.map((language) => textField(section, language))),
      ...(['quarter', 'language', 'volumeCurrent', 'volumePrevious', 'volumeLastYear'] as const),
    ].flatMap((field) => (before[field] === null ? [] : [[field, before[field]]])),
  );
  return write(
    {
      ...kept,
      status: 'draft',
      version: (before.version ?? 1) + 1,
      correctionOf: before.id,
      createdAt: now,
      createdBy: by,
    },
    'create',
  );
}
