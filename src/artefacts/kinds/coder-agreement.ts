import type { CitedAgreement } from '../../domain/improvement/citation';
import { choice, number, numberOf, plain, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, Output, ProjectView } from '../contract';
import { doubtful, wrong } from '../finding';
import { findAnalysis } from '../project';

const needed = { items: 20, raters: 2, trials: 2 } as const;

/** From this kappa on, codes are reliable enough to be counted; from the second on one level up as well. */
const usableKappa = 0.7;
const usableAspectKappa = 0.75;

export type AgreementLevel = 'usable' | 'aspectOnly' | 'poor';

/** What the named analysis found; null until it was computed. */
export function citedAgreement({ fields }: Content, project: ProjectView): CitedAgreement | null {
  return findAnalysis(project, textOf(fields, 'agreementAnalysis'))?.result?.cited.agreement ?? null;
}

/** What the figures permit: counting the codes, counting them one level up only, or neither. */
export function judgeAgreement({ kappa, aspectKappa }: CitedAgreement): AgreementLevel {
  if (kappa !== null && kappa >= usableKappa) return 'usable';
  return aspectKappa !== null && aspectKappa >= usableAspectKappa ? 'aspectOnly' : 'poor';
}

/** Agreement of those who code complaints or score calls; the figures come from the analysis it names. */
export const coderAgreement: ArtefactKind = {
  id: 'coderAgreement',
  phase: 'measure',
  fields: [
    plain('analysis', 'agreementAnalysis'),
    number('items', { min: 1, whole: true }),
    number('raters', { min: 1, whole: true }),
    number('trials', { min: 1, whole: true }),
    plain('switch', 'blind'),
    plain('switch', 'standard'),
    choice('agreementVerdict', 'agreementVerdict', ['passed', 'limited', 'failed']),
    text('limitation', { lines: 2 }),
  ],
  lists: [
    {
      key: 'definitions',
      columns: [
        plain('code', 'link', true),
        text('change', { required: true }),
        plain('person', 'owner'),
        plain('date', 'due'),
      ],
    },
  ],

  check(content, project) {
    const { fields } = content;
    const found: Finding[] = [];
    const cited = citedAgreement(content, project);
    for (const key of ['items', 'raters', 'trials'] as const) {
      const n = numberOf(fields, key);
      if (n !== null && n < needed[key])
        found.push(doubtful('studyTooSmall', { field: key }, { n, needed: needed[key] }));
    }
    if (cited && cited.cases < needed.items)
      found.push(doubtful('studyTooSmall', { field: 'agreementAnalysis' }, { n: cited.cases, needed: needed.items }));
    const verdict = textOf(fields, 'agreementVerdict');
    if (cited && verdict === 'passed' && judgeAgreement(cited) !== 'usable')
      found.push(
        wrong(
          'verdictAgainstKappa',
          { field: 'agreementVerdict' },
          { kappa: cited.kappa === null ? '–' : { as: 'decimal', value: cited.kappa, digits: 3 } },
        ),
      );
    if (verdict !== '' && textOf(fields, 'agreementAnalysis') === '')
      found.push(doubtful('verdictWithoutAnalysis', { field: 'agreementAnalysis' }));
    if (verdict === 'limited' && textOf(fields, 'limitation') === '')
      found.push(doubtful('limitationUnsaid', { field: 'limitation' }));
    return found;
  },

  outputs(content, project) {
    return [...agreementOutputs(citedAgreement(content, project)), ...ratings(content)];
  },
};

function agreementOutputs(cited: CitedAgreement | null): readonly Output[] {
  if (!cited) return [];
  const decimal = (value: number): Output['value'] => ({ as: 'decimal', value, digits: 3 });
  return [
    {
      key: 'kappa',
      value: cited.kappa === null ? '–' : decimal(cited.kappa),
      ...(cited.low === null || cited.high === null
        ? {}
        : {
            note: {
              code: 'artefacts.outputNote.interval',
              params: { low: decimal(cited.low), high: decimal(cited.high) },
            },
          }),
    },
    { key: 'agreementMeans', value: { as: 'term', key: `artefacts.choice.agreementLevel.${judgeAgreement(cited)}` } },
    {
      key: 'casesJudged',
      value: cited.cases,
      note: { code: 'artefacts.outputNote.raters', params: { n: cited.raters } },
    },
  ];
}

function ratings({ fields }: Content): readonly Output[] {
  const counts = (['items', 'raters', 'trials'] as const).map((key) => numberOf(fields, key));
  return counts.some((n) => n === null)
    ? []
    : [{ key: 'ratings', value: counts.reduce<number>((product, n) => product * (n ?? 0), 1) }];
}
