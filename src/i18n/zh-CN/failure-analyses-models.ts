/** 回归、结案时长、满意度与服务质量量表的失败原因。 */
export const failureAnalysesModels = {
  'regression-one-number': '回归至少要有两列数值，这份数据只有一列。请检查导入时的列类型，或换一种分析。',
  'regression-choose-predictor': '请至少选择一列可能的影响因素。',
  'regression-too-many': '选了 {n} 个自变量，最多 {most} 个。请只保留有业务依据的因素。',
  'regression-same-column': '列“{column}”不能既是因变量又是自变量。请去掉其中一处。',
};
