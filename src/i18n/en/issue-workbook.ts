import type { Shape } from '../shape';
import type { issueWorkbook as zh } from '../zh-CN/issue-workbook';

export const issueWorkbook = {
  sheetBlankRows: '{n} blank {n|row|rows} in the sheet {n|was|were} skipped.',
  formulaWithoutValue:
    '{n} {n|formula has|formulas have} no stored result (the first is in row {row}) and {n|counts|count} as blank. Open the file in Excel, save it and import it again.',
  cellErrors:
    '{n} {n|cell holds an error value|cells hold error values} (for example {value}; the first is in row {row}) and {n|counts|count} as blank.',
  longNumbersRounded:
    '{n} {n|cell holds a code|cells hold codes} of more than 15 digits as a number (the first is in row {row}). Excel kept only the first 15 digits and put zeros for the rest. Format the column as text and export it again.',
} satisfies Shape<typeof zh>;
