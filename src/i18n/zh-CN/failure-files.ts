/** Why a workbench file could not be written, read or merged. */
export const failureFiles = {
  'bundle-unknown': '这不是本系统的工作台文件（.dmaic）。数据表请到“数据”页面导入。',
  'bundle-damaged': '文件不完整或被改动过（{part}），校验不一致，没有采用其中任何内容。请重新传送，或请对方重新导出。',
  'bundle-newer': '这个文件由更新的版本写出（格式 {version}）。请先更新本系统，再打开它。',
  'bundle-too-large': '文件超过 {limit} MB，本系统不打开这么大的文件。请缩小导出范围，或分几次导出。',
  'bundle-content': '文件内容不符合格式，位置：{path}。没有采用其中任何内容，请对方用本系统重新导出。',
  'bundle-passphrase-needed': '这个文件用口令加了密，请输入口令。',
  'bundle-passphrase-wrong': '口令不对，或文件头被改动过。口令区分大小写和空格。',
  'bundle-clock':
    '“{from}”的电脑时钟严重错误（早于 2020 年，或超前一年以上），其中的修改时间不可信，整份文件没有采用。请对方校正时钟后重新导出。',
  'crypto-unavailable': '浏览器在当前地址不提供加密功能。请通过 https 或本机打开本系统，或不设口令。',
  'merge-outdated': '预览之后又保存了新的内容。请重新预览再合并。',
  'merge-unknown': '没有可以撤销的合并：它已经撤销过，或时间太久不再保留。',
};
