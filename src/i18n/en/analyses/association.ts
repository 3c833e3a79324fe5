import type { Shape } from '../../shape';
import type { association as zh } from '../../zh-CN/analyses/association';

export const association = {
  name: 'Association (heat map)',
  purpose:
    'Counts two columns against each other: are they associated, and which combinations are clearly more or less frequent, for instance outlet × gap category or link × quarter?',
  field: {
    rowColumn: 'Rows',
    across: 'Columns come from',
    columnColumn: 'Columns',
    show: 'Cells show',
    most: 'Most rows and columns shown',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    rowColumn: 'For instance gap category, the bank’s own category.',
    across: 'The values of a column, or periods.',
    columnColumn: 'For instance outlet, channel, business type.',
    show: 'Residuals show directly what is more or less frequent; shares compare groups of unlike size.',
    most: 'Smaller values beyond it are joined as “Other”.',
    dateColumn: 'Needed only for a period, or for columns by time.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one channel only.',
  },
  choice: {
    across: { column: 'A column', month: 'Month', quarter: 'Quarter', year: 'Year' },
    show: {
      counts: 'Counts',
      rowShare: 'Share of the row',
      columnShare: 'Share of the column',
      residuals: 'Standardised residuals',
    },
  },
  word: { other: 'Other', associated: 'Associated', independent: 'No association found' },
  strength: { negligible: 'negligible', weak: 'weak', medium: 'medium', strong: 'strong' },
  against: { above: 'clearly more', below: 'clearly fewer', within: 'within chance' },
  tooltip:
    '{row} × {column}\n{count} (without association {expected})\n{rowShare} of the row, {columnShare} of the column\nresidual {residual} (adjusted p {p})',
  summary:
    'Heat map of {rowName} × {columnName}: {rows} rows, {columns} columns, {n} {n|cell|cells} clearly more or less frequent.',
  table: {
    caption: '{rowName} × {columnName}: {n} records, most unexpected cells first',
    count: 'Count',
    expected: 'Expected',
    rowShare: 'Share of the row',
    columnShare: 'Share of the column',
    residual: 'Standardised residual',
    adjustedP: 'Adjusted p',
    verdict: 'Verdict',
  },
  headline: {
    result: 'Result',
    p: 'p {p}',
    strength: 'Cramér’s V',
    strengthNote: 'association: {word}',
    strengthOpen: 'no larger than chance makes it',
    cells: 'Cells that stand out',
    cellsNote: 'of {n}, corrected by Holm',
    n: 'Records',
  },
  finding: {
    associated: '“{rowName}” and “{columnName}” are associated (p {p}); strength: {word} (Cramér’s V = {v}).',
    independent: 'No association of “{rowName}” and “{columnName}” was found (p {p}, Cramér’s V = {v}).',
    above:
      '“{row}” is clearly more frequent in {column}: {count}, where {expected} would be expected without association; {share} of that column.',
    below:
      '“{row}” is clearly less frequent in {column}: {count}, where {expected} would be expected without association; {share} of that column.',
    more: '{n} more {n|cell stands|cells stand} out: see the table.',
    noCell: 'There is an association, but no single cell stands out: the differences are spread.',
    cause: 'More frequent means another mix, not worse work: compare rates per volume and check the cause on site.',
    notIndependent: 'No association found is not independence: with few records a real one escapes.',
  },
  check: {
    amount: {
      good: 'Enough records: {n}.',
      caution: 'Only {n} records: only large differences show.',
      bad: 'Only {n} records: too few.',
    },
    expected: {
      good: 'Every cell expects at least 5 (smallest {expected}).',
      caution: '{share} of the cells expect fewer than 5 (smallest {expected}): p is slightly off.',
      bad: '{share} of the cells expect fewer than 5 (smallest {expected}): χ² cannot be trusted. Show fewer rows and columns, or widen the scope.',
      exact: 'Fewer than 5 are expected somewhere (smallest {expected}), so Fisher’s exact test is used.',
    },
    blank:
      '{n} {n|record lacks|records lack} one of the two values ({share}) and {n|is|are} left out; make sure that this does not depend on the category.',
    joined: '{n} small values are tested together as “Other”.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} outside the chosen period.',
    volume: 'This compares the mix, not rates: a group with many records need not have a high rate.',
    independence: 'The test takes records as independent; one customer who complains often exaggerates.',
  },
  how: {
    expected:
      'Expected = row total × column total ÷ all, such as {row} × {column}: {rowTotal} × {columnTotal} ÷ {n} = {expected}.',
    chiSquare:
      'χ² = Σ(count − expected)² ÷ expected = {chi} with ({rows} − 1)({columns} − 1) = {df} degrees of freedom, p {p}.',
    fisher: 'In a 2×2 table with fewer than 5 expected, p is that of Fisher’s exact test.',
    cramerV:
      'Cramér’s V = √(χ² ÷ (n(k − 1))) = √({chi} ÷ ({n} × ({k} − 1))) = {v}; 0 is no association, 1 a complete one.',
    residual:
      'Standardised residual = (count − expected) ÷ its standard error, such as ({count} − {expected}) giving {residual}; the p-values of {cells} cells are corrected by Holm, and only below 0.05 a cell is called clear.',
  },
} satisfies Shape<typeof zh>;
