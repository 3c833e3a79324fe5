import {
  deleteRow,
  insertRow,
  insertRows,
  moveRow,
  ordersOf,
  readContent,
  restoreRow,
  setCell,
  setField,
  type RegisterChange,
} from '../artefacts/content';
import {
  phases,
  type AnalysisView,
  type ArtefactView,
  type CellValue,
  type Phase,
  type ProjectView,
} from '../artefacts/contract';
import {
  currentPhase,
  judgeGate,
  projectHealth,
  refuseDecision,
  type Criterion,
  type GateReview,
  type Health,
} from '../artefacts/gates';
import { phaseOfSlice } from '../artefacts/placement';
import { withItems } from '../artefacts/action-items';
import { artefactsOf } from '../artefacts/project';
import { readReviews, reviewCells, reviewList } from '../artefacts/reviews';
import { actionPlan } from '../artefacts/signal-tasks';
import { buildThread, joinEnds, type LinkEnd, type Thread } from '../artefacts/thread';
import type { RectificationItem } from '../domain/rectification/item';
import { keepVersion, readVersions, restoreVersion, versionPrefix, type DocumentVersion } from '../artefacts/versions';
import { newId } from '../kernel/ids';
import { fail, type Failure, type Result } from '../kernel/result';
import type { Act, ActLabel, Change, Json } from '../store/types';
import { computeResult, stagesOf, type ComputedResults } from './analysis-result';
import { keepFile } from './kept-files';
import { activeCodes, actsOn } from './project-facts';
import type { AnalysisEntry, LinkEntry, ProjectEntry } from './entries';
import { stampTime } from './stamp-parts';
import { todayEpochDay } from './today';
import type { Workbench } from './workbench.svelte';

/** A file at a document. */
export interface Attachment {
  /** SHA-256, hexadecimal. */
  readonly digest: string;
  readonly name: string;
  readonly bytes: number;
}

const attachmentPrefix = 'file:';

const editLabel: ActLabel = { code: 'editDocument' };

/** The phase of an analysis of a project. */
export function phaseOfAnalysis({ phase, slice }: AnalysisEntry): Phase {
  return phases.find((candidate) => candidate === phase) ?? phaseOfSlice(slice);
}

/** Everything of one project, as its pages see it, and what is written about it. */
export class ProjectSession {
  readonly #workbench: Workbench;
  readonly id: string;
  readonly #abort = new AbortController();
  #results = $state.raw<ComputedResults>({});
  #acts = $state.raw<readonly Act[]>([]);

  constructor(workbench: Workbench, id: string) {
    this.#workbench = workbench;
    this.id = id;
    // Not at once: a list makes its sessions while it derives itself, and opening changes what it derives from.
    queueMicrotask(() => workbench.openActionItems());
  }

