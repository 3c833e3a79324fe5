export const failureAnalysesTime = {
  'point-needs-measure': '每条记录一个点只适用于数值列。请改为数值，或按时期分组。',
  'series-no-column': '这份数据没有日期列，也没有数值列，画不出随时间变化的图。请检查导入时的列类型。',
};
