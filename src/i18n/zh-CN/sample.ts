export const sample = {
  name: '示例项目：服务质量提升（虚构数据）',
  eventsName: '示例：服务事件台账',
  volumesName: '示例：每月业务量',
  pareto: '示例：投诉集中在哪些环节',
  controlChart: '示例：每月逾期答复率',
  dpmo: '示例：答复逾期的西格玛水平',
  banner: '示例数据，全部为虚构，可以随时删除。',
  opening: '正在生成示例数据',
};
