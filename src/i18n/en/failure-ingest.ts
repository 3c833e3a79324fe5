import { failureWorkbook } from './failure-workbook';
import type { Shape } from '../shape';
import type { failureIngest as zh } from '../zh-CN/failure-ingest';

export const failureIngest = {
  ...failureWorkbook,
  'empty-file': 'The file is empty (0 bytes). Export it again and retry.',
  'file-too-large':
    'The file is larger than {limit} GB, more than a browser can read at once. Split it by month or branch and import the parts.',
  'no-rows': 'The file holds nothing but blank lines. Export it again and retry.',
  'no-data-rows': 'There is no row of data to import. Check which row is the header, or choose another file.',
  'no-columns': 'No column is chosen. Choose at least one column to import.',
  'old-excel-or-protected':
    'This file is either an old Excel workbook (.xls) or a workbook protected by a password; neither can be read here. Open it in Excel, remove the password, save it as .xlsx or CSV, and import that.',
  'not-a-table':
    'This file is {kind}, not a table of data. Save it as .xlsx or CSV in the program it comes from, and import that.',
  'binary-file':
    'This file is neither a text table nor an Excel workbook and cannot be read. Check that it is the right file.',
  'header-row-missing': 'Row {row} is blank or does not exist and cannot be the header. Choose another row.',
  'sheet-unknown': 'The workbook has no sheet called “{sheet}”. Choose another one.',
  'quote-not-closed':
    'Row {row} opens a quotation mark that is never closed: {text}… Nothing was imported, because the rows after it cannot be told apart. Close or remove the mark in that row and retry.',
  'cell-too-long':
    'Row {row} has a cell of more than {limit} MB: {text}… A quotation mark or a separator is probably wrong. Check that row.',
  'too-many-columns':
    'Row {row} has more than {limit} columns, too many for a table. Check the separator, or remove columns that are not needed.',
  'too-many-quote-errors':
    'Reading stopped at row {row} after more than {limit} misplaced quotation marks: {text}… Check the separator and the quotation marks of the file.',
  fileKind: {
    image: 'an image',
    pdf: 'a PDF document',
    word: 'a Word document',
    slides: 'a presentation',
    openDocument: 'an OpenDocument file (such as .ods)',
    binaryWorkbook: 'a binary Excel workbook (.xlsb)',
    archive: 'a compressed archive',
    executable: 'a program',
    database: 'a database file',
    media: 'audio or video',
    richText: 'an RTF document',
    parquet: 'a Parquet data file',
    webPage: 'a web page (some systems export web pages named .xls)',
    mailArchive: 'a web archive or e-mail',
    xml: 'an XML document',
    json: 'JSON data',
  },
} satisfies Shape<typeof zh>;
