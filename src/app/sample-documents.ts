import type { CellValue } from '../artefacts/contract';
import { sampleFacts } from '../domain/sample/facts';
import { formatIsoMonth, toEpochDay } from '../kernel/dates';
import { newId } from '../kernel/ids';
import type { Translator } from '../i18n/translator';
import type { LinkEnd } from '../artefacts/thread';
import type { StartingContent } from './project-acts';

interface SampleAnalyses {
  readonly pareto: string;
  readonly rate: string;
  readonly late: string;
  readonly dpmo: string;
}

type Cells = Readonly<Record<string, CellValue>>;

const row = (cells: Cells): { readonly id: string; readonly cells: Cells } => ({ id: newId(), cells });

/**
 * Documents of the sample project, half-way along the road: what is missing is part of what a newcomer should see.
 *
 * Everything in them is invented; the figures are those the sample was made to show.
 */
export function sampleDocuments(
  { t }: Translator,
  analyses: SampleAnalyses,
): {
  readonly documents: readonly StartingContent[];
  readonly links: readonly { readonly from: LinkEnd; readonly to: LinkEnd }[];
} {
  const lanes = {
    customer: row({ name: t('artefacts.choice.laneKind.customer'), laneKind: 'customer' }),
    front: row({ name: t('artefacts.choice.laneKind.front'), laneKind: 'front' }),
  };
  const steps = {
    call: row({ name: t('templates.answerSpeed.step1'), stepType: 'start', lane: lanes.customer.id, volume: 4200 }),
    menu: row({
      name: t('templates.answerSpeed.step2'),
      stepType: 'step',
      lane: lanes.customer.id,
      link: 'G2.3.7',
      valueKind: 'nnva',
      processMinutes: 1.5,
      yield: 88,
    }),
    queue: row({
      name: t('templates.answerSpeed.step3'),
      stepType: 'wait',
      lane: lanes.customer.id,
      link: 'G2.2.1',
      valueKind: 'nva',
      waitP50: 0.8,
      waitP90: 4,
    }),
    answer: row({
      name: t('templates.answerSpeed.step4'),
      stepType: 'step',
      lane: lanes.front.id,
      link: 'G3.2.4',
      valueKind: 'va',
      processMinutes: 4.5,
      staff: 48,
      yield: 92,
      cost: 9,
    }),
    end: row({ name: t('templates.answerSpeed.output'), stepType: 'end', lane: lanes.customer.id }),
  };
  const order = Object.values(steps);
  const menu = row({
    cause: t('templates.answerSpeed.cause1'),
    bone: 'method',
    link: 'G2.3.7',
    step: steps.menu.id,
    votes: 7,
    mechanism: t('sample.mechanism'),
    evidence: analyses.pareto,
    verified: true,
    retained: true,
  });
  const agents = row({
    cause: t('templates.answerSpeed.cause2'),
    bone: 'people',
    link: 'G2.2.1',
    step: steps.queue.id,
    votes: 5,
    evidence: analyses.pareto,
    verified: true,
  });
  const bot = row({ cause: t('templates.answerSpeed.cause3'), bone: 'machine', link: 'G3.3.3', votes: 2 });
  const redesign = row({
    action: t('sample.action'),
    actionType: 'corrective',
    cause: menu.id,
    owner: t('sample.owner'),
    startOn: toEpochDay(2024, 10, 8),
    due: toEpochDay(2025, 1, 1),
    progress: 100,
    actionState: 'verifying',
    effectAnalysis: analyses.rate,
  });
  const { before, after } = sampleFacts.ratePer10k;
  return {
    documents: [
      {
        kind: 'charter',
        fields: {
          problem: t('sample.problem', { before }),
          goal: t('sample.goal', { before, after }),
          metric: t('sample.metric'),
          unit: 'per10k',
          direction: 'lower',
          metricChart: analyses.rate,
          baseline: before,
          target: after,
          leader: t('sample.owner'),
          startOn: toEpochDay(2024, 9, 1),
        },
        lists: {},
      },
      {
        kind: 'voice',
        fields: {},
        lists: {
          ctqs: [
            row({
              characteristic: t('templates.answerSpeed.ctq'),
              defectRule: t('templates.answerSpeed.defect'),
              importance: 5,
            }),
          ],
        },
      },
      {
        kind: 'processMap',
        fields: {},
        lists: {
          lanes: Object.values(lanes),
          steps: order,
          flows: order.slice(1).map((step, index) => row({ from: order[index].id, to: step.id })),
        },
      },
      {
        kind: 'baseline',
        fields: {
          stabilityAnalysis: analyses.rate,
          specialCauses: t('sample.specialCause'),
          levelAnalysis: analyses.dpmo,
        },
        lists: {},
      },
      {
        kind: 'focus',
        fields: {},
        lists: {
          cuts: [
            row({
              question: t('templates.focusQuestion'),
              cutKind: 'pareto',
              evidence: analyses.pareto,
              codes: ['G2.2.1', 'G2.3.7'],
            }),
          ],
        },
      },
      {
        kind: 'fishbone',
        fields: { effect: t('templates.answerSpeed.effect'), boneSet: 'sixM' },
        lists: { causes: [menu, agents, bot] },
      },
      { kind: 'actions', fields: {}, lists: { items: [redesign] } },
    ],
    links: [
      {
        from: { kind: 'action', id: redesign.id },
        to: { kind: 'stage', id: analyses.rate, row: formatIsoMonth(sampleFacts.improvement.firstMonth) },
      },
    ],
  };
}
