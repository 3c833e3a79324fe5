import type { Shape } from '../shape';
import type { issueWorkbook as zh } from '../zh-CN/issue-workbook';

export const issueWorkbook = {
  sheetBlankRows: '{n} blank {n|row|rows} in the sheet {n|was|were} skipped.',
  longNumbersRounded:
    '{n} {n|cell holds a code|cells hold codes} of more than 15 digits as a number (the first is in row {row}). Excel kept only the first 15 digits and put zeros for the rest. Format the column as text and export it again.',
} satisfies Shape<typeof zh>;
