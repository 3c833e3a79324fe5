/** Why a workbook cannot be read. */
export const failureWorkbook = {
  'workbook-damaged':
    '这个 Excel 文件已损坏（{part}），无法读取。请在原电脑上重新保存或重新导出后再试；已有数据没有任何改变。',
  'workbook-encrypted':
    '这个文件是有密码保护的工作簿，或旧版 .xls 格式。请在 Excel 中去掉密码，或另存为 .xlsx 后再导入。',
  'workbook-other-kind':
    '这个压缩文件里没有 Excel 工作表（可能是 Word、WPS、ODS 或 XLSB 文件）。请另存为 .xlsx 或 CSV 后再导入。',
  'workbook-too-large':
    '这个工作簿解压后超过 {limit} MB 或部件过多，为避免电脑失去响应，没有打开。请只保留需要的工作表，或导出为 CSV 后再导入。',
  'workbook-doctype':
    '这个工作簿含有不该出现的文档类型声明（{part}），可能被人改动过，出于安全没有打开。请向提供者索取原始文件。',
  'workbook-without-sheets': '这个工作簿里没有任何数据工作表。',
  'workbook-too-many-columns':
    '工作表第 {row} 行用到了第 {column} 列，超过最多 {limit} 列的限制。请删去右侧多余的内容后再导入。',
  'workbook-too-many-cells':
    '工作表的行数乘以列数超过 {limit} 百万格，为避免电脑失去响应，没有读取。请删去不需要的列，或按年份拆分后再导入。',
};
