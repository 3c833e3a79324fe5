export const sample = {
  name: '示例项目：服务质量提升（虚构数据）',
  eventsName: '示例：服务事件台账',
  volumesName: '示例：每月业务量',
  pareto: '示例：投诉集中在哪些环节',
  rate: '示例：每月投诉率（件/万次来电）',
  late: '示例：每月未按时办结的比例',
  phaseName: '导航改版后',
  phaseReason: '语音导航改版并推出预约回呼，2025 年 1 月上线',
  dpmo: '示例：答复逾期的西格玛水平',
};
