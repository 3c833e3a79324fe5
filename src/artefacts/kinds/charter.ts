import { findCauseWord } from '../../domain/improvement/cause-words';
import { sigmaShortTerm } from '../../stats/yield/sigma-level';
import { movedBaseline } from '../baseline-source';
import { choice, number, numberOf, plain, reference, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, Output } from '../contract';
import { doubtful, labelOf, wrong } from '../finding';

/** Ends of the phases, in the order in which they must follow each other. */
export const phaseEnds = ['startOn', 'defineEnd', 'measureEnd', 'analyzeEnd', 'improveEnd', 'controlEnd'] as const;

/** Fewer values than this make a baseline provisional. */
const soundBaseline = 30;

/** Whether the target lies on the better side of the baseline; null while either is missing. */
export function isTargetBetter({ fields }: Content): boolean | null {
  const baseline = numberOf(fields, 'baseline');
  const target = numberOf(fields, 'target');
  const direction = textOf(fields, 'direction');
  if (baseline === null || target === null || direction === '') return null;
  return direction === 'lower' ? target < baseline : target > baseline;
}

/** Project charter. Benefits in yuan per year; percentages 0–100. */
export const charter: ArtefactKind = {
  id: 'charter',
  phase: 'define',
  fields: [
    text('projectCode'),
    text('problem', { lines: 3, required: true }),
    text('goal', { lines: 2, required: true }),
    text('metric', { required: true }),
    choice('unit', 'unit', ['percent', 'minutes', 'seconds', 'days', 'per10k', 'score', 'count', 'yuan'], true),
    choice('direction', 'direction', ['higher', 'lower'], true),
    plain('analysis', 'metricChart'),
    number('baseline', { required: true }),
    number('baselineN', { min: 0, whole: true, required: true }),
    plain('date', 'baselineFrom'),
    plain('date', 'baselineTo'),
    plain('analysis', 'baselineAnalysis'),
    text('baselineOf'),
    number('target', { required: true }),
    reference('ctq', 'voice.ctqs'),
    text('scopeIn', { lines: 2 }),
    text('scopeOut', { lines: 2 }),
    text('branchScope'),
    text('businessCase', { lines: 2 }),
    plain('person', 'sponsor', true),
    plain('person', 'champion'),
    plain('person', 'leader', true),
    plain('person', 'processOwner', true),
    plain('date', 'startOn'),
    plain('date', 'defineEnd'),
    plain('date', 'measureEnd'),
    plain('date', 'analyzeEnd'),
    plain('date', 'improveEnd'),
    plain('date', 'controlEnd'),
    number('benefitHard', { min: 0 }),
    text('benefitSoft', { lines: 2 }),
  ],
  lists: [
    { key: 'team', columns: [plain('person', 'name', true), text('role')] },
    { key: 'risks', columns: [text('risk', { required: true }), text('response')] },
  ],

  check(content, project) {
    const { fields } = content;
    const found: Finding[] = [];
    const cause = findCauseWord(textOf(fields, 'problem'));
    if (cause !== null) found.push(doubtful('problemNamesCause', { field: 'problem' }, { word: cause }));
    const goal = textOf(fields, 'goal');
    if (goal !== '' && !/\d/.test(goal)) found.push(doubtful('goalWithoutFigure', { field: 'goal' }));
    else if (goal !== '' && !namesNumber(goal, numberOf(fields, 'target')))
      found.push(doubtful('goalOtherTarget', { field: 'goal' }, { target: numberOf(fields, 'target') ?? 0 }));
    if (goal !== '' && numberOf(fields, 'controlEnd') === null && !/\b(?:19|20)\d\d(?!\d)/.test(goal))
      found.push(doubtful('goalWithoutDate', { field: 'controlEnd' }));
    const moved = movedBaseline(content, project);
    if (moved !== null) found.push(doubtful('baselineMoved', { field: 'baseline' }, { value: moved }));
    const n = numberOf(fields, 'baselineN');
    if (n !== null && n < soundBaseline)
      found.push(doubtful('baselineProvisional', { field: 'baselineN' }, { n, needed: soundBaseline }));
    if (isTargetBetter(content) === false) found.push(wrong('targetWrongSide', { field: 'target' }));
    const [from, to] = [numberOf(fields, 'baselineFrom'), numberOf(fields, 'baselineTo')];
    if (from !== null && to !== null && to < from)
      found.push(wrong('endBeforeStart', { field: 'baselineTo' }, { start: { as: 'date', epochDay: from } }));
    return [...found, ...checkPhaseDates(content)];
  },

  outputs({ fields }) {
    const baseline = numberOf(fields, 'baseline');
    const target = numberOf(fields, 'target');
    if (baseline === null || target === null) return [];
    const isShare = textOf(fields, 'unit') === 'percent';
    const outputs: Output[] = [{ key: isShare ? 'gapPoints' : 'gap', value: target - baseline }];
    if (baseline !== 0)
      outputs.push({ key: 'gapRelative', value: { as: 'percent', value: (target - baseline) / baseline } });
    return isShare ? [...outputs, ...shareOutputs(baseline, target, textOf(fields, 'direction'))] : outputs;
  },
};

/** Whether a text names a number, thousands parted or not; nothing to name is named. */
function namesNumber(text: string, value: number | null): boolean {
  if (value === null) return true;
  const numbers = text.replace(/(\d)[,，](?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? [];
  return numbers.some((number) => Number(number) === value);
}

function checkPhaseDates({ fields }: Content): readonly Finding[] {
  const found: Finding[] = [];
  let last: { readonly key: string; readonly day: number } | null = null;
  for (const key of phaseEnds) {
    const day = numberOf(fields, key);
    if (day === null) continue;
    if (last !== null && day <= last.day) {
      found.push(
        wrong(
          'datesOutOfOrder',
          { field: key },
          { cell: labelOf({ key }), day: { as: 'date', epochDay: last.day }, earlier: labelOf({ key: last.key }) },
        ),
      );
    }
    last = { key, day };
  }
  return found;
}

/** Failures avoided and sigma levels, where the metric is a share in percent. */
function shareOutputs(baseline: number, target: number, direction: string): readonly Output[] {
  const failing = (share: number): number => (direction === 'lower' ? share : 100 - share) / 100;
  const outputs: Output[] = [];
  if (failing(baseline) > 0) {
    const change = (failing(target) - failing(baseline)) / failing(baseline);
    outputs.push({ key: 'failureChange', value: { as: 'percent', value: change } });
  }
  for (const [key, share] of [
    ['sigmaNow', baseline],
    ['sigmaTarget', target],
  ] as const) {
    const sigma = sigmaShortTerm(failing(share));
    if (sigma !== null) outputs.push({ key, value: { as: 'decimal', value: sigma, digits: 2 } });
  }
  return outputs;
}
