/** 描述统计、均值与比率比较、前后对比、关联分析的失败原因。 */
export const failureAnalysesTests = {
  'measure-no-column': '这份数据没有可以分析的数值列。请检查导入时的列类型，或换一种分析。',
  'measure-not-numbers': '列“{column}”不是数值或时长。请选一个数值列。',
  'measure-no-values': '所选记录的“{column}”列没有数值。请换一列，或放宽筛选条件。',
  'groups-too-many': '这样会有 {groups} 个组，最多 {most} 个。请换一列分组，或加上筛选条件。',
  'compare-no-groups': '这份数据没有可以分组的列，也没有第二个数值列。请换一种分析，或补充分组信息。',
  'compare-choose-columns': '请选择要比较的两列。',
  'compare-same-column': '两次选的是同一列。请选两个不同的数值列。',
  'compare-too-few-groups': '只有 {groups} 个组有两个以上的数值，至少要有 2 个这样的组。请换一列分组，或放宽筛选条件。',
  'proportions-no-column': '这份数据没有可以判断结果的两值列（如“是否按时”）。请选择判断的列和计数的值，或换一种分析。',
  'proportions-choose-periods': '请选择要比较的前后两个时期。',
  'proportions-too-few-groups': '只有 {groups} 个组有分母，至少要有 2 个。请换一列分组，或检查分母。',
  'proportions-count-invalid': '“{label}”的计数是 {count}，不是不小于 0 的整数。请检查次数列和分母列。',
  'proportions-exceed-size':
    '“{label}”的次数 {events} 大于分母 {size}。请检查分母；若一个单位可以发生多次，请改用“发生率”。',
  'association-no-columns': '这份数据没有两列可以交叉的类别。请先完成分类，或检查导入时的列类型。',
  'association-choose-columns': '请选择交叉的行和列。',
  'association-same-column': '行和列选的是同一列。请选两个不同的列。',
  'association-too-small': '交叉后只有 {rows} 行 {columns} 列，至少要有两行两列。请换一列，或放宽筛选条件。',
};
