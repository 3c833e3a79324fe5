import type { CellValue } from '../artefacts/contract';
import { raciRoles } from '../artefacts/kinds/raci';
import { newId } from '../kernel/ids';
import type { Translator } from '../i18n/translator';
import type { StartingContent } from './project-acts';

interface Template {
  readonly id: string;
  readonly unit: string;
  readonly direction: string;
  readonly dataType: string;
  /** Bone and complaint link of each possible cause; the words stand in the catalogue. */
  readonly causes: readonly (readonly [bone: string, link: string])[];
  /** Links in which complaints of this kind are coded. */
  readonly codes: readonly string[];
}

const templates = [
  {
    id: 'answerSpeed',
    unit: 'percent',
    direction: 'higher',
    dataType: 'proportion',
    causes: [
      ['method', 'G2.3.7'],
      ['people', 'G2.1.1'],
      ['machine', 'G3.3.3'],
      ['environment', 'G2.4.1'],
      ['measurement', 'G2.2.1'],
    ],
    codes: ['G2.2.1', 'G2.3.7'],
  },
  {
    id: 'branchWaiting',
    unit: 'minutes',
    direction: 'lower',
    dataType: 'continuous',
    causes: [
      ['people', 'G2.1.1'],
      ['method', 'G3.2.3'],
      ['machine', 'G3.3.1'],
      ['environment', 'G2.4.1'],
      ['measurement', 'G2.2.1'],
    ],
    codes: ['G2.2.1', 'G2.1.1', 'G3.2.3'],
  },
  {
    id: 'complaintClosure',
    unit: 'days',
    direction: 'lower',
    dataType: 'time',
    causes: [
      ['method', 'G3.1.2'],
      ['people', 'G3.4.1'],
      ['machine', 'G3.8.2'],
      ['environment', 'G1.3.1'],
      ['measurement', 'G3.8.4'],
    ],
    codes: ['G3.8.2', 'G3.8.4'],
  },
  {
    id: 'loanTurnaround',
    unit: 'days',
    direction: 'lower',
    dataType: 'time',
    causes: [
      ['method', 'G1.3.1'],
      ['people', 'G3.2.5'],
      ['machine', 'G3.1.2'],
      ['material', 'G2.3.4'],
      ['measurement', 'G2.2.2'],
    ],
    codes: ['G2.2.2', 'G2.3.4'],
  },
] as const satisfies readonly Template[];

/** What a project may begin with. */
export const templateIds = ['blank', ...templates.map(({ id }) => id)] as const;
export type TemplateId = (typeof templateIds)[number];

/** Who stands where in the default distribution of duties: one letter per role, `-` for nobody. */
const duties: readonly string[] = [
  'I A/R I C I R C C',
  'I A/R C I C R I I',
  'A C R C I I I I',
  'A R R C C I I C',
  'A C C R R R R R',
  'A C C R I C C R',
];

const rows = <Cells extends Readonly<Record<string, CellValue>>>(list: readonly Cells[]) =>
  list.map((cells) => ({ id: newId(), cells }));

/** The documents a project begins with, in the reader's language; none for an empty one. */
export function templateContent(id: TemplateId, { t, phrase }: Translator): readonly StartingContent[] {
  const template = templates.find((candidate) => candidate.id === id);
  if (!template) return [];
  const say = (key: string): string => phrase({ code: `templates.${template.id}.${key}`, params: {} });
  const needs = rows([{ need: say('need') }]);
  const ctqs = rows([
    {
      characteristic: say('ctq'),
      need: needs[0].id,
      unitName: phrase({ code: `artefacts.choice.unit.${template.unit}`, params: {} }),
      defectRule: say('defect'),
      importance: 5,
    },
  ]);
  const customers = rows([{ name: say('customer') }]);
  return [
    {
      kind: 'charter',
      fields: {
        problem: say('problem'),
        goal: say('goal'),
        metric: say('ctq'),
        unit: template.unit,
        direction: template.direction,
        ctq: ctqs[0].id,
        scopeIn: say('scope'),
      },
      lists: {},
    },
    {
      kind: 'sipoc',
      fields: {},
      lists: {
        process: rows(['step1', 'step2', 'step3', 'step4', 'step5'].map((key) => ({ name: say(key) }))),
        customers,
        outputs: rows([{ name: say('output'), customer: customers[0].id }]),
      },
    },
    { kind: 'voice', fields: {}, lists: { needs, ctqs } },
    {
      kind: 'raci',
      fields: {},
      lists: {
        activities: rows(
          (['intake', 'coding', 'scorecard', 'report', 'rectification', 'standards'] as const).map((key, index) => ({
            activity: t(`templates.duty.${key}`),
            ...dutyCells(duties[index]),
          })),
        ),
      },
    },
    {
      kind: 'dataPlan',
      fields: {},
      lists: {
        measures: rows([
          {
            measure: say('ctq'),
            ctq: ctqs[0].id,
            dataType: template.dataType,
            definition: say('definition'),
            startRule: say('start'),
            stopRule: say('stop'),
            exclusions: say('exclusions'),
            source: say('source'),
            sampling: 'all',
            ...(template.dataType === 'proportion'
              ? { numerator: say('defect'), denominator: say('denominator') }
              : {}),
          },
        ]),
      },
    },
    {
      kind: 'fishbone',
      fields: { effect: say('effect'), boneSet: 'sixM' },
      lists: {
        causes: rows(template.causes.map(([bone, link], index) => ({ cause: say(`cause${index + 1}`), bone, link }))),
      },
    },
    {
      kind: 'focus',
      fields: {},
      lists: { cuts: rows([{ question: t('templates.focusQuestion'), cutKind: 'pareto', codes: template.codes }]) },
    },
  ];
}

function dutyCells(letters: string): Record<string, string> {
  return Object.fromEntries(letters.split(' ').map((duty, index) => [raciRoles[index], duty === 'A/R' ? 'AR' : duty]));
}
