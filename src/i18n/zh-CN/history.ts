/** What undo and redo say they will take back or do again. */
export const history = {
  import: '导入“{name}”',
  saveAnalysis: '保存分析“{name}”',
  rename: '重命名为“{name}”',
  delete: '删除“{name}”',
  codeRow: '编码一行',
  contributing: '修改次要环节',
  codingColumn: '选择编码列',
  mapValues: '对应来源类别',
  taxonomy: '修改分类（版本 {version}）',
  crosswalk: '保存新旧版本对照',
  migrate: '换到分类版本 {version}',
  setting: '设置',
  sample: '打开示例项目',
};
