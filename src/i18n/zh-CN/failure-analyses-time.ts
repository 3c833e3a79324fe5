export const failureAnalysesTime = {
  'point-needs-measure': '每条记录一个点只适用于数值列。请改为数值，或按时期分组。',
  'series-no-column': '这份数据没有日期列，也没有数值列，画不出随时间变化的图。请检查导入时的列类型。',
  'funnel-no-column': '这份数据没有两值的判断列，或没有可以比较的单位列（如网点）。请手工选择列。',
  'funnel-choose-unit': '请选择要比较的单位所在的列，例如网点。',
  'funnel-too-few-units': '只有 {units} 个有数据的单位，至少要 2 个才能比较。',
  'funnel-no-events': '一次都没有发生，无从比较。请换一种判断，或放宽时间范围。',
  'funnel-all-events': '全部记录都算发生，占比都是 100%，无从比较。请检查所选的值。',
  'funnel-choose-target': '请填写目标值，或改为与合并值比较。',
  'funnel-target-outside': '占比的目标必须在 0 与 100% 之间，现在是 {target}%。',
  'xbar-no-column': '这份数据没有数值列，或没有可以分子组的日期列或批次列。请手工选择，或改用 I-MR 图。',
  'xbar-no-spread': '{name}：每个子组都不足 2 个值，算不出组内离散。请用更长的时期分组，或改用 I-MR 图。',
  'weighted-choose-target': '请填写目标值或标准差，或改为从数据估计。',
  'weighted-no-variation':
    '{name}：用来估计 σ 的点完全相同，没有波动，无法判断偏移。请换一段基准期，或手工填写标准差。',
};
