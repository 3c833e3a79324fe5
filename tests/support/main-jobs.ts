import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';

/** A file, what a person decides about it, and what must come out; the truths are counted without the product. */
export interface MainJob {
  readonly path: string;
  readonly encoding: string;
  readonly headerRow: number;
  readonly rows: number;
  /** Kind of personal data → how often it is masked. */
  readonly masked: Readonly<Record<string, number>>;
  readonly codeColumn: string;
  /** Source category → link; what is absent stays uncoded. */
  readonly links: Readonly<Record<string, string>>;
  /** Source category → rows. */
  readonly categories: Readonly<Record<string, number>>;
  readonly late: {
    readonly column: string;
    readonly value: 'yes' | 'no';
    readonly dateColumn: string;
    /** Month → late rows and all rows. */
    readonly months: Readonly<Record<string, { readonly late: number; readonly n: number }>>;
  };
  /** Texts of the file that must not be found anywhere in the browser's databases. */
  readonly secrets: readonly string[];
}

const coreFolder = resolve('tests/fixtures/core-export');

interface CoreTruth {
  readonly encoding: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly categories: Readonly<Record<string, number>>;
  readonly links: Readonly<Record<string, string>>;
  readonly personal: Readonly<Record<string, number>>;
  readonly late: { readonly byMonth: readonly { readonly month: string; readonly n: number; readonly late: number }[] };
}

/** The committed export in the shape of a core system's. */
export function coreExportJob(): MainJob {
  const path = join(coreFolder, 'core-export.csv');
  const truth = JSON.parse(readFileSync(join(coreFolder, 'core-export.truth.json'), 'utf8')) as CoreTruth;
  return {
    path,
    encoding: truth.encoding,
    headerRow: truth.headerRow,
    rows: truth.rows,
    masked: truth.personal,
    codeColumn: '投诉类别',
    links: truth.links,
    categories: truth.categories,
    late: {
      column: '是否逾期',
      value: 'yes',
      dateColumn: '受理日期',
      months: Object.fromEntries(truth.late.byMonth.map(({ month, n, late }) => [month, { n, late }])),
    },
    secrets: personalNumbers(new TextDecoder('gb18030').decode(readFileSync(path))),
  };
}

/** Cards, identity cards and mobiles as written, with and without their separators, and what stands before an @. */
function personalNumbers(text: string): readonly string[] {
  const numbers = text.match(/(?<![\d.])\d(?:[ -]?\d){10,17}[\dX]?(?!\d)/gu) ?? [];
  const plain = numbers.map((number) => number.replace(/[ -]/g, ''));
  const addresses = text.match(/[\w.]+@[\w.]+/gu) ?? [];
  return [...new Set([...numbers, ...plain, ...addresses])].filter((item) => item.length >= 11);
}

const cfpbFile = 'cfpb_complaints_2013_and_2016-01.csv';

/** The eighteen most frequent issues: together 81.1 % of the rows; fifty-two rarer ones stay uncoded. */
const cfpbLinks: Readonly<Record<string, string>> = {
  'Loan modification,collection,foreclosure': 'G2.3.4',
  'Incorrect information on credit report': 'G3.3.5',
  'Loan servicing, payments, escrow account': 'G2.3.4',
  "Cont'd attempts collect debt not owed": 'G3.5.4',
  'Account opening, closing, or management': 'G2.3.1',
  'Deposits and withdrawals': 'G3.3.4',
  'Disclosure verification of debt': 'G3.5.4',
  'Communication tactics': 'G3.5.4',
  "Credit reporting company's investigation": 'G3.8.3',
  'Managing the loan or lease': 'G2.3.4',
  Other: 'G3.8.1',
  'Application, originator, mortgage broker': 'G2.2.2',
  'Problems caused by my funds being low': 'G2.3.5',
  'Billing disputes': 'G2.3.6',
  'Unable to get credit report/credit score': 'G3.8.1',
  'Settlement process and costs': 'G4.2.3',
  'False statements or representation': 'G4.2.1',
  'Using a debit or ATM card': 'G3.3.1',
};

/** The real complaint file, if the folder of real files is at hand. */
export function cfpbJob(): MainJob | null {
  const path = join(process.env['REAL_DATA'] ?? '', cfpbFile);
  if (!process.env['REAL_DATA'] || !existsSync(path)) return null;
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const months: Record<string, { late: number; n: number }> = {};
  const categories: Record<string, number> = {};
  for (const row of data) {
    const [month, , year] = row['Date received'].split('/');
    const at = (months[`${year}-${month.padStart(2, '0')}`] ??= { late: 0, n: 0 });
    at.n++;
    if (row['Timely response?'] === 'No') at.late++;
    categories[row['Issue']] = (categories[row['Issue']] ?? 0) + 1;
  }
  return {
    path,
    encoding: 'utf-8',
    headerRow: 1,
    rows: data.length,
    masked: {},
    codeColumn: 'Issue',
    links: cfpbLinks,
    categories,
    late: { column: 'Timely response?', value: 'no', dateColumn: 'Date received', months },
    secrets: [],
  };
}

/** Rows per code of one level (1 = category, 2 = aspect, 3 = link), below a code; the empty code counts the uncoded. */
export function countCodes(job: MainJob, level: 1 | 2 | 3, below = ''): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [value, rows] of Object.entries(job.categories)) {
    const link = Object.hasOwn(job.links, value) ? job.links[value] : '';
    if (below !== '' && link !== below && !link.startsWith(`${below}.`)) continue;
    const code = link.split('.').slice(0, level).join('.');
    counts[code] = (counts[code] ?? 0) + rows;
  }
  return counts;
}
