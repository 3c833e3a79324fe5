export const failureDomain = {
  'taxonomy-code-unknown': '分类体系中没有代码 {code}。请刷新后重新选择。',
  'taxonomy-not-a-link': '{code} 不是环节。只有环节（如 G2.2.1）可以这样修改。',
  'taxonomy-name-empty': '中文和英文名称都要填写。',
  'taxonomy-name-taken': '名称“{name}”已用于 {code}。请换一个名称，以免编码时混淆。',
  'taxonomy-definition-empty': '中文和英文定义都要填写。',
  'taxonomy-severity-range': '严重度须为 1 到 5 的整数，现为 {severity}。',
  'taxonomy-keyword-taken': '关键词“{keyword}”已属于 {code}。一个关键词只能指向一个环节。',
  'taxonomy-retired': '{code} 已停用，不能修改。',
  'taxonomy-last-link': '{code} 是最后一个在用的环节，不能停用。',
  'taxonomy-damaged': '这份分类体系无法读取：{path} 处的内容不符合要求。原有分类体系没有改变。',
};
