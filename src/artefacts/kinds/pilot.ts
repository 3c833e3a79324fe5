import { choice, isOn, number, numberOf, plain, text, textOf } from '../columns';
import type { ArtefactKind, Finding } from '../contract';
import { doubtful, labelOf, wrong } from '../finding';

const dates = ['beforeFrom', 'beforeTo', 'afterFrom', 'afterTo'] as const;

/** A trial at some sites, with measure and test chosen before there is anything to see. */
export const pilot: ArtefactKind = {
  id: 'pilot',
  phase: 'improve',
  fields: [
    text('sites', { required: true }),
    text('controlSites'),
    text('measure', { required: true }),
    text('plannedTest', { required: true }),
    number('alpha', { min: 0.001, max: 0.5, step: 0.01 }),
    number('sampleSize', { min: 1, whole: true }),
    text('successRule', { lines: 2 }),
    text('confounders', { lines: 2 }),
    text('endRule'),
    plain('date', 'registeredOn', true),
    plain('date', 'beforeFrom'),
    plain('date', 'beforeTo'),
    plain('date', 'afterFrom'),
    plain('date', 'afterTo'),
    plain('analysis', 'effectAnalysis'),
    choice('verdict', 'verdict', ['effective', 'partly', 'noChange', 'worse', 'tooFew']),
    plain('switch', 'worstPeriod'),
    text('rollOut', { lines: 3 }),
  ],
  lists: [],

  check({ fields }) {
    const found: Finding[] = [];
    let last: { readonly key: string; readonly day: number } | null = null;
    for (const key of dates) {
      const day = numberOf(fields, key);
      if (day === null) continue;
      if (last !== null && day < last.day)
        found.push(
          wrong(
            'datesOutOfOrder',
            { field: key },
            { cell: labelOf({ key }), day: { as: 'date', epochDay: last.day }, earlier: labelOf({ key: last.key }) },
          ),
        );
      last = { key, day };
    }
    const [registered, after] = [numberOf(fields, 'registeredOn'), numberOf(fields, 'afterFrom')];
    if (registered !== null && after !== null && registered > after)
      found.push(doubtful('registeredTooLate', { field: 'registeredOn' }, { start: { as: 'date', epochDay: after } }));
    if (textOf(fields, 'verdict') !== '' && textOf(fields, 'effectAnalysis') === '')
      found.push(doubtful('verdictWithoutAnalysis', { field: 'effectAnalysis' }));
    if (isOn(fields, 'worstPeriod')) found.push(doubtful('regressionToMean', { field: 'worstPeriod' }));
    return found;
  },
};
