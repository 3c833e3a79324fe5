import { bartlettTest } from '../../stats/anova/bartlett';
import type { NamedGroup } from '../../stats/anova/groups';
import { leveneTest, type Levene } from '../../stats/anova/levene';
import { oneWayAnova } from '../../stats/anova/one-way';
import { kruskalWallis } from '../../stats/nonparametric/kruskal-wallis';
import { mannWhitney } from '../../stats/nonparametric/mann-whitney';
import { cronbachAlpha } from '../../stats/reliability/cronbach-alpha';
import { varianceRatio } from '../../stats/tests/f-test';
import { alternativeOf, boundsOf, lists, maybes, numberOr, records, textOf, valueOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

function groupsOf(input: Fields): NamedGroup[] {
  return records(input['groups']).map((group, i) => ({
    name: textOf(group['name']) ?? String(i + 1),
    values: maybes(group['values']),
  }));
}

const anova1: KindRunner = (input, params) => {
  const result = valueOf(oneWayAnova(groupsOf(input), { confidence: numberOr(params['tukeyConfLevel'], 0.95) }));
  const { welch } = result;
  return {
    ...result,
    p: result.pValue,
    tukey: result.tukey?.map(({ a, b, difference: diff, low: lower, high: upper, pValue: p }) => ({
      a,
      b,
      diff,
      lower,
      upper,
      p,
    })),
    extra: { welch: welch && { f: welch.f, df1: welch.df1, df2: welch.df2, p: welch.pValue } },
  };
};

const leveneBartlett: KindRunner = (input) => {
  const groups = groupsOf(input);
  const { kSquared: k2, df, pValue } = valueOf(bartlettTest(groups));
  const levene = ({ f, df1, df2, pValue: p }: Levene): Fields => ({ f, df1, df2, p });
  const ratio = groups.length === 2 ? valueOf(varianceRatio(groups[0].values, groups[1].values)) : null;
  return {
    bartlett: { k2, df, p: pValue },
    leveneMedian: levene(valueOf(leveneTest(groups, 'median'))),
    leveneMean: levene(valueOf(leveneTest(groups, 'mean'))),
    fTest: ratio && {
      f: ratio.f,
      df1: ratio.df1,
      df2: ratio.df2,
      p: ratio.pValue,
      ci95: boundsOf(ratio.interval),
    },
  };
};

const kruskal: KindRunner = (input) => {
  const { h, uncorrectedH: hUncorrected, df, pValue: p, meanRanks } = valueOf(kruskalWallis(groupsOf(input)));
  return { h, hUncorrected, df, p, meanRanks };
};

const mannwhitney: KindRunner = (input, params) => {
  const alternative = alternativeOf(params['alternative']);
  const result = valueOf(mannWhitney(maybes(input['x']), maybes(input['y']), alternative));
  const { n1, n2, u1, u2, rankSum1, exactP, corrected, uncorrected } = result;
  return {
    n1,
    n2,
    u1,
    u2,
    rankSum1,
    exact: { p: exactP },
    normalCorrected: { z: corrected.z, p: corrected.pValue },
    normal: { z: uncorrected.z, p: uncorrected.pValue },
  };
};

const cronbach: KindRunner = (input) => valueOf(cronbachAlpha(lists(input['rows'])));

/** Comparisons of several groups, and scales of several items. */
export const groupKinds: KindRunners = { anova1, levene_bartlett: leveneBartlett, kruskal, mannwhitney, cronbach };
