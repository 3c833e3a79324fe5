/** What was seen while reading a sheet. `{n}` is how many rows or cells. */
export const issueWorkbook = {
  sheetBlankRows: '工作表中有 {n} 个空行，已跳过。',
  longNumbersRounded:
    '{n} 个单元格把超过 15 位的号码存成了数字（第一个在第 {row} 行），Excel 只保留前 15 位，其余已变成 0。请把该列设为文本格式后重新导出。',
};
