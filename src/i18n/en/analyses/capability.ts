import type { Shape } from '../../shape';
import type { capability as zh } from '../../zh-CN/analyses/capability';

export const capability = {
  name: 'Process capability',
  purpose:
    'How well a process keeps within its limits: share beyond, Cp/Cpk and Pp/Ppk with intervals. Skewed data such as waiting times get a method that suits them, and stability is judged first.',
  field: {
    measure: 'Number column',
    upperLimit: 'Upper specification limit (USL)',
    lowerLimit: 'Lower specification limit (LSL)',
    target: 'Target',
    method: 'Method',
    subgroups: 'Subgroups',
    subgroupSize: 'Values per subgroup',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    measure: 'For example waiting, handling or talk time.',
    upperLimit:
      'For example the promised or the regulatory time. Times are in the unit of the chart. Service times usually have an upper limit only; a value on the limit conforms.',
    lowerLimit: 'Leave empty if there is none. A 0 typed in to have two limits only inflates the indices.',
    target: 'The ideal value; with two limits it gives Cpm.',
    method:
      '“Automatic” tests for normality first, then tries log-normal and Box-Cox, and falls back on the actual percentiles.',
    subgroups:
      'Decides how short-term variation is estimated and how stability is judged. With much dated data, use days, weeks or months.',
    subgroupSize: 'So many consecutive values make a subgroup.',
    dateColumn: 'Puts the values in order; without it, the order of the records counts.',
    period: 'Only records of this period.',
    filters: 'For example one channel or service only.',
  },
  choice: {
    method: {
      auto: 'Automatic',
      normal: 'Normal',
      boxCox: 'Box-Cox transform',
      logNormal: 'Log-normal',
      weibull: 'Weibull',
      percentile: 'Actual percentiles',
    },
    subgroups: { individuals: 'Single values', size: 'Fixed number', day: 'Day', week: 'Week', month: 'Month' },
  },
  method: {
    normal: 'normal distribution',
    boxCox: 'Box-Cox transform',
    logNormal: 'log-normal distribution',
    weibull: 'Weibull distribution',
    percentile: 'actual percentiles',
  },
  curve: {
    normal: 'Normal (overall)',
    within: 'Normal (within)',
    boxCox: 'Box-Cox fit',
    logNormal: 'Log-normal fit',
    weibull: 'Weibull fit',
  },
  word: { mean: 'Mean', target: 'Target', lsl: 'LSL', usl: 'USL', stable: 'stable', unstable: 'not stable' },
  axis: {
    count: 'Records',
    individuals: 'In order of time (individuals chart)',
    logarithms: 'In order of time (individuals chart, judged by logarithms)',
    means: 'In order of time (chart of subgroup means)',
  },
  tooltip: {
    class: '{from} to {to}\n{n} {n|record|records} ({share})',
    point: '{label}: {value}\nlimits {lower} to {upper}, centre {center}',
    signal: '{label}: {value}\nlimits {lower} to {upper}, centre {center}\npart of a signal',
  },
  summary:
    'Capability chart of {measure}: histogram of {n} values, lower limit {lower}, upper limit {upper}; the control chart below it shows a process that is {stable}.',
  table: {
    caption: 'Capability of “{measure}”',
    captionInUnit: 'Capability of “{measure}”, in {unit}',
    figure: 'Figure',
    value: 'Value',
    low: '95% low',
    high: '95% high',
    n: 'Values',
    mean: 'Mean',
    median: 'Median',
    min: 'Minimum',
    max: 'Maximum',
    sdOverall: 'Standard deviation (overall)',
    sdWithin: 'Standard deviation (within)',
    p00135: '0.135th percentile',
    p50: '50th percentile',
    p99865: '99.865th percentile',
    cp: 'Cp (within)',
    cpk: 'Cpk (within)',
    pp: 'Pp (overall)',
    ppl: 'PPL (lower limit)',
    ppu: 'PPU (upper limit)',
    ppk: 'Ppk (overall)',
    cpm: 'Cpm (target)',
    z: 'Z.bench (overall)',
    zWithin: 'Z.bench (within)',
    observed: {
      below: 'Observed below LSL, per million',
      above: 'Observed above USL, per million',
      total: 'Observed beyond limits, per million',
    },
    expected: {
      below: 'Expected below LSL, per million',
      above: 'Expected above USL, per million',
      total: 'Expected beyond limits, per million',
      within: 'Expected beyond limits (within), per million',
    },
  },
  headline: {
    beyond: 'Beyond limits',
    beyondNote: '{n} of {of} values; 95% interval {low} to {high}',
    ppk: 'Ppk',
    cpk: 'Cpk (short term)',
    z: 'Z.bench',
    interval: '95% interval {low} to {high}',
    method: 'by the {method}',
    stability: 'Is the process stable?',
    signals: '{n} {n|signal|signals}',
    median: 'Median',
    mean: 'Mean',
    n: 'Values',
  },
  finding: {
    stable:
      'None of the {points} points in order of time gives a signal: the process looks stable, and its capability may be expected to last.',
    unstable:
      'The process is not stable: {n} {n|signal|signals} among {points} points (from {labels}). The indices describe the past and promise nothing; find the causes with a control chart first.',
    above: '{above} of {of} values are above the upper limit of {upper}: {share} (95% interval {low} to {high}).',
    below: '{below} of {of} values are below the lower limit of {lower}: {share} (95% interval {low} to {high}).',
    outside:
      '{total} of {of} values are beyond the limits ({below} below {lower}, {above} above {upper}): {share} (95% interval {low} to {high}).',
    noLimits:
      'No limit is set, so there is no capability to compute. “{measure}” has a median of {median} and a maximum of {max}; enter the promised time or the specification.',
    verdict: {
      excellent: 'Ppk = {ppk} (by the {method}) reaches 1.67: ample capability.',
      capable: 'Ppk = {ppk} (by the {method}) reaches the customary 1.33: the process is capable.',
      marginal:
        'Ppk = {ppk} (by the {method}) lies between 1 and 1.33: barely enough, a small shift leads beyond the limits.',
      incapable:
        'Ppk = {ppk} (by the {method}) is below 1: not capable. Going beyond the limits is the rule, not bad luck.',
    },
    unsure: 'The 95% interval of Ppk, {low} to {high}, spans more than one verdict: these data cannot settle it yet.',
    drift:
      'Cpk ({cpk}) is well above Ppk ({ppk}): short-term variation is small, the level moves over time. A steady level would bring capability near Cpk.',
    offCentre:
      'Pp ({pp}) is well above Ppk ({ppk}): the spread is acceptable, the centre is off to one side. Bring the mean back first.',
    expected: 'By the {method}, about {ppm} in a million will go beyond the limits in the long run ({share}).',
    nextUnstable: 'Next: find and remove the special causes, then judge capability again.',
    nextIncapable:
      'Next: chasing single cases will not help. Change the process (fewer waits, staffing by demand, simple business elsewhere) and measure again.',
  },
  check: {
    stable: 'Stable: no signal among {points} points.',
    stableTrial: 'No signal, but {points} points are too few to call it stable (20 or more are).',
    unstable: 'Not stable: {n} {n|signal|signals} among {points} points; the indices do not speak for the future.',
    amount: {
      good: 'Enough data: {n} values.',
      caution: '{n} values are few ({enough} or more are better); the indices are rough.',
      bad: 'Only {n} {n|value|values}: too few, take the indices as a hint ({enough} or more are better).',
    },
    fits: 'The {method} agrees with the data (A² = {a}, p {p}).',
    fitsNot:
      'The {method} does not agree with the data (A² = {a}, p {p}): indices and expected failures will be off. Use “Automatic” or “Actual percentiles”.',
    fitsNotLarge:
      'The {method} does not quite agree with the data (A² = {a}, p {p}); with {n} values even small departures show. Compare the curve with the histogram.',
    fitUntested: 'The Weibull fit is not tested; compare the curve with the histogram.',
    noFit: 'Too few values to test the distribution.',
    normalWouldDo: 'The data agree with a normal distribution, which would also give Cpk and intervals.',
    percentiles:
      'No common distribution fits, so the actual percentiles are used; {n} values are enough for the 99.865th.',
    fewForPercentiles:
      'The actual percentiles are used, but with {n} values ({needed} are needed) the 99.865th is the maximum itself and Ppk is unreliable. Go by the share beyond the limits.',
    noLimits: 'No specification limit: the data can be described, not judged.',
    targetOutside: 'The target lies outside the limits; please check.',
    missing:
      '{n} {n|record has|records have} no value ({share}) and {n|is|are} left out; make sure that is unrelated to the size of the value.',
    undated: '{n} {n|record has|records have} no date: no place in time, or outside the chosen period.',
    discrete:
      '{n} values take only {distinct} different numbers: grades rather than measurements; indices mean little.',
    rowOrder:
      'Without a date column the order of the records counts. If that is not the order of time, neither the verdict on stability nor the spread within can be relied on.',
  },
  how: {
    auto: 'Method chosen automatically: test for normality A² = {a}, p {p}; used: {method}. In turn normal, log-normal, Box-Cox (λ to the nearest 0.5), p ≥ 0.05 counting as agreement, else the actual percentiles.',
    autoUntested: 'Method chosen automatically: too few values to test, taken as normal.',
    withinRanges: 'Standard deviation within = mean moving range ÷ 1.128 = {sigma}.',
    withinPooled: 'Standard deviation within, pooled over subgroups: √(Σ(nᵢ − 1)sᵢ² ÷ Σ(nᵢ − 1)) = {sigma}.',
    overall: 'Overall standard deviation with divisor n − 1 = {n} − 1: {sd}.',
    pp: 'Pp = (USL − LSL) ÷ 6s = ({upper} − {lower}) ÷ (6 × {sd}) = {pp}; Cp uses the standard deviation within, {sigma}.',
    ppkBoth: 'Ppk = min(x̄ − LSL, USL − x̄) ÷ 3s with x̄ = {mean}: {ppk}; Cpk with the standard deviation within: {cpk}.',
    ppkUpper:
      'Ppk = (USL − x̄) ÷ 3s = ({upper} − {mean}) ÷ (3 × {sd}) = {ppk}; Cpk with the standard deviation within, {sigma}: {cpk}.',
    ppkLower:
      'Ppk = (x̄ − LSL) ÷ 3s = ({mean} − {lower}) ÷ (3 × {sd}) = {ppk}; Cpk with the standard deviation within, {sigma}: {cpk}.',
    interval: '95% interval of Ppk {low} to {high} by Bissell’s approximation ({df} degrees of freedom); of Pp by χ².',
    zBench:
      'Z.bench is the normal quantile of the expected conforming share, both tails moved to one side: {z}, without the 1.5 shift.',
    cpm: 'Cpm = (USL − LSL) ÷ (6√(s² + (x̄ − T)²)) = {cpm}.',
    logNormal: 'Log-normal: the natural logarithms have mean {mean} and standard deviation {sd}.',
    weibull: 'Weibull by maximum likelihood: shape {shape}, scale {scale}.',
    boxCox:
      'Box-Cox: the maximum likelihood estimate of λ is {estimate}, used as {lambda} (0 is the logarithm); transformed mean {mean}, standard deviation {sd}.',
    boxCoxIndex:
      'The limits are transformed alike and judged as normal, with the overall standard deviation: Ppk = {ppk}.',
    percentile: 'The actual percentiles (type 6) of {n} values take the place of ±3s; no distribution is assumed.',
    isoUpper: 'Ppk = (USL − P50) ÷ (P99.865 − P50) = ({upper} − {p50}) ÷ ({p99865} − {p50}) = {ppk} (ISO 22514-2).',
    isoLower: 'Ppk = (P50 − LSL) ÷ (P50 − P0.135) = ({p50} − {lower}) ÷ ({p50} − {p00135}) = {ppk} (ISO 22514-2).',
    isoBoth:
      'Ppk is the smaller of (USL − P50) ÷ (P99.865 − P50) and (P50 − LSL) ÷ (P50 − P0.135), with USL = {upper}, LSL = {lower}, P0.135 = {p00135}, P50 = {p50}, P99.865 = {p99865}: {ppk} (ISO 22514-2).',
    noInterval:
      'No exact interval of Ppk is in common use for methods other than normal; go by the interval of the share beyond the limits.',
    observed: 'The interval of the share beyond is the exact one of Clopper and Pearson; a value on a limit conforms.',
    individuals:
      'Stability: individuals chart of {points} points with limits at the mean ± 3 standard deviations within; rules: beyond the limits, and 8 in a row on one side.',
    logarithms:
      'Stability: individuals chart of {points} points. The data are skewed, so the limits are mean ± 3 standard deviations of the logarithms, turned back, or the long tail would give false alarms; rules: beyond the limits, and 8 in a row on one side.',
    means:
      'Stability: chart of the means of {points} subgroups (X̄-S), limits by subgroup size; rules: beyond the limits, and 8 in a row on one side.',
  },
} satisfies Shape<typeof zh>;
