import { describe, expect, it } from 'vitest';
import { judgeSeries } from '../../../../src/domain/kpi/icons';
import { kpiOf } from '../../../../src/domain/kpi/catalogue';
import { seriesOf, type IndicatorValue } from '../../../../src/domain/kpi/indicator';
import { agreementOf, readCheck, readinessOf, scoreCheck } from '../../../../src/domain/monitoring/check';
import { sampleVoice, type VoiceKind } from '../../../../src/domain/sample/voice';
import { flagsOf } from '../../../../src/domain/survey/answers';
import { itemsOf, readAnswer, readSurvey } from '../../../../src/domain/survey/survey';
import { meanScores } from '../../../../src/domain/survey/weakest';

const changes = sampleVoice('zh', (kind, index) => `${kind} ${index}`);
const recordsOf = (kind: VoiceKind): readonly (readonly [string, Record<string, { value: unknown }>])[] => {
  const records = new Map<string, Record<string, { value: unknown }>>();
  for (const change of changes.filter((one) => one.kind === kind)) {
    records.set(change.id, { ...records.get(change.id), [change.field]: { value: change.value } });
  }
  return [...records];
};

describe('the voice of the sample', () => {
  it('is the same every time', () => {
    expect(sampleVoice('zh', (kind, index) => `${kind} ${index}`)).toEqual(changes);
  });

  it('holds a survey whose sheets can be read, with some careless ones', () => {
    const [[id, fields]] = recordsOf('survey');
    const survey = readSurvey(id, fields);
    const answers = recordsOf('surveyAnswer').flatMap(([own, registers]) => readAnswer(own, registers) ?? []);
    expect(answers).toHaveLength(180);
    const of = { items: itemsOf(survey), mode: survey.mode ?? 'performance' } as const;
    const flagged = answers.filter((answer) => flagsOf(answer, of).length > 0);
    expect(flagged).toHaveLength(9);
    expect(meanScores(answers, of)[0].dimension).toBe('responsiveness');
  });

  it('holds checks scored by two people, and a release that is blocked', () => {
    const checks = recordsOf('monitoring').map(([id, fields]) => readCheck(id, fields));
    expect(agreementOf(checks, 'recording')).toHaveLength(1);
    expect(checks.filter(({ type }) => type !== 'readiness').every((check) => scoreCheck(check).score !== null)).toBe(
      true,
    );
    expect(checks.filter(({ type }) => type === 'readiness').map((check) => readinessOf(check).state)).toEqual([
      'blocked',
    ]);
  });

  it('shows the change of first contact as an improvement on its chart', () => {
    const values = recordsOf('indicator').map(
      ([, fields]) => Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value])) as never,
    ) as readonly IndicatorValue[];
    const kpi = kpiOf('firstContact');
    if (!kpi) throw new RangeError('no such indicator: firstContact');
    const series = seriesOf(kpi, values);
    expect(series.months).toHaveLength(24);
    expect(judgeSeries(series.data, { direction: 'higher', target: 0.85 })).toEqual({
      variation: 'improvement',
      assurance: 'varies',
    });
  });
});
