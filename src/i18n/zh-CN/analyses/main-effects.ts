export const mainEffects = {
  name: '主效应图',
  purpose: '把几个因素放在同一张图上，看一个数值的均值随哪个因素变化最大；用来筛选值得深入查的因素。',
  field: {
    measure: '数值列',
    factors: '因素',
    dateColumn: '日期列',
    period: '时间范围',
    filters: '筛选条件',
  },
  help: {
    measure: '例如处理时长、等待时间、得分。',
    factors: '例如渠道、业务类别、是否高峰；1 到 6 列，每列 2 到 12 个水平。',
    dateColumn: '只有选择时间范围时才需要。',
    period: '只统计这一时间范围内的记录。',
    filters: '例如只看某个业务类别。',
  },
  word: {
    grandMean: '总均值',
    factorRange: '{factor}（{range}）',
    levelOf: '{factor}“{level}”（{n} 个）',
  },
  tooltip: '{factor}：{level}（{n} 个数值）\n均值 {mean}（95% 置信区间 {low}～{high}）\n标准差 {sd}',
  summary:
    '{measure}的主效应图：{factors} 个因素、{levels} 个水平，共 {values} 个数值；每个水平给出均值和 95% 置信区间。',
  table: {
    caption: '“{measure}”在各因素各水平的均值',
    captionInUnit: '“{measure}”在各因素各水平的均值，单位：{unit}',
    factor: '因素',
    level: '水平',
    n: '数值个数',
    mean: '均值',
    low: '均值下限（95%）',
    high: '均值上限（95%）',
    sd: '标准差',
    fromGrand: '与总均值之差',
    range: '因素极差',
    share: '因素解释的变异（ω²）',
    adjustedP: '因素的校正后 p 值',
  },
  headline: {
    largest: '极差最大的因素',
    largestNote: '最高与最低水平的均值相差 {range}',
    clear: '超出偶然的因素',
    clearNote: '共看 {n} 个因素，已按因素个数校正',
    grandMean: '总均值',
    grandMeanNote: '共 {n} 个数值',
  },
  finding: {
    order: '{measure}的均值在各因素上的极差，从大到小：{factors}。',
    factor: {
      clear:
        '{factor}：{measure}均值最高的是{highest}（{high}），最低的是{lowest}（{low}），相差 {range}，超出偶然（校正后 p {p}）；单看这个因素，约解释 {share} 的变异。',
      unclear:
        '{factor}：{measure}均值从{lowest}的 {low} 到{highest}的 {high}，相差 {range}，没有超出偶然（校正后 p {p}），不宜排名。',
      untested:
        '{factor}：{measure}均值从{lowest}的 {low} 到{highest}的 {high}，相差 {range}；数值没有波动，无法检验。',
    },
    tooFew: '{names}：有 {enough} 个以上数值的水平不足两个，只画出，不比较。',
    nextNone: '没有一个因素的差别超出偶然：极差的先后不宜当作排名，可换其他因素或积累更多数据再看。',
    next: '超出偶然且极差大的因素值得先查：用“均值比较”看哪些水平不同，用“回归”同时考虑几个因素，再结合业务核实原因。',
  },
  check: {
    enough: '每个水平的数值足够（最少 {n} 个）。',
    few: '有 {n} 个水平不足 {enough} 个数值，不计入极差和检验，图中用空心点表示、不画区间：{names}。',
    some: '有 {n} 个水平不足 {steady} 个数值，均值不稳、区间较宽：{names}。',
    levels: '各因素的水平数不同（{least} 到 {most} 个）：水平越多，仅凭偶然极差也越大，请同时看 p 值和解释的变异。',
    derived:
      '“{factor}”单独解释了 {share} 的变异：请确认它不是由这个数值算出来的（如由时长判定的“是否按时”），那样它不是原因。',
    confounded:
      '每个因素都是单独看的：因素之间若有关联（如某渠道主要办某类业务），一个因素的差别可能来自另一个；也看不出交互作用。',
    alone: '只看了一个因素：差别可能来自没有选入的其他因素。',
    missing: '有 {n} 条记录没有数值（{share}），未计入；请确认缺失与数值大小无关。',
    unplaced: '有 {n} 个数值的“{factor}”为空，不在该因素的任何水平里，但计入总均值。',
    undated: '有 {n} 条记录没有日期，不在所选时间范围内。',
    stable: '检验假定各条记录互不影响、过程稳定；按时间排列的数据请先看控制图。',
  },
  how: {
    grandMean: '总均值＝{n} 个数值之和 ÷ {n}＝{mean}，图中虚线。',
    interval:
      '每个水平的区间只用该水平自己的标准差（不合并）：均值 ± t·s ÷ √n。例如{factor}的{level}：{mean} ± t({df})·{sd} ÷ √{n}＝{low}～{high}。',
    range: '极差＝最高水平的均值 − 最低水平的均值；{factor}：{high} − {low}＝{range}。',
    welch: '{factor}：Welch 方差分析 F＝{f}，自由度 {df1} 与 {df2}，p {p}，校正后 p {adjusted}；ω²＝{share}。',
    classic:
      '{factor}：单因素方差分析 F＝{f}，自由度 {df1} 与 {df2}，p {p}，校正后 p {adjusted}；ω²＝{share}。有水平的数值全部相同，不能用 Welch 法。',
    correction: 'p 值按因素个数用 Holm 法校正；不足 {enough} 个数值的水平只画出，不参加极差和检验。',
  },
};
