/** 各项分析共用的词句。 */
export const shared = {
  plain: '{text}',
  coded: { category: '差距类别', aspect: '差距方面', link: '差距环节', severity: '严重度' },
  uncoded: '未分类',
  blank: '（空白）',
  rows: '记录数',
  none: '无',
};
