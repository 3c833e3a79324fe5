/** 按时间或分组画成一串点的各种图共用的词句。 */
export const series = {
  unit: { second: '秒', minute: '分钟', hour: '小时', day: '天' },
  statistic: { mean: '平均值', median: '中位数', p90: 'P90', sum: '合计' },
  word: {
    upper: '上控制限',
    center: '中心线',
    lower: '下控制限',
    before: '起始阶段',
    allPoints: '全部数据',
    per: '每 {per} 单位',
    perUnits: '每 {per} 单位 {value}',
    withUnit: '{value} {unit}',
    points: {
      plain: '{points} 个点',
      gaps: '{points} 个点（另有 {gaps} 处没有数据）',
      leftOut: '{points} 个点（另有 {left} 个不计入）',
      leftOutAndGaps: '{points} 个点（另有 {left} 个不计入、{gaps} 处没有数据）',
    },
  },
  axis: {
    share: '“{measure}”占比',
    shareOf: '“{column}”为“{values}”的占比',
    count: '“{measure}”次数',
    countOf: '“{column}”为“{values}”的次数',
    rate: '每 {per} {size}的次数',
    statistic: '{measure}（{statistic}）',
    inUnit: '{measure}（{unit}）',
    statisticInUnit: '{measure}（{statistic}，{unit}）',
  },
  tooltip: {
    point: '{label}：{value}',
    counts: '{count} ÷ {size}',
    limits: '控制限 {lower}～{upper}，中心线 {center}',
    center: '中心线 {center}',
    signal: '信号：{rule}',
    excluded: '未计入：{reason}',
  },
  table: {
    point: '分组',
    row: '记录号',
    lower: '下控制限',
    center: '中心线',
    upper: '上控制限',
    stage: '阶段',
    note: '信号或说明',
    excluded: '未计入：{reason}',
  },
  headline: {
    last: '最近一点（{label}）',
    fromRows: '来自 {rows} 条记录',
    signals: '{n} 处信号',
  },
  check: {
    enough: '点数足够：{points} 个。',
    trial: '只有 {points} 个点，结果是暂定的，至少要 {needed} 个点。',
    stageShort: '“{name}”只有 {points} 个点用于计算，少于 {needed} 个，是暂定的。',
    emptyGap: '有 {n} 个时期没有记录（{labels}），图上留空。若确实没有发生，可选择“按 0 计”。',
    emptyZero: '有 {n} 个时期没有记录（{labels}），已按 0 计入。若是数据缺失，请选择“留空”。',
    withoutSize: '有 {n} 个点缺少分母（{labels}），图上留空。',
    partialFirst: '第一个时期 {label} 的数据从 {day} 才开始，可能不完整。',
    partialLast: '最后一个时期 {label} 的数据只到 {day}，可能尚未结束，请勿据此下结论。',
    unplaced: '有 {rows} 条记录没有日期或分组，未计入。',
    blank: '有 {rows} 条记录的相关单元格为空，未计入。',
    notInTime: '分组没有时间先后，按首次出现的顺序排列；与先后次序有关的结论不一定有意义。',
    unmatched: '设置中的 {labels} 不在图上，已忽略。',
    excluded: '有 {n} 个点按说明的原因未计入。',
    exclusionWithoutReason: '有 {n} 个未计入的点没有写明原因，请补上。',
    phaseWithoutReason: '有阶段没有写明原因，请补上。',
    independent: '相邻两点没有明显关联（自相关 r＝{r}，界限 ±{bound}）。',
    correlated:
      '相邻两点彼此相关（自相关 r＝{r}，界限 ±{bound}）：误报会比说明的多。请用更长的时期，或先找出周期性原因。',
    alternates: '相邻两点一高一低地交替（自相关 r＝{r}，界限 ±{bound}）：请检查是否混入了两个来源，例如两个班次。',
  },
  how: {
    gaps: '没有数据的点留空；每个阶段单独计算。',
    baseline: '中心线画成虚线的部分，其中心线与界限取自基准期并固定下来。',
    excluded: '空心点不参与计算。',
  },
};

