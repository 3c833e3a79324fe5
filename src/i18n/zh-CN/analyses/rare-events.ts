import {
  baselineChoiceWords,
  directionChoiceWords,
  scopeFieldWords,
  scopeHelpWords,
  stageFieldWords,
  stageHelpWords,
} from './series';

export const rareEvents = {
  name: '稀有事件图',
  purpose: '差错、资金安全、信息泄露等很少发生的事件：看两次之间隔了多久、隔了多少笔。',
  field: {
    chart: '图的类型',
    from: '间隔来自',
    dateColumn: '日期时间列',
    countedColumn: '判断事件的列',
    countedValues: '哪些值是事件',
    measure: '间隔所在的列',
    countMethod: 'g 图的控制限',
    timeMethod: 't 图的控制限',
    direction: '哪个方向更好',
    rules: '判异规则',
    limitWidth: '控制限宽度（σ 的倍数）',
    ...stageFieldWords,
    ...scopeFieldWords,
  },
  help: {
    chart: 'g：两次事件之间隔了多少机会（例如多少笔业务）；t：两次事件之间隔了多长时间。',
    from: '记录：由软件按时间先后算出间隔；一列：文件中每个事件一行，间隔已经算好。',
    dateColumn: '决定先后；t 图由它算出间隔，精确到时间比只有日期好。',
    countedColumn: '例如“是否差错”。t 图不选则每条记录都是一次事件。',
    countedValues: '例如“是”。该列为空的记录不计入。',
    measure: '例如“距上次天数”“间隔笔数”。',
    countMethod: '百分位：按几何分布的概率计算，误报率与 3σ 相当；Provost/NHS：平均值±3σ，误报多得多。',
    timeMethod:
      '指数：事件随机发生时适用，允许间隔为 0；韦伯：事件成簇或有规律时适用；幂变换：x^(1/3.6) 后画单值图。后两种不允许间隔为 0。',
    direction: '间隔变长通常是好事（蓝色），变短是关注（橙色）。',
    rules: '分布偏斜，不用分区规则。',
    limitWidth: '通常用 3，相当于两侧各 0.135% 的概率。',
    ...stageHelpWords,
    ...scopeHelpWords,
  },
  choice: {
    chart: { g: 'g 图（间隔的机会数）', t: 't 图（间隔时间）' },
    from: { rows: '记录', column: '一列' },
    countMethod: { percentiles: '百分位', moments: 'Provost/NHS' },
    timeMethod: { exponential: '指数', weibull: '韦伯', power: '幂变换' },
    direction: directionChoiceWords,
    rules: { default: '超限＋连续 8 点同侧', 'limits-only': '只看控制限' },
    baseline: baselineChoiceWords,
  },
  axis: {
    between: '“{column}”为“{values}”的两次之间隔了多少条记录',
    time: '两次之间的时间（{unit}）',
    timeOf: '“{column}”为“{values}”的两次之间的时间（{unit}）',
  },
  word: { zeroRun: '连续 {n} 次间隔为 0' },
  summary: '{kind}，{first} 至 {last} 共 {points} 个间隔，有 {signals} 处信号。',
  table: { caption: '{kind}，{points} 个间隔', event: '事件' },
  headline: {
    verdict: '是否稳定',
    center: '典型间隔（中心线）',
    last: '最近一次间隔（{label}）',
    open: '上次事件至今',
    events: '事件数',
  },
  finding: {
    zeroRun: '关注：{first} 至 {last} 连续 {n} 次间隔为 0，事件一个接一个，靠偶然很难出现（Benneyan 规则）。',
    reading: '读图：点越高，两次事件隔得越久，事件越少；点越低，事件越密。',
    open: {
      g: '上次事件之后已有 {open} 条记录没有再发生；超过 {upper} 条才能说明事件确实变少。',
      t: '上次事件之后已有 {open} {unit}没有再发生；超过 {upper} {unit}才能说明事件确实变少。',
    },
    openGood: {
      g: '改善：上次事件之后已有 {open} 条记录没有再发生，超过上控制限 {upper} 条，事件确实变少了。',
      t: '改善：上次事件之后已有 {open} {unit}没有再发生，超过上控制限 {upper} {unit}，事件确实变少了。',
    },
    openBeyond: {
      g: '上次事件之后已有 {open} 条记录没有再发生，超过上控制限 {upper} 条。',
      t: '上次事件之后已有 {open} {unit}没有再发生，超过上控制限 {upper} {unit}。',
    },
  },
  check: {
    rare: '事件足够稀少：平均隔 {mean} 次机会发生一次（约 {share}），适合用 g 图。',
    notRare: '平均只隔 {mean} 次机会，事件并不稀少：按时期分组用 p 图更灵敏。',
    moments: 'Provost/NHS 控制限用平均值±3σ：每个点误报约 1.8%，是 3σ 名义值的十几倍；中心线是平均值，同侧连串也偏多。',
    manyZeros: '{of} 个间隔中有 {n} 个为 0：事件太密或日期太粗，请用带时间的列、g 图或按时期的 c、u 图。',
    sameDay: '有 {n} 次事件与上一次在同一天，间隔按 0 计。有具体时间时请改用时间列。',
    exponential: '间隔接近指数分布（韦伯形状参数 {shape}，1 为完全随机）。',
    bunched: '事件成簇发生（韦伯形状参数 {shape}，小于 1）：指数分布的控制限误报偏多，请改用韦伯。',
    spaced: '事件间隔比随机更均匀（韦伯形状参数 {shape}，大于 1）：指数分布的控制限偏宽，请改用韦伯。',
    noExposure: 't 图只看时间：业务量变化大时，请用 g 图看隔了多少笔。',
    fileOrder: '没有选择日期列，按文件中的先后排列；请确认文件按时间排序。',
    undated: '有 {rows} 条记录没有日期，排不出先后，未计入。',
    blank: '有 {rows} 条记录的相关单元格为空，未计入。',
  },
  how: {
    gap: {
      g: '每个点是上一次事件与这一次之间没有发生事件的记录数；第一次事件之前不知道隔了多少，不画。',
      t: '每个点是上一次事件到这一次的时间；第一次事件没有上一次，不画。',
      column: '每个点是所选列中的一个值。',
    },
    lines: {
      percentiles:
        '{name}：{points} 个间隔，平均 ḡ＝{mean}；每次机会的发生概率 p̂＝((N−1)÷N)÷(ḡ+1)。中心线与控制限是几何分布的百分位（与 {k}σ 相同的概率，整数之间线性插值）：下限 {lower}，中心线 {center}，上限 {upper}。',
      moments: '{name}：{points} 个间隔，中心线 ḡ＝{mean}，控制限＝ḡ±{k}√(ḡ(ḡ+1))，不小于 0：{lower}～{upper}。',
      exponential:
        '{name}：{points} 个间隔，平均 {mean}。中心线与控制限是指数分布的百分位（与 {k}σ 相同的概率）：下限 {lower}，中心线（中位数）{center}，上限 {upper}。',
      weibull:
        '{name}：{points} 个间隔，平均 {mean}。按最大似然拟合韦伯分布，取与 {k}σ 相同概率的百分位：下限 {lower}，中心线 {center}，上限 {upper}。',
      power:
        '{name}：{points} 个间隔，平均 {mean}。先取 x^(1/3.6) 再画单值图（±{k}σ），然后变换回来：下限 {lower}，中心线 {center}，上限 {upper}。',
    },
    zeroRun: '下控制限为 0，看不出事件变密；因此连续 {n} 次间隔为 0 也算信号，其概率低于超限的概率（Benneyan）。',
    rules: '判异规则：{set}。正好落在控制限上不算超出；每个阶段分别判断。',
  },
};