  readonly entry: ProjectEntry | undefined = $derived.by(() =>
    this.#workbench.projects.find((project) => project.id === this.id),
  );
  /** Rectification items that are actions of this project, by the row of the action. */
  readonly items: ReadonlyMap<string, RectificationItem> = $derived.by(() => this.#workbench.actionItems(this.id));
  readonly artefacts: readonly ArtefactView[] = $derived.by(() =>
    withItems(
      this.#workbench.artefacts.filter((artefact) => artefact.project === this.id),
      this.items,
    ),
  );
  readonly analyses: readonly AnalysisEntry[] = $derived.by(() =>
    this.#workbench.analyses.filter(
      (analysis) => analysis.project === this.id || (this.entry?.analysisIds.includes(analysis.id) ?? false),
    ),
  );
  readonly links: readonly LinkEntry[] = $derived.by(() =>
    this.#workbench.links.filter((link) => link.project === this.id),
  );
  readonly view: ProjectView = $derived.by(() => ({
    id: this.id,
    name: this.entry?.name ?? '',
    artefacts: this.artefacts,
    analyses: this.analyses.map((analysis): AnalysisView => {
      const { id, name, slice } = analysis;
      const result = Object.hasOwn(this.#results, id) ? this.#results[id].result : undefined;
      return {
        id,
        name,
        slice,
        phase: phaseOfAnalysis(analysis),
        stages: stagesOf(analysis),
        ...(result ? { result } : {}),
      };
    }),
    codes: activeCodes(this.#workbench.taxonomy),
    today: todayEpochDay(),
  }));
  readonly reviews: readonly GateReview[] = $derived.by(() => {
    const record = this.#workbench.record('project', this.id);
    return record ? readReviews(readContent(record.fields)) : [];
  });
  readonly phase: Phase | null = $derived.by(() => currentPhase(this.reviews));
  readonly health: Health = $derived.by(() => projectHealth(this.view, this.phase));
  readonly thread: Thread = $derived.by(() => buildThread(this.view, this.links));

  /** When anything of the project was last written, in milliseconds since 1970 UTC by the writer's clock. */
  readonly lastWork: number = $derived.by(() => {
    const ids = [
      ['project', this.id] as const,
      ...this.artefacts.map(({ id }) => ['artefact', id] as const),
      ...this.links.map(({ id }) => ['link', id] as const),
      ...this.analyses.map(({ id }) => ['analysis', id] as const),
    ];
    return ids.reduce((latest, [kind, id]) => {
      const fields = Object.values(this.#workbench.record(kind, id)?.fields ?? {});
      return fields.reduce((time, { stamp }) => Math.max(time, stampTime(stamp)), latest);
    }, 0);
  });

  gate(phase: Phase): readonly Criterion[] {
    return judgeGate(phase, this.view);
  }

  /** The documents of a kind; of most kinds there is one. */
  of(kind: string): readonly ArtefactView[] {
    return artefactsOf(this.view, kind);
  }

  /** Runs the analyses of the project, one after the other; what has not changed since is not run again. */
  async compute(): Promise<void> {
    for (const analysis of this.analyses) {
      const of = JSON.stringify([analysis.slice, analysis.datasetId, analysis.secondId, analysis.spec]);
      if (Object.hasOwn(this.#results, analysis.id) && this.#results[analysis.id].of === of) continue;
      const result = await computeResult(this.#workbench, analysis, this.#abort.signal);
      if (this.#abort.signal.aborted) return;
      this.#results = { ...this.#results, [analysis.id]: { of, result } };
    }
  }

  /** Follows the acts on anything of this project; returns how to stop. */
  followHistory(): () => void {
    return this.#workbench.store.observeHistory((acts) => (this.#acts = acts));
  }

  /** Acts on this project, the latest first. */
  get history(): readonly Act[] {
    return actsOn(this.#acts, [this.id, ...this.artefacts.map(({ id }) => id), ...this.links.map(({ id }) => id)]);
  }

  close(): void {
    this.#abort.abort();
  }

  #registers(artefact: string): Readonly<Record<string, { readonly value: unknown }>> {
    return this.#workbench.record('artefact', artefact)?.fields ?? {};
  }

  /** What must be written first when the document is still only an address. */
  #making(artefact: string, kind: string): Change[] {
    if (this.#workbench.record('artefact', artefact)) return [];
    const fields: Record<string, Json> = { project: this.id, artefact: kind, status: 'draft', createdAt: Date.now() };
    return Object.entries(fields).map(([field, value]) => ({ kind: 'artefact', id: artefact, field, value }));
  }

  #write(
    artefact: string,
    kind: string,
    changes: readonly RegisterChange[],
    more: readonly Change[] = [],
  ): Promise<Result<null, Failure>> {
    const made = this.#making(artefact, kind);
    const cells = changes.map(({ field, value }): Change => ({ kind: 'artefact', id: artefact, field, value }));
    return this.#workbench.commit([...made, ...cells, ...more], editLabel);
  }

  /** Sets a cell; an analysis that is named joins the project by it. */
  setCell(
    artefact: { readonly id: string; readonly kind: string },
    place: { readonly list: string; readonly row: string } | null,
    column: string,
    value: CellValue,
  ): Promise<Result<null, Failure>> {
    const change = place ? setCell(place.list, place.row, column, value) : setField(column, value);
    return this.#write(artefact.id, artefact.kind, [change], this.#joining(value));
  }

  /** Changes the votes of a cause; quick votes are counted one after the other. */
  vote(fishbone: string, row: string, vote: (votes: number) => number): Promise<Result<null, Failure>> {
    return this.#workbench.turns.take(() => {
      const registers = this.#registers(fishbone);
      const { field } = setCell('causes', row, 'votes', null);
      const before = Object.hasOwn(registers, field) ? registers[field].value : 0;
      return this.#write(fishbone, 'fishbone', [{ field, value: vote(typeof before === 'number' ? before : 0) }]);
    });
  }

  /** Sets several single cells as one act. */
  setFields(
    artefact: { readonly id: string; readonly kind: string },
    cells: Readonly<Record<string, CellValue>>,
  ): Promise<Result<null, Failure>> {
    const changes = Object.entries(cells).map(([field, value]) => setField(field, value));
    return this.#write(
      artefact.id,
      artefact.kind,
      changes,
      Object.values(cells).flatMap((value) => this.#joining(value)),
    );
  }

  /** Makes tasks of signals in the plan of actions, as one act; one that was deleted comes back. */
  makeTasks(tasks: readonly { readonly id: string; readonly cells: Readonly<Record<string, CellValue>> }[]) {
    const plan = actionPlan(this.view)?.id ?? newId();
    const orders = ordersOf(this.#registers(plan), 'items');
    return this.#write(plan, 'actions', [
      ...insertRows('items', tasks, orders),
      ...tasks.flatMap(({ id }) => (orders.has(id) ? [restoreRow('items', id)] : [])),
    ]);
  }

  #joining(value: CellValue): Change[] {
    const analysis = typeof value === 'string' ? this.#workbench.analysis(value) : undefined;
    if (!analysis || analysis.project !== null || this.analyses.includes(analysis)) return [];
    return [{ kind: 'analysis', id: analysis.id, field: 'project', value: this.id }];
  }

  addRow(
    artefact: { readonly id: string; readonly kind: string },
    list: string,
    after: string | null = null,
    cells: Readonly<Record<string, CellValue>> = {},
    id: string = newId(),
  ): Promise<Result<null, Failure>> {
    return this.#write(
      artefact.id,
      artefact.kind,
      insertRow(list, { id, cells }, ordersOf(this.#registers(artefact.id), list), after),
    );
  }

  /** Adds rows at the end of a list, as one act. */
  addRows(
    artefact: { readonly id: string; readonly kind: string },
    list: string,
    rows: readonly Readonly<Record<string, CellValue>>[],
  ): Promise<Result<null, Failure>> {
    const changes = insertRows(
      list,
      rows.map((cells) => ({ id: newId(), cells })),
      ordersOf(this.#registers(artefact.id), list),
    );
    return this.#write(artefact.id, artefact.kind, changes);
  }

  moveRow(
    artefact: { readonly id: string; readonly kind: string },
    list: string,
    row: string,
    after: string | null,
  ): Promise<Result<null, Failure>> {
    return this.#write(artefact.id, artefact.kind, [
      moveRow(list, row, ordersOf(this.#registers(artefact.id), list), after),
    ]);
  }

  deleteRow(
    artefact: { readonly id: string; readonly kind: string },
    list: string,
    row: string,
  ): Promise<Result<null, Failure>> {
    return this.#write(artefact.id, artefact.kind, [deleteRow(list, row)]);
  }

  /** Title, owner or status of a document. */
  setHead(
    artefact: { readonly id: string; readonly kind: string },
    field: 'title' | 'owner' | 'status',
    value: string,
  ): Promise<Result<null, Failure>> {
    return this.#write(
      artefact.id,
      artefact.kind,
      [],
      [{ kind: 'artefact', id: artefact.id, field, value: value === '' ? null : value }],
    );
  }

  /** Kept versions of a document, the oldest first. */
  versions(artefact: string): readonly DocumentVersion[] {
    return readVersions(this.#registers(artefact));
  }

  /** Keeps what a document says now as a version. */
  keepVersion(
    artefact: Pick<ArtefactView, 'id' | 'kind' | 'status'>,
    by: string,
    status = artefact.status,
  ): Promise<Result<null, Failure>> {
    const value = keepVersion(this.#registers(artefact.id), { at: Date.now(), by, status });
    return this.#workbench.commit([{ kind: 'artefact', id: artefact.id, field: `${versionPrefix}${newId()}`, value }], {
      code: 'keepVersion',
    });
  }

  /** Brings a version back, as one act. */
  restoreVersion(artefact: Pick<ArtefactView, 'id'>, version: DocumentVersion): Promise<Result<null, Failure>> {
    const changes = restoreVersion(this.#registers(artefact.id), version);
    return this.#workbench.commit(
      changes.map(({ field, value }): Change => ({ kind: 'artefact', id: artefact.id, field, value })),
      { code: 'restoreVersion', params: { n: version.number } },
    );
  }

  /** Files at a document, by name. */
  attachments(artefact: string): readonly Attachment[] {
    return Object.entries(this.#registers(artefact))
      .flatMap(([name, { value }]): Attachment[] => {
        if (!name.startsWith(attachmentPrefix) || typeof value !== 'object' || value === null) return [];
        const { name: fileName, bytes } = value as Readonly<Record<string, unknown>>;
        return typeof fileName !== 'string' || typeof bytes !== 'number'
          ? []
          : [{ digest: name.slice(attachmentPrefix.length), name: fileName, bytes }];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Keeps a file in this browser under its digest, and notes it at the document. */
  async attach(
    artefact: { readonly id: string; readonly kind: string },
    file: File,
    by: string,
  ): Promise<Result<null, Failure>> {
    const kept = await keepFile(file);
    if (!kept.ok) return kept;
    const { name, bytes, digest, changes } = kept.value;
    const value = { name, bytes, by, at: Date.now() };
    return this.#write(
      artefact.id,
      artefact.kind,
      [],
      [...changes, { kind: 'artefact', id: artefact.id, field: `${attachmentPrefix}${digest}`, value }],
    );
  }

  /** Takes a file off a document; it stays kept, since others may refer to it and undoing brings it back. */
  detach(artefact: { readonly id: string; readonly kind: string }, digest: string): Promise<Result<null, Failure>> {
    return this.#write(
      artefact.id,
      artefact.kind,
      [],
      [{ kind: 'artefact', id: artefact.id, field: `${attachmentPrefix}${digest}`, value: null }],
    );
  }

  deleteArtefact(artefact: string): Promise<Result<null, Failure>> {
    return this.#workbench.commit([{ kind: 'artefact', id: artefact, field: 'deleted', value: true }], {
      code: 'deleteDocument',
    });
  }

  /** Puts an analysis into a phase of this project. */
  placeAnalysis(analysis: AnalysisEntry, phase: Phase): Promise<Result<null, Failure>> {
    return this.#workbench.commit(
      [
        { kind: 'analysis', id: analysis.id, field: 'project', value: this.id },
        { kind: 'analysis', id: analysis.id, field: 'phase', value: phase },
      ],
      { code: 'placeAnalysis', params: { name: analysis.name } },
    );
  }

  /** Keeps a review of a gate, with what was missing on that day. */
  async decide(draft: Omit<GateReview, 'id' | 'on' | 'missing'>): Promise<Result<null, Failure>> {
    const criteria = this.gate(draft.phase);
    const refusal = refuseDecision(criteria, draft);
    if (refusal) return fail(refusal);
    const missing = criteria.filter(({ state }) => state === 'missing').map(({ id }) => id);
    const cells = reviewCells({ ...draft, by: draft.by.trim(), on: todayEpochDay(), missing });
    const orders = ordersOf(this.#workbench.record('project', this.id)?.fields ?? {}, reviewList);
    const changes = insertRow(reviewList, { id: newId(), cells }, orders);
    return this.#workbench.commit(
      changes.map(({ field, value }): Change => ({ kind: 'project', id: this.id, field, value })),
      { code: 'gate' },
    );
  }

  /** Links two nodes of the thread, whichever was chosen first. */
  async join(a: LinkEnd, b: LinkEnd): Promise<Result<null, Failure>> {
    const joined = joinEnds(a, b);
    if (!joined) return fail('ends-not-joined');
    const id = newId();
    const fields: Record<string, Json> = {
      project: this.id,
      type: joined.type,
      from: { ...joined.from },
      to: { ...joined.to },
    };
    return this.#workbench.commit(
      Object.entries(fields).map(([field, value]): Change => ({ kind: 'link', id, field, value })),
      { code: 'link' },
    );
  }

  removeLink(id: string): Promise<Result<null, Failure>> {
    return this.#workbench.commit([{ kind: 'link', id, field: 'deleted', value: true }], { code: 'unlink' });
  }
}
