export const failureAnalysesCapability = {
  'capability-one-value':
    '只有 1 个数值，算不出标准差，也就无法评价过程能力。至少要 2 个数值，30 个以上才可靠；请放宽筛选条件或补充数据。',
  'capability-no-variation': '选中的 {n} 个数值完全相同，没有波动，无法评价过程能力。请检查列或放宽筛选条件。',
  'agreement-no-raters': '没有找到两列内容相近的评定结果。一致性分析需要每位评定人一列、每件个案一行。',
  'agreement-choose-raters': '请至少选择 {needed} 位评定人的列。',
  'agreement-too-many-raters': '选了 {raters} 位评定人，最多 {most} 位。',
  'agreement-no-cases': '所有人都评定过的个案只有 {complete} 件（{incomplete} 件有人没有评定），至少需要 2 件。',
  'agreement-too-many-cases': '有 {cases} 件个案，最多 {most} 件。请用筛选条件取一批测试个案。',
  'agreement-too-many-categories': '出现了 {categories} 种不同的结果，最多 {most} 种；这些列像自由文字而不像归类。',
  'agreement-not-grades': '“有序等级”要求评定结果都是数字。请改选“类别”，或先把等级换成数字。',
  'gage-no-columns': '没有找到被测对象和测量人两列。测量系统分析需要：每行一次测量，注明对象、测量人和测得值。',
  'gage-choose-columns': '请选择两个不同的列：一列是被测对象，一列是测量人。',
  'gage-too-many-cells':
    '有 {parts} 个对象、{operators} 名测量人，组合太多，不像一次测量系统试验。请检查所选的列或加筛选条件。',
};
