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
};
