import {
  baselineChoiceWords,
  directionChoiceWords,
  plotChoiceWords,
  plotFieldWords,
  plotHelpWords,
  scopeFieldWords,
  scopeHelpWords,
  stageFieldWords,
  stageHelpWords,
} from './series';

export const runChart = {
  name: '运行图',
  purpose: '点数不多时也能判断：走势只是随机波动，还是确实变了。',
  field: {
    ...plotFieldWords,
    center: '中线',
    direction: '哪个方向更好',
    ...stageFieldWords,
    ...scopeFieldWords,
  },
  help: {
    ...plotHelpWords,
    center: '通常用中位数：一半的点在上，一半在下，个别极端值不影响判断。',
    direction: '持续偏移朝这个方向为改善（蓝色），反之为关注（橙色）。',
    ...stageHelpWords,
    ...scopeHelpWords,
  },
  choice: {
    ...plotChoiceWords,
    center: { median: '中位数', mean: '平均值' },
    direction: directionChoiceWords,
    baseline: baselineChoiceWords,
  },
  word: {
    median: '中位数',
    mean: '平均值',
    above: '上方',
    below: '下方',
    on: '在线上',
    changed: '有变化',
    chance: '随机波动',
    tooFew: '点数太少',
    longRun: '{n} 个点连续在中线同一侧',
  },
  summary: {
    none: '运行图，{first} 至 {last} 共 {points}，没有非随机的迹象。',
    signals: '运行图，{first} 至 {last} 共 {points}，有非随机的变化。',
  },
  table: { caption: '运行图，{points}', side: '在中线的' },
  headline: {
    verdict: '是否有变化',
    runs: '最长连串 {run} 个点，穿过中线 {crossings} 次',
    useful: '有效点数',
  },
  finding: {
    tooFew: '{name}：只有 {useful} 个点不在中线上，至少要 {needed} 个才能判断，暂不下结论。',
    chance:
      '{name}：最长连串 {run} 个点（偶然最多 {mostRun} 个），穿过{center} {crossings} 次（偶然至少 {fewest} 次），与随机波动相符。',
    shift: {
      good: '改善：{first} 至 {last} 有 {run} 个点连续在{center}{side}，偶然最多 {mostRun} 个，水平确实变了。',
      concern: '关注：{first} 至 {last} 有 {run} 个点连续在{center}{side}，偶然最多 {mostRun} 个，水平确实变了。',
      plain: '信号：{first} 至 {last} 有 {run} 个点连续在{center}{side}，偶然最多 {mostRun} 个，水平确实变了。',
    },
    fewCrossings:
      '{name}：折线只穿过{center} {crossings} 次，偶然至少应有 {fewest} 次：点成片偏高、成片偏低，不只是随机波动。',
    stageChange: '到“{name}”阶段，中线由 {from} 变为 {to}（{change}）。',
    next: '请先核对数据，再查变化开始的时候发生了什么；若确有改变，可从那里开始新的阶段并写明原因。',
    leaveAlone: '逐点解释涨跌没有意义；要改善就得改变流程。稳定并有足够的点之后，可改用控制图。',
    chooseDirection: '选定“哪个方向更好”之后，可以区分改善与关注。',
  },
  check: {
    enough: '有效点数足够：{useful} 个。',
    tooFew: '“{name}”只有 {useful} 个有效点，少于 {needed} 个，不做判断。',
    onLine: '{of} 个点中有 {points} 个正好落在中线上，不参与判断：数值取整太粗，请用更细的单位或更长的时期。',
    mean: '中线取平均值：分布偏斜时，上下两侧的点数不会相等，判断会偏。通常用中位数。',
    noExposure: '没有业务量作分母：次数增减可能只是业务量的变化。有业务量数据时请改看单位率。',
  },
  how: {
    median: '{name}：中线是 {first} 至 {last} 各点的中位数，即 {center}。',
    mean: '{name}：中线是 {first} 至 {last} 各点的平均值，即 {center}。',
    tests:
      '{name}：有效点 n＝{useful}。最长连串的界限是 log₂n 四舍五入后加 3，即 {mostRun}（实际 {run}）；穿越次数的下限是二项分布 B(n−1, ½) 的 5% 分位数，即 {fewest}（实际 {crossings}）。多于前者或少于后者即为信号（Anhøj 规则）。',
    onLine: '正好落在中线上的点不算有效点，既不中断也不延长连串。两条规则合起来，稳定过程的误报约为百分之三。',
  },
};
