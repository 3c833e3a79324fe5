import { describe, expect, it } from 'vitest';
import {
  checkChange,
  checkFigures,
  checkLoad,
  handlingLoad,
  readChange,
  wholePercents,
} from '../../../../src/domain/kpi/checks';
import { judgeSeries } from '../../../../src/domain/kpi/icons';
import { activities, activitiesOf, raciOf, roles } from '../../../../src/domain/roles/raci';

describe('a printed change', () => {
  it.each([
    [82.5, 89.2, 6.7, 'points'],
    [85.3, 91.7, 6.4, 'points'],
    [5.2, 4.3, 17.3, 'relative'],
    [3.8, 2.1, 44.7, 'relative'],
    [23.5, 17.2, 26.8, 'relative'],
    [4.1, 4.6, 25, 'neither'],
  ])('from %d to %d printed as %d %% is %s', (before, after, printedPercent, kind) => {
    expect(readChange({ name: 'k', before, after, printedPercent, isShare: before > 50 }).kind).toBe(kind);
  });

  it('also says how many failures went away', () => {
    const { failures, relative } = readChange({
      name: 'FCR',
      before: 82.5,
      after: 89.2,
      printedPercent: 6.7,
      isShare: true,
    });
    expect(failures).toBeCloseTo(38.29, 2);
    expect(relative).toBeCloseTo(8.12, 2);
  });

  it('warns of points printed as percent only for shares', () => {
    expect(checkChange({ name: 'FCR', before: 82.5, after: 89.2, printedPercent: 6.7, isShare: true })).toMatchObject([
      { code: 'points' },
    ]);
    expect(checkChange({ name: 'AHT', before: 5.2, after: 4.3, printedPercent: 17.3, isShare: false })).toEqual([]);
    expect(checkChange({ name: 'CSAT', before: 4.1, after: 4.6, printedPercent: 25, isShare: false })).toMatchObject([
      { code: 'change-wrong' },
    ]);
  });
});

describe('a load', () => {
  it('that no team can carry is found', () => {
    // 54 million phone contacts, 350 agents, 365 days, 5.2 minutes each: 36.6 hours a day.
    const plan = { contacts: 54_000_000, agents: 350, workingDays: 365, handlingMinutes: 5.2 };
    expect(handlingLoad(plan)?.contactsPerDay).toBeCloseTo(422.7, 1);
    expect(handlingLoad(plan)?.hoursPerDay).toBeCloseTo(36.6, 1);
    expect(checkLoad(plan)).toMatchObject([{ code: 'impossible-load' }]);
    expect(checkLoad({ contacts: 100, agents: 1, workingDays: 1, handlingMinutes: 86.5 / 60 })).toEqual([]);
    expect(handlingLoad({ ...plan, agents: 0 })).toBeNull();
  });
});

describe('whole percentages', () => {
  it.each([
    [[200, 50, 50], 0, [67, 17, 16]],
    [[1, 1, 1], 2, [33.34, 33.33, 33.33]],
    [[40, 30, 20, 10], 0, [40, 30, 20, 10]],
    [[], 0, []],
    [[0, 0], 0, []],
  ])('of %o add up to 100', (parts, decimals, expected) => {
    expect(wholePercents(parts, decimals)).toEqual(expected);
  });
});

describe('reported figures', () => {
  it('are warned about where they cannot be believed', () => {
    const warnings = checkFigures([
      { name: '接通率', value: 94.3, unit: 'percent', definition: '4.1 秒内应答', period: '2004-11' },
      {
        name: '接通率',
        value: 94.3,
        unit: 'percent',
        definition: '人工接通',
        numerator: 943,
        denominator: 1000,
        period: '2004-11',
      },
      { name: '解决率', value: 92, unit: 'percent', numerator: 85, denominator: 100 },
      { name: 'QSI', value: 85, unit: 'points', period: 'Q2' },
      { name: '满意度', value: 85, unit: 'points', period: 'Q2' },
      { name: '通过率', value: 300, unit: 'percent', numerator: 3, denominator: 1 },
    ]);
    expect(warnings.map(({ code }) => code).sort()).toEqual([
      'bare',
      'contradicted',
      'one-value',
      'outside',
      'two-definitions',
    ]);
  });
});

describe('the icons of a measure', () => {
  const steady = [50, 52, 49, 51, 48, 50, 53, 49, 51, 50, 52, 48, 50, 51];
  const judge = (values: readonly number[], target: number | null, direction: 'higher' | 'lower' = 'higher') =>
    judgeSeries({ kind: 'individuals', values }, { direction, target });

  it.each([
    [steady, 30, { variation: 'common', assurance: 'pass' }],
    [steady, 50, { variation: 'common', assurance: 'varies' }],
    [steady, 90, { variation: 'common', assurance: 'fail' }],
    [[...steady, 80], null, { variation: 'improvement', assurance: 'unknown' }],
    [[...steady, 20], null, { variation: 'concern', assurance: 'unknown' }],
    [steady.slice(0, 11), 30, { variation: 'unknown', assurance: 'unknown' }],
  ])('%#', (values, target, expected) => {
    expect(judge(values, target)).toEqual(expected);
  });

  it('turn with the direction', () => {
    expect(judge([...steady, 80], 30, 'lower')).toMatchObject({ variation: 'concern' });
    expect(judge(steady, 90, 'lower')).toMatchObject({ assurance: 'pass' });
  });
});

describe('the roles', () => {
  it('have one accountable role for each activity', () => {
    for (const activity of activities) {
      expect(roles.filter((role) => raciOf(activity, role).includes('A'))).toHaveLength(1);
      expect(roles.some((role) => raciOf(activity, role).includes('R'))).toBe(true);
    }
  });

  it('see first what they answer for', () => {
    expect(activitiesOf('resolutionCentre')).toEqual(['intake', 'coding', 'report']);
    expect(activitiesOf('leadingGroup')).toEqual(['scorecard', 'report', 'rectification', 'standards']);
    expect(activitiesOf('supervision')).toEqual(['rectification']);
  });
});