/** 选项表中共用的名称与说明。 */
export const countFieldWords = {
  numerator: '怎样计数',
  countedColumn: '判断的列',
  countedValues: '哪些值计入',
  countColumn: '次数所在的列',
};
export const sizeFieldWords = {
  denominator: '分母来自',
  sizeColumn: '分母所在的列',
  second: '另一份数据',
  secondNumber: '另一份数据的分母列',
};
export const plotFieldWords = {
  plot: '画什么',
  subgroup: '按什么分组',
  dateColumn: '日期列',
  subgroupColumn: '分组的列',
  ...countFieldWords,
  ...sizeFieldWords,
  secondKey: '另一份数据的日期或分组列',
  per: '每多少单位',
  measure: '要看的数值列',
  statistic: '每组取什么值',
  emptyPeriods: '没有记录的时期',
};
export const stageFieldWords = {
  phases: '阶段',
  baseline: '中心线与界限取自',
  baselinePoints: '每个阶段取前几个点',
  baselineRange: '基准期',
  exclusions: '不计入的点',
};
export const scopeFieldWords = { period: '时间范围', filters: '筛选条件' };

export const countHelpWords = {
  numerator: '按某列的值判断、每条记录算一次，或对次数列求和。',
  countedColumn: '例如“是否超时”。',
  countedValues: '例如“是”。该列为空的记录不计入。',
  countColumn: '每行已经汇总好的次数。',
};
export const sizeHelpWords = {
  denominator: '没有业务量，件数的涨跌说明不了问题。',
  sizeColumn: '每行的业务量、笔数或户数，组内求和。',
  second: '例如业务量表。',
  secondNumber: '业务量、笔数、户数等，求和后作分母。',
};
export const plotHelpWords = {
  plot: '占比：不合格占样本的比例；单位率：每多少单位发生几次；次数；数值：等候时间一类的测量值。',
  subgroup: '每组一个点。“每条记录”只适用于数值。',
  dateColumn: '决定每条记录属于哪个时期、点的先后。',
  subgroupColumn: '例如批次号；点按首次出现的先后排列。',
  ...countHelpWords,
  ...sizeHelpWords,
  secondKey: '用它与本数据的时期（或分组名称）对应。',
  per: '例如每 10 000 笔；留空则自动取整十的倍数。',
  measure: '例如等候时间、办结天数。',
  statistic: '等候时间分布偏斜，中位数或 P90 比平均值更能说明问题。',
  emptyPeriods: '没有记录可能是真的没有发生，也可能是数据缺失：请您判断。占比没有分母，始终留空。',
};
export const stageHelpWords = {
  phases: '过程确实改变之后另算中心线与界限；请写明原因。',
  baseline: '用稳定的一段作基准并固定下来，以后的点不再改变它。',
  baselinePoints: '通常取 12 至 24 个点。',
  baselineRange: '各阶段内落在这段时间里的点。',
  exclusions: '有已知特殊原因的点；它们仍然显示，但不参与计算，请写明原因。',
};
export const scopeHelpWords = {
  period: '只看这一时间范围。',
  filters: '例如只看某个网点。',
};

export const countChoiceWords = { values: '某列等于指定的值', rows: '每条记录算一次', column: '某列求和' };
export const sizeChoiceWords = { rows: '记录数', column: '某列求和', second: '另一份数据' };
export const plotChoiceWords = {
  plot: { share: '占比', rate: '单位率', count: '次数', measure: '数值' },
  subgroup: { day: '日', week: '周', month: '月', quarter: '季', year: '年', column: '某一列', row: '每条记录' },
  numerator: countChoiceWords,
  denominator: sizeChoiceWords,
  statistic: { mean: '平均值', median: '中位数', p90: 'P90（九成不超过）', sum: '合计' },
  emptyPeriods: { gap: '留空', zero: '按 0 计' },
};
export const baselineChoiceWords = { all: '本阶段全部点', first: '每个阶段的前几个点', range: '指定的时间段' };
export const directionChoiceWords = { lower: '越低越好', higher: '越高越好', none: '不分好坏' };
export const ruleSetWords = {
  default: '默认（超限＋连续 8 点同侧）',
  'limits-only': '只看控制限',
  'western-electric': '西部电气四规则',
  nelson: '尼尔逊八规则',
  minitab: 'Minitab 八项检验',
  aiag: 'AIAG',
  montgomery: 'Montgomery',
  nhs: 'NHS',
};
