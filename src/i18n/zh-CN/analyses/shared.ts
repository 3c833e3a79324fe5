/** 各项分析共用的词句。 */
export const shared = {
  plain: '{text}',
  inUnit: '{measure}（{unit}）',
  unit: { second: '秒', minute: '分钟', hour: '小时', day: '天' },
  coded: { category: '差距类别', aspect: '差距方面', link: '差距环节', severity: '严重度' },
  uncoded: '未分类',
  blank: '（空白）',
  rows: '记录数',
  yes: '是',
  no: '否',
  none: '无',
};
