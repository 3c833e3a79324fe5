import type { Shape } from '../../shape';
import type { gageRr as zh } from '../../zh-CN/analyses/gage-rr';

export const gageRr = {
  name: 'Gage R&R',
  purpose:
    'How much of the variation comes from the measuring itself: repeatability, reproducibility and distinct categories, for timings and scores.',
  field: {
    measure: 'Reading',
    part: 'Part',
    operator: 'Operator',
    method: 'Method',
    pooling: 'Interaction',
    tolerance: 'Width of the tolerance',
    filters: 'Filters',
  },
  help: {
    measure: 'One reading per row, such as the timing of a recording or the score of a transaction.',
    part: 'What is measured, such as a recording or a case; everyone measures each equally often.',
    operator: 'Who measures, such as timekeepers or quality checkers.',
    method:
      'Analysis of variance also sees the interaction and is usually preferred; ranges are easy to check by hand.',
    pooling: 'An interaction that is not clear joins repeatability: usually above 0.05, in the AIAG manual above 0.25.',
    tolerance:
      'Upper minus lower limit in the unit of the chart; leave empty to compare with the study variation only.',
    filters: 'For example one study only.',
  },
  choice: {
    method: { anova: 'Analysis of variance', averageRange: 'Average and range' },
    pooling: {
      alpha05: 'Pool if p > 0.05',
      alpha25: 'Pool if p > 0.25',
      never: 'Always keep',
      always: 'Always pool',
    },
  },
  verdict: { accepted: 'acceptable', conditional: 'conditional', rejected: 'not acceptable' },
  source: {
    totalGageRR: 'Total gage R&R',
    repeatability: 'Repeatability',
    reproducibility: 'Reproducibility',
    operator: 'Operator',
    interaction: 'Operator × part',
    partToPart: 'Part to part',
    total: 'Total variation',
  },
  word: {
    contribution: 'Share of variance',
    studyVariation: 'Share of study variation',
    tolerance: 'Share of tolerance',
    basis: { study: 'the study variation', tolerance: 'the tolerance' },
  },
  tooltip: {
    source: '{source}\nvariance {contribution}\nstudy variation {studyVariation}',
    sourceTolerance: '{source}\nvariance {contribution}\nstudy variation {studyVariation}\ntolerance {tolerance}',
    cell: '{operator}, {part}\nmean of {trials} {trials|reading|readings}: {mean}',
  },
  summary:
    'Gage study: {parts} parts, {operators} {operators|operator|operators}, {trials} readings each; the gage takes {share}. Below, what each operator found at each part on average.',
  table: {
    caption: 'Sources of variation',
    source: 'Source',
    sd: 'Standard deviation',
    studySd: 'Study variation (6 SD)',
    variance: 'Variance component',
    contribution: 'Share of variance',
    studyVariation: 'Share of study variation',
    tolerance: 'Share of tolerance',
  },
  headline: {
    study: 'Gage, of study variation',
    contribution: '{share} of the variance',
    tolerance: 'Gage, of tolerance',
    distinct: 'Distinct categories',
    verdict: 'Verdict',
  },
  finding: {
    noVariation: 'All readings are equal: there is no variation to divide.',
    accepted: 'The gage takes {share} of {basis}, less than 10%: the measurements can be relied on.',
    conditional:
      'The gage takes {share} of {basis}, between 10% and 30%: usable or not, depending on the purpose and the cost of better.',
    rejected: 'The gage takes {share} of {basis}, more than 30%: mend the measuring before the process.',
    distinctGood: 'It tells {n} categories apart; 5 are asked for.',
    distinctFew:
      'It tells only {n} {n|category|categories} apart, fewer than 5: small changes of the process stay unseen.',
    mostlyRepeat:
      'Most of it is repeatability (standard deviation {repeat}, reproducibility {reproduce}): one and the same person gets different readings. Check tools, start and end of timing, and conditions.',
    mostlyReproduce:
      'Most of it is reproducibility (standard deviation {reproduce}, repeatability {repeat}): people measure differently. Agree on definitions and train.',
    pooled: 'The interaction of operators and parts is not clear (p {p}) and was pooled into repeatability.',
    interaction:
      'The model keeps the interaction of operators and parts (p {p}); where it is clear, someone measures some parts differently: see the lines that are not parallel.',
  },
  check: {
    balanced: 'Complete: {parts} parts, {operators} {operators|operator|operators}, {trials} readings each.',
    enough: 'The study has the usual size ({wanted} parts, 3 operators, 2 readings or more).',
    few: 'The study is small ({wanted} parts, 3 operators and 2 readings each are usual; these are {parts}, {operators} and {trials}); its components are rough.',
    oneOperator: 'One operator only: nothing can be said about reproducibility.',
    zeroed: 'A component was estimated below 0 and set to 0, as is usual: that source cannot be told from error.',
    noTolerance:
      'Without a tolerance the gage is compared with the study variation, which depends on the parts chosen.',
    range:
      'Make sure that the parts span the range of the process, in random order and blind; the data cannot show it.',
  },
  how: {
    full: 'Analysis of variance with random effects and interaction: part and operator against the interaction, that against repeatability.',
    reduced: 'Analysis of variance with random effects, interaction pooled: part and operator against repeatability.',
    line: '{source}: {df} degrees of freedom, mean square {ms}, F = {f}, p {p}.',
    error: 'Repeatability (error): {df} degrees of freedom, mean square {ms}.',
    averageRange:
      'R̄ = {range}; EV = R̄ × K₁ ({k1}) = {ev}; AV = √((range of operator means × K₂)² − EV² ÷ (parts × readings)) = {av} with K₂ = {k2}; PV = range of part means × K₃ ({k3}).',
    study:
      'Share of study variation = σ gage ÷ σ total = {gage} ÷ {total} = {share}; shares of standard deviations do not add up to 100%.',
    distinct: 'Distinct categories = 1.41 × σ part ÷ σ gage = 1.41 × {part} ÷ {gage}, cut to {n} (at least 1).',
    tolerance: 'Share of tolerance = 6σ gage ÷ tolerance = 6 × {gage} ÷ {tolerance} = {share}.',
    bands:
      'Bands (AIAG): below 10% acceptable, to 30% conditional, above not acceptable; judged by the tolerance where one is given.',
  },
} satisfies Shape<typeof zh>;
