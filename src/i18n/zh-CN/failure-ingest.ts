import { failureWorkbook } from './failure-workbook';

export const failureIngest = {
  ...failureWorkbook,
  'empty-file': '文件是空的（0 字节）。请重新导出后再试。',
  'file-too-large': '文件超过 {limit} GB，浏览器无法一次读入。请按月份或机构拆分后分别导入。',
  'no-rows': '文件里没有任何内容，只有空行或空白。请重新导出后再试。',
  'no-data-rows': '没有可导入的数据行。请检查表头行的位置，或换一个文件。',
  'no-columns': '没有选择任何列。请至少选择一列导入。',
  'old-excel-or-protected':
    '这个文件要么是旧版 Excel（.xls），要么是设了打开密码的工作簿，两者都无法直接读取。请在 Excel 中打开它，取消密码，另存为 .xlsx 或 CSV 后再导入。',
  'not-a-table': '这个文件的内容是{kind}，不是数据表。请在原来的程序中另存为 .xlsx 或 CSV 后再导入。',
  'binary-file': '这个文件不是文本表格，也不是 Excel 工作簿，无法读取。请确认选对了文件。',
  'header-row-missing': '第 {row} 行是空行或不存在，不能作为表头。请选择另一行。',
  'sheet-unknown': '工作簿中没有名为“{sheet}”的工作表。请重新选择。',
  'quote-not-closed':
    '第 {row} 行有一个引号没有配对：{text}…… 后面的内容无法判断如何分行，因此没有导入任何数据。请在该行补上或删去引号后再试。',
  'cell-too-long': '第 {row} 行有一个单元格超过 {limit} MB：{text}…… 多半是引号或分隔符有误。请检查该行。',
  'too-many-columns': '第 {row} 行超过 {limit} 列，无法作为数据表读取。请检查分隔符，或删去不需要的列。',
  'too-many-quote-errors':
    '到第 {row} 行为止，引号错误已超过 {limit} 处，读取已停止：{text}…… 请检查文件的分隔符和引号。',
  fileKind: {
    image: '图片',
    pdf: 'PDF 文档',
    word: 'Word 文档',
    slides: '演示文稿',
    openDocument: 'OpenDocument 文档（.ods 等）',
    binaryWorkbook: '二进制 Excel 工作簿（.xlsb）',
    archive: '压缩包',
    executable: '程序',
    database: '数据库文件',
    media: '音频或视频',
    richText: 'RTF 文档',
    parquet: 'Parquet 数据文件',
    webPage: '网页（有些系统导出的 .xls 其实是网页）',
    mailArchive: '网页存档或邮件',
    xml: 'XML 文档',
    json: 'JSON 数据',
  },
};
