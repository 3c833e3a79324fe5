export const failureAnalysesCapability = {
  'capability-no-variation':
    '选中的 {n} 个数值完全相同（或只有一个），没有波动，无法评价过程能力。请检查列或放宽筛选条件。',
};
