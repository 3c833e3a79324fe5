import type { Shape } from '../shape';
import type { differences as zh } from '../zh-CN/differences';

/** Where the numbers differ from those of other programs, and why. */
export const differences = {
  title: 'Where our numbers differ from Minitab, JASP, qcc and the NHS tools, and why',
  lead: 'The same data can give slightly different numbers in different programs. Most differences are conventions, a few are somebody’s mistake. Each is listed here with the way to the other convention.',
  column: { ours: 'This workbench', others: 'Other tools', change: 'How to change it' },
  /** What to change in which form. */
  option: '{tool}, options: {field}.',
  choice: '{tool}, options: {field} → {choice}.',
  row: {
    constants: {
      topic: 'Control-chart constants',
      ours: 'd2, d3 and c4 are computed, for example d2(2) = 1.128379.',
      others: 'Most tools read three-decimal tables (1.128, 3.267, 2.66); limits differ by 0.03–0.05 %.',
      change: 'No need: the difference is in the last digit.',
    },
    screening: {
      topic: 'Screening of moving ranges on the individuals chart',
      ours: 'None: sigma = mean moving range ÷ d2. Of 24 stable points about 6 % of charts raise a false alarm, with screening about 10 %.',
      others: 'PowerBI-SPC and the NHS R tool drop large moving ranges once by default; Minitab, JASP and qcc do not.',
    },
    medianRange: {
      topic: 'Median moving range',
      ours: 'Divided by 0.9539, the constant of the median.',
      others:
        'PowerBI-SPC divides the median by the constant of the mean, 1.128: its limits are about 15 % too narrow.',
      change: 'No switch: the other way is wrong.',
    },
    gaps: {
      topic: 'Missing and excluded points',
      ours: 'Moving ranges break at missing and excluded points.',
      others: 'qicharts2 removes excluded points first, so that a range bridges the hole.',
      change: 'No switch: a range across a hole mixes in another time step.',
    },
    pChart: {
      topic: 'Mean of a p chart',
      ours: 'All defectives ÷ all units, limits per point, kept between 0 and 1.',
      others: 'JASP takes the plain mean of the proportions when sizes are similar; its lower limit can be negative.',
      change: 'No switch: a negative proportion means nothing.',
    },
    laney: {
      topic: 'Over-dispersion (Laney p′ and u′)',
      ours: 'Each point is standardised with its own size, nothing is screened, sigma-z is printed; it is offered when the diagnostic asks for it.',
      others:
        'JASP uses the size of the first subgroup for all; with varying sizes its sigma-z can be off by a factor of two.',
    },
    rare: {
      topic: 'Rare events (g and t charts)',
      ours: 'Limits are percentiles of the geometric, exponential or Weibull distribution; the centre line is the median.',
      others:
        'qicharts2 and the NHS use mean ± 3 sigma (g) and the power 1/3.6 (t); the g chart then raises some 13 times the nominal false alarms.',
    },
    rules: {
      topic: 'Run rules',
      ours: 'By default only points beyond limits and eight in a row on one side. Over 57 links of 24 months expect some 8 charts with a false alarm; with the full AIAG set some 19.',
      others: 'Minitab uses the first test only by default; AIAG and the NHS count 7 in a row, Nelson 9.',
    },
    trend: {
      topic: 'Counting trends and alternations',
      ours: 'Points are counted: 6 rising points, 14 alternating points.',
      others: 'Minitab and JASP count steps: 6 steps are 7 points, 14 steps are 15.',
    },
    twoOfThree: {
      topic: 'Two of three beyond 2 sigma',
      ours: 'Both on the same side, and the point that completes the signal lies beyond itself.',
      others:
        'The NHS wants all three on one side and between 2 and 3 sigma; PowerBI-SPC misses patterns whose middle point lies on the other side.',
    },
    pooled: {
      topic: 'Pooled standard deviation (X̄ charts, capability)',
      ours: 'Pooled s ÷ c4(total degrees of freedom + 1), exact for any size.',
      others:
        'qicharts2 and PowerBI-SPC divide by c4 of each subgroup, which widens limits by 25 % at n = 2; JASP has no result beyond 342 degrees of freedom.',
    },
    cpm: {
      topic: 'Cpm',
      ours: 'Uses the overall standard deviation.',
      others: 'qcc uses the within one, JASP the mean square divided by n.',
      change: 'No switch: the result names the standard deviation used.',
    },
    shift: {
      topic: 'Shift of 1.5 sigma',
      ours: 'DPMO and long-term Z are always shown; sigma level = long-term Z + 1.5, and says so.',
      others:
        'SixSigma (R) subtracts 1.5 from a Z of long-term data once more: at Z = 3 it reports 66,807 instead of 1,350.',
    },
    zeroDefects: {
      topic: 'Zero defects',
      ours: 'A one-sided 95 % bound, for example 0 in 3,600 opportunities: DPMO at most 832.',
      others: 'The plain formula gives infinity or “6 sigma”.',
      change: 'No switch: having seen no defect does not mean there is none.',
    },
    quantiles: {
      topic: 'Quantiles',
      ours: 'Type 7 (as Excel) in summaries, type 6 (as Minitab) in non-normal capability; the result says which.',
      others: 'Minitab and SPSS use type 6; R and Excel type 7.',
    },
    gage: {
      topic: 'Measurement systems',
      ours: 'The interaction is pooled when its p exceeds 0.05, negative components count as 0, distinct categories are rounded down.',
      others: 'The AIAG manual uses 0.25; some tools take operators as fixed.',
    },
    pareto: {
      topic: 'Pareto chart',
      ours: '“Other” always comes last, “Uncoded” is a bar of its own and part of the shares, ties follow the taxonomy.',
      others: 'qcc and qicharts2 have no “Other”; empty values are mostly dropped unsaid.',
    },
  },
} satisfies Shape<typeof zh>;
