export const failureApp = {
  cancelled: '已取消。',
  'worker-crashed': '计算过程意外中止（{message}）。已保存的内容没有变化，请重试。',
  'no-file-in-hand': '文件已不在内存中，请重新选择文件。',
  'file-unreadable': '浏览器读不到这个文件：它可能已被移动、改名或正被其他程序占用。请重新选择。',
  'name-missing': '请填写名称。',
  'column-unknown': '数据集中没有这一列，它可能来自另一份数据。请重新选择列。',
};
