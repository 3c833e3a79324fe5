import type { Shape } from '../shape';
import type { failureWorkbook as zh } from '../zh-CN/failure-workbook';

export const failureWorkbook = {
  'workbook-damaged':
    'This Excel file is damaged ({part}) and cannot be read. Save or export it again where it came from; nothing already stored has changed.',
  'workbook-encrypted':
    'This is a workbook protected by a password, or an old .xls file. Remove the password in Excel, or save it as .xlsx, and import it again.',
  'workbook-other-kind':
    'This archive holds no Excel sheet (it may be a Word, WPS, ODS or XLSB file). Save it as .xlsx or CSV and import it again.',
  'workbook-too-large':
    'This workbook unpacks to more than {limit} MB, or has too many parts, and was not opened so that this computer keeps responding. Keep only the sheets you need, or export them as CSV.',
  'workbook-doctype':
    'This workbook contains a document type declaration that does not belong there ({part}). It may have been tampered with and was not opened. Ask for the original file.',
  'workbook-without-sheets': 'This workbook has no data sheet at all.',
  'workbook-too-many-columns':
    'Row {row} of the sheet uses column {column}, beyond the limit of {limit} columns. Delete what stands far to the right and import it again.',
  'workbook-too-many-cells':
    'The sheet has more than {limit} million cells (rows times columns) and was not read so that this computer keeps responding. Delete columns you do not need, or split it by year.',
} satisfies Shape<typeof zh>;
