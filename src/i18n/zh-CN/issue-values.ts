/** How cells were read, or why they were not. `{column}` is the header, `{value}` the first such cell, `{n}` how many. */
export const issueValues = {
  ratingWord:
    '“{column}”列有 {n} 个满意度用语（例如“{value}”），已按非常满意＝5、满意＝4、一般＝3、不满意＝2、非常不满意＝1 读成分数；如要保留原词，请把该列的类型改为“类别”。',
  ratingExpected: '“{column}”列有 {n} 个单元格不在五级满意度之内（例如“{value}”），已按空值处理。',
  numberExpected: '“{column}”列有 {n} 个单元格不是数字（例如“{value}”），已按空值处理。',
  personalNumber:
    '“{column}”列按数值导入，其中 {n} 个单元格是个人号码（例如“{value}”），没有保存，按空值处理。整列都是号码时，请把该列改为“编号”；若是金额，请在列名中写明，例如“金额”。',
  numberBeyondExact:
    '“{column}”列有 {n} 个整数大于 9007199254740991（例如“{value}”），超出精确表示的范围，末位可能有出入。若是编号或卡号，请把该列改为“编号”。',
  digitsLost:
    '“{column}”列有 {n} 个数以科学计数法保存（例如“{value}”），末尾的数字在导出前就已丢失。若是卡号或编号，请在原系统中按文本格式重新导出。',
  dateExpected: '“{column}”列有 {n} 个单元格不是日期（例如“{value}”），已按空值处理。',
  dateImpossible:
    '“{column}”列有 {n} 个日期不存在或与所选的日月顺序不符（例如“{value}”），已按空值处理，没有推算成别的日期。',
  dateOrderUnknown:
    '“{column}”列有 {n} 个日期分不清是先日后月还是先月后日（例如“{value}”），请选择顺序；选定之前按空值处理。',
  excelSerial: '“{column}”列有 {n} 个单元格是 Excel 日期序号（例如“{value}”），已换算成日期。',
  zoneIgnored: '“{column}”列有 {n} 个时间带有时区（例如“{value}”），已按所写的钟点读取，没有换算时区。',
  monthExpected: '“{column}”列有 {n} 个单元格不是带年份的月份（例如“{value}”），已按空值处理。',
  timeExpected: '“{column}”列有 {n} 个单元格不是一天中的时刻（例如“{value}”），已按空值处理。',
  timeImpossible: '“{column}”列有 {n} 个时刻不存在（例如“{value}”），已按空值处理。',
  durationExpected: '“{column}”列有 {n} 个单元格不是时长（例如“{value}”），已按空值处理。',
  clockStyleUnknown:
    '“{column}”列有 {n} 个时长分不清是“分：秒”还是“时：分”（例如“{value}”），请选择读法；选定之前按空值处理。',
  durationUnitUnknown: '“{column}”列有 {n} 个时长没有单位（例如“{value}”），请选择单位；选定之前按空值处理。',
  negativeDuration: '“{column}”列有 {n} 个时长为负数（例如“{value}”），已照原样保留，请核对起止时间是否颠倒。',
  yesNoExpected: '“{column}”列有 {n} 个单元格不是“是”或“否”（例如“{value}”），已按空值处理。',
  formulaWithoutValue:
    '“{column}”列有 {n} 个公式没有保存计算结果，已按空值处理。请用 Excel 打开文件并保存，再重新导入。',
  errorValue: '“{column}”列有 {n} 个单元格是错误值（例如“{value}”），已按空值处理。',
};
