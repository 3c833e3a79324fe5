import type { ArtefactKind, ListDeclaration } from './contract';
import { charter } from './kinds/charter';
import { sipoc } from './kinds/sipoc';
import { voice } from './kinds/voice';
import { stakeholders } from './kinds/stakeholders';
import { raci } from './kinds/raci';
import { processMap } from './kinds/process-map';
import { dataPlan } from './kinds/data-plan';
import { opportunities } from './kinds/opportunities';
import { coderAgreement } from './kinds/coder-agreement';
import { baseline } from './kinds/baseline';
import { focus } from './kinds/focus';
import { fishbone } from './kinds/fishbone';
import { fiveWhys } from './kinds/five-whys';
import { causeMatrix } from './kinds/cause-matrix';
import { fmea } from './kinds/fmea';
import { testCards } from './kinds/test-cards';
import { workshop } from './kinds/workshop';
import { solutions } from './kinds/solutions';
import { actions } from './kinds/actions';
import { pilot } from './kinds/pilot';
import { controlPlan } from './kinds/control-plan';
import { ocap } from './kinds/ocap';
import { handover } from './kinds/handover';
import { benefits } from './kinds/benefits';
import { lessons } from './kinds/lessons';

/** Every kind of artefact, in the order of the road. */
export const artefactKinds: readonly ArtefactKind[] = [
  charter,
  sipoc,
  voice,
  stakeholders,
  raci,
  processMap,
  dataPlan,
  opportunities,
  coderAgreement,
  baseline,
  focus,
  fishbone,
  fiveWhys,
  causeMatrix,
  fmea,
  testCards,
  workshop,
  solutions,
  actions,
  pilot,
  controlPlan,
  ocap,
  handover,
  benefits,
  lessons,
];

/** The kind with this id, or undefined. */
export function kindById(id: string): ArtefactKind | undefined {
  return artefactKinds.find((kind) => kind.id === id);
}

/** A list of a kind, or undefined. */
export function listOf(kind: string, list: string): ListDeclaration | undefined {
  return kindById(kind)?.lists.find(({ key }) => key === list);
}

/** The column whose text names a row of the list. */
export function titleColumn(list: ListDeclaration): string {
  return list.title ?? list.columns[0].key;
}
