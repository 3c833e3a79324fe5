import type { CitedVerdict } from '../../domain/improvement/citation';
import { choice, isOn, number, numberOf, plain, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, ProjectView } from '../contract';
import { doubtful, labelOf, wrong } from '../finding';
import { findAnalysis } from '../project';

const dates = ['beforeFrom', 'beforeTo', 'afterFrom', 'afterTo'] as const;

/** Words of the analysis that a person's verdict may rest on. */
const supports: Readonly<Record<string, readonly string[]>> = {
  effective: ['effective'],
  partial: ['partly', 'effective'],
  notEffective: ['noChange', 'worse'],
  unproven: ['noChange', 'tooFew'],
};

/** What the named analysis says of the effect; null until it was computed, or where it judges none. */
export function citedVerdict({ fields }: Content, project: ProjectView): CitedVerdict | null {
  return findAnalysis(project, textOf(fields, 'effectAnalysis'))?.result?.cited.verdict ?? null;
}

/** Whether the analysis supports the verdict; null while either is missing. */
export function isVerdictSupported(content: Content, project: ProjectView): boolean | null {
  const verdict = textOf(content.fields, 'verdict');
  const cited = citedVerdict(content, project);
  return verdict === '' || cited === null ? null : supports[cited].includes(verdict);
}

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

  check(content, project) {
    const { fields } = content;
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
    if (isVerdictSupported(content, project) === false)
      found.push(
        doubtful(
          'verdictAgainstData',
          { field: 'verdict' },
          { word: { as: 'term', key: `artefacts.choice.citedVerdict.${citedVerdict(content, project) ?? ''}` } },
        ),
      );
    if (isOn(fields, 'worstPeriod')) found.push(doubtful('regressionToMean', { field: 'worstPeriod' }));
    return found;
  },

  outputs(content, project) {
    const cited = citedVerdict(content, project);
    return cited === null
      ? []
      : [{ key: 'dataVerdict', value: { as: 'term', key: `artefacts.choice.citedVerdict.${cited}` } }];
  },
};
