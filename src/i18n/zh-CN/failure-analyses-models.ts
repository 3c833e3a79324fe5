/** 回归、结案时长、满意度与服务质量量表的失败原因。 */
export const failureAnalysesModels = {
  'regression-one-number': '回归至少要有两列数值，这份数据只有一列。请检查导入时的列类型，或换一种分析。',
  'regression-choose-predictor': '请至少选择一列可能的影响因素。',
  'regression-too-many': '选了 {n} 个自变量，最多 {most} 个。请只保留有业务依据的因素。',
  'regression-same-column': '列“{column}”不能既是因变量又是自变量。请去掉其中一处。',
  'survival-needs-dates': '计算结案时长要有开始和结束两列日期。请检查导入时的列类型，或换一种分析。',
  'survival-choose-dates': '请选择开始时间列和结束时间列。',
  'survival-same-column': '开始和结束不能是同一列。请另选一列。',
  'survival-not-a-date': '列“{column}”不是日期或日期时间。请另选一列。',
  'survival-no-cases': '没有可以计算时长的案件：开始时间缺失、晚于截止日，或结束早于开始。请核对所选的列和截止日。',
  'satisfaction-no-rating': '这份数据没有评分列（0–10、1–5 或 1–7 的整数）。请检查导入时的列类型，或换一种分析。',
  'satisfaction-choose-rating': '请选择评分列。',
  'satisfaction-no-answers': '所选记录的“{column}”列没有 {low}～{high} 的整数评分。请换一列或换一种量表。',
  'reliability-no-items':
    '这份数据没有两列以上同一量表（1–5、1–7 或 0–10 的整数）的题项。请检查导入时的列类型，或换一种分析。',
  'reliability-choose-items': '请至少选择两个题项。',
  'reliability-too-many': '选了 {n} 个题项，最多 {most} 个。请按维度分别计算。',
  'reliability-too-few': '至少需要 {needed} 份完整问卷，现在只有 {n} 份。请放宽筛选条件，或去掉漏答很多的题项。',
  'sample-size-above-population': '现有样本量 {n} 大于总体数量 {population}。请核对这两个数。',
};
