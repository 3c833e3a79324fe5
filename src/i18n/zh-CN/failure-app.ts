export const failureApp = {
  cancelled: '已取消。',
  'language-not-loaded': '这种语言的文字没有读到，界面保持原来的语言。请检查网络后再切换一次，或刷新页面。',
  'worker-crashed': '计算过程意外中止（{message}）。已保存的内容没有变化，请重试。',
  'no-file-in-hand': '文件已不在内存中，请重新选择文件。',
  'import-overtaken':
    '另一个标签页刚刚存入了这份文件的 {n} 行，这里没有再存一遍。请查看下方的重复提示，选择只存新的行或全部存入。',
  'file-unreadable': '浏览器读不到这个文件：它可能已被移动、改名或正被其他程序占用。请重新选择。',
  'copy-not-written':
    '没有写成副本文件“{file}”（{reason}）：它可能被移动、被其他程序占用，或磁盘已满。原来的副本没有变化；请换一个文件，或先存一份备份。',
  'not-read-back':
    '没有保存：写入后抽查，列“{column}”读出的内容与写入的不一致，硬盘可能有故障。请先存备份，检查硬盘后再导入。',
  'act-not-read-back': '刚才的修改写入后再读，内容不一致，硬盘或浏览器可能有故障。请先存备份，再重新打开浏览器核对。',
  'name-missing': '请填写名称。',
  'column-unknown': '数据集中没有这一列，它可能来自另一份数据。请重新选择列。',
  'gate-name-missing': '请填写评审人姓名。',
  'gate-not-met': '还有未满足的条件，不能直接通过：补齐后再评审，或选择有条件通过并写明理由。',
  'gate-reason-missing': '有条件通过必须写明理由。',
  'gate-comment-missing': '退回时请写明需要补充什么。',
  'project-unknown': '没有这个项目，它可能已被删除。',
  'ends-not-joined': '这两项之间不能建立关联：请按“环节、步骤、原因、行动、阶段、效果”相邻的方向选择。',
};
