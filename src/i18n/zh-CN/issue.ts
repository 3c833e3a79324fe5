import { issueValues } from './issue-values';
import { issueWorkbook } from './issue-workbook';

export const issue = {
  ...issueValues,
  ...issueWorkbook,
  encodingUncertain: '文件没有注明编码，按内容推断为 {encoding}，但把握不大。请在预览中核对文字，不对就换一种编码。',
  mixedEncodings:
    '从第 {row} 行起，有 {n} 行不是 {encoding} 编码，可能是两份不同编码的文件接在了一起。这些单元格已按 {other} 读取，请核对文字；行没有丢失。',
  undecodableBytes:
    '第 {row} 行第 {column} 列含有无法按 {encoding} 解码的内容，已用“�”代替。请核对，或换一种编码重新读取。',
  nulRemoved: '文件中有 {n} 个空字节，已去掉。',
  separatorHint: '第 1 行是 Excel 的分隔符说明（sep=），不是数据，已跳过。',
  titleRows: '表头上方有 {n} 行标题或分组行（第 {rows} 行），不作为数据。',
  unitsRow: '第 {row} 行只写了单位，不作为数据。',
  blankRows: '有 {n} 个空行（第 {rows} 行等），已跳过。',
  headerLooksLikeData:
    '第 {row} 行看起来是数据而不是表头，已按没有表头处理，列名自动生成。如果它确实是表头，请把表头行设为 {row}。',
  headerDoubtful: '第 {row} 行被当作表头，但其中有像数据的内容。如果文件没有表头，请把表头行设为“无”。',
  emptyHeader: '第 {column} 列没有列名，暂名为“{name}”，数据已保留。',
  duplicateHeader: '列名“{header}”重复，第 {column} 列改名为“{name}”。',
  shortRow: '第 {row} 行只有 {cells} 个单元格，缺少的按空白补齐。',
  extraCells: '第 {row} 行比表头多出 {n} 个单元格（{text}），多出的内容没有导入。请检查该行是否多了分隔符。',
  textAfterQuote: '第 {row} 行第 {column} 列的引号后面还有文字，已连同文字一起保留。请核对该单元格。',
  totalRows: '有 {n} 行是合计或小计（第 {rows} 行），默认不计入，以免重复计算。',
  noteRows: '表格末尾有 {n} 行说明文字（第 {rows} 行），默认不计入。',
  totalColumn: '“{name}”列看起来是其他列的合计，默认不导入，以免重复计算。',
  crossTable:
    '这是一张交叉表：{n} 个列名是时间段（{names}）。建议转成“{period}”和“{value}”两列，每个单元格一行，合计不计入；不转换时，不要把这些列与合计相加。',
  unpivoted: '交叉表已转成“{period}”和“{value}”两列：{rows} 行×{columns} 列＝{filled} 行。',
  unpivotedWithGaps:
    '交叉表已转成“{period}”和“{value}”两列：{rows} 行×{columns} 列＝{cells} 个单元格，其中 {empty} 个空白，得到 {filled} 行；空白不当作 0。',
  noDataRows: '只有表头，没有数据行。请检查文件，或重新指定表头行。',
  otherSheets: '已读取工作表“{sheet}”；另有 {n} 个工作表没有读取：{names}。',
  looksPersonal: '“{name}”列看起来是个人信息（{kind}），导入时会遮蔽；如不需要，请不要导入这一列。',
  ledgerWordUnknown: '“{field}”中的“{text}”没有对应，此行按空白导入。',
  ledgerCodeUnknown: '“{text}”不是在用的服务环节，也没有对应，此行作为未编码事件导入。',
  ledgerOutletUnknown: '机构“{outlet}”不在已知机构中，请核对名称。',
  ledgerReopened: '原状态为重开：缺少重开前的经过，按受理导入，重新走流程。',
  ledgerStatusHeld: '原状态为“{status}”，但只能导入到“{reached}”：{why}',
  moreInRows: '同类问题另有 {n} 处，在第 {rows} 行。',
  moreOfTheSame: '同类问题另有 {n} 处，未逐一列出。',
};
