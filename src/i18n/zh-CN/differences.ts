/** Where the numbers differ from those of other programs, and why. */
export const differences = {
  title: '我们的数字在哪里与 Minitab、JASP、qcc 和 NHS 工具不同，为什么',
  lead: '同一份数据在不同软件里可能得到略有不同的数字，多数是约定不同，少数是其中一方的错误。下面逐项说明，并写明怎样切换到另一种约定。',
  column: { ours: '本工作台', others: '其他工具', change: '怎样切换' },
  /** 在哪个表单里改什么。 */
  option: '{tool}的设置：{field}。',
  choice: '{tool}的设置：{field} → {choice}。',
  row: {
    constants: {
      topic: '控制图常数',
      ours: 'd2、d3、c4 直接计算，例如 d2(2)=1.128379。',
      others: '多数工具查三位小数的表（1.128、3.267、2.66），控制限相差约 0.03%～0.05%。',
      change: '无需切换，差异在最后一位。',
    },
    screening: {
      topic: '单值图的移动极差筛选',
      ours: '不筛选：σ＝平均移动极差÷d2。稳定的 24 个点里误报约 6%，筛选后约 10%。',
      others: 'PowerBI-SPC 与 NHS 的 R 程序默认剔除过大的移动极差一次；Minitab、JASP、qcc 默认不剔除。',
    },
    medianRange: {
      topic: '移动极差的中位数',
      ours: '除以 0.9539（中位数的常数）。',
      others: 'PowerBI-SPC 用平均数的常数 1.128 去除中位数，控制限窄了约 15%。',
      change: '不提供切换：另一种算法是错误的。',
    },
    gaps: {
      topic: '缺失点和剔除点',
      ours: '移动极差在缺失点和剔除点处断开。',
      others: 'qicharts2 先去掉剔除点再算，极差会跨过空缺。',
      change: '不提供切换：跨过空缺的极差混入了别的时间间隔。',
    },
    pChart: {
      topic: 'p 图的平均',
      ours: '合计不合格数÷合计件数，逐点控制限，限制在 0～1 之间。',
      others: 'JASP 在各组大小接近时改用各组比例的简单平均，下限可能为负。',
      change: '不提供切换：负的比例没有意义。',
    },
    laney: {
      topic: '过度离散（Laney p′、u′）',
      ours: '每个点按自己的样本量标准化，不筛选，σz 直接写出；诊断提示时才建议使用。',
      others: 'JASP 对所有点用第一组的样本量，样本量变化大时 σz 可能差一倍。',
    },
    rare: {
      topic: '罕见事件（g 图、t 图）',
      ours: '按几何分布、指数分布或威布尔分布的百分位数取控制限，中心线为中位数。',
      others: 'qicharts2 与 NHS 用平均数加减 3σ（g）和 1/3.6 次幂变换（t）；g 图的误报约为名义值的 13 倍。',
    },
    rules: {
      topic: '判异规则',
      ours: '默认只用超限和连续 8 点同侧。57 个环节各看 24 个月，预计约 8 张图误报；用 AIAG 全套约 19 张。',
      others: 'Minitab 默认只用第一条；AIAG 与 NHS 用 7 点；尼尔逊用 9 点。',
    },
    trend: {
      topic: '趋势与交替的计数',
      ours: '数点：6 点连续上升、14 点交替。',
      others: 'Minitab 与 JASP 数步：6 步即 7 点，14 步即 15 点。',
    },
    twoOfThree: {
      topic: '三点中两点超 2σ',
      ours: '两点须在同一侧，且完成信号的那点本身超出。',
      others: 'NHS 要求三点同侧且在 2σ～3σ 之间；PowerBI-SPC 会漏掉中间一点在另一侧的情形。',
    },
    pooled: {
      topic: '合并标准差（均值图与能力分析）',
      ours: '合并标准差除以 c4(总自由度＋1)，任何自由度都精确。',
      others: 'qicharts2 与 PowerBI-SPC 逐组除以 c4，控制限在 n=2 时宽 25%；JASP 在自由度超过 342 时得不到结果。',
    },
    cpm: {
      topic: 'Cpm',
      ours: '用总体标准差。',
      others: 'qcc 用组内标准差，JASP 用除以 n 的均方。',
      change: '不提供切换：结果中写明所用标准差。',
    },
    shift: {
      topic: '1.5σ 漂移',
      ours: 'DPMO 与长期 Z 总是显示，西格玛水平＝长期 Z＋1.5 并注明。',
      others: 'SixSigma（R）对已是长期数据的 Z 再减 1.5，等于移动两次：Z=3 时报告 66 807 而不是 1 350。',
    },
    zeroDefects: {
      topic: '零缺陷',
      ours: '给出 95% 单侧上限，例如 3 600 个机会零缺陷：DPMO 不超过 832。',
      others: '直接代入公式会得到无穷大或“6σ”。',
      change: '不提供切换：没有看到缺陷不等于没有缺陷。',
    },
    quantiles: {
      topic: '分位数',
      ours: '描述统计用第 7 型（与 Excel 相同），非正态能力用第 6 型（与 Minitab 相同），结果中写明。',
      others: 'Minitab、SPSS 用第 6 型；R、Excel 用第 7 型。',
    },
    gage: {
      topic: '测量系统分析',
      ours: '交互作用 p 大于 0.05 时并入重复性，负的方差分量按 0 计，分级数向下取整。',
      others: 'AIAG 手册用 0.25；有的工具把操作员当作固定因子。',
    },
    pareto: {
      topic: '帕累托图',
      ours: '“其他”总在最后，“未分类”单独成柱并计入占比，并列时按分类顺序。',
      others: 'qcc 与 qicharts2 没有“其他”，空值多被悄悄去掉。',
    },
  },
};
