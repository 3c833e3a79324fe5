import { calculateMap, type MapTotals } from '../../domain/process-map/calculate';
import { checkMap, type MapFinding } from '../../domain/process-map/check';
import { compareMaps, type MapComparison } from '../../domain/process-map/compare';
import { diffMaps } from '../../domain/process-map/diff';
import { clipOf, editMap, type MapClip, type MapEdit } from '../../domain/process-map/edit';
import { heatOf, type LinkCounts, type MapHeat } from '../../domain/process-map/heat';
import {
  createFlow,
  createStep,
  usualSize,
  type MapStep,
  type ProcessMap,
  type StepKind,
} from '../../domain/process-map/map';
import { newId } from '../../kernel/ids';
import type { Failure } from '../../kernel/result';
import type { Overlay } from './overlay';
import type { MapAct } from './services';

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'steps'; readonly ids: readonly string[] }
  | { readonly kind: 'flow'; readonly id: string }
  | { readonly kind: 'lane'; readonly id: string };

const nothing: Selection = { kind: 'none' };

/** Copied steps outlive one editor, so that they can be pasted into another map. */
let clipboard: MapClip | null = null;

interface Surroundings {
  readonly map: () => ProcessMap;
  readonly counts: () => LinkCounts | null;
  readonly compareWith: () => ProcessMap | null;
  readonly linkCodes: () => ReadonlySet<string>;
  /** Saves an act; settles when the store has it, or could not take it. */
  readonly onchange: (act: MapAct) => Promise<unknown>;
  readonly onfailure: (failure: Failure) => void;
}

/** One open map: what is shown, what is selected, and the acts on it. */
export class MapEditor {
  /** What acts made of the stored map, until the store has them all; then the store says how things are. */
  #pending = $state.raw<{ readonly base: ProcessMap; readonly map: ProcessMap } | null>(null);
  /** Acts on their way. While there are any, what the store says lacks some of them. */
  #onTheirWay = $state(0);
  /** The map while something is typed that is not an act yet. */
  #draft = $state.raw<{ readonly base: ProcessMap; readonly map: ProcessMap } | null>(null);
  #wanted = $state.raw<Selection>(nothing);
  readonly #around: Surroundings;

  readonly #stored: ProcessMap = $derived.by(() => this.#around.map());
  readonly #current: ProcessMap = $derived.by(() => {
    const isAhead = this.#onTheirWay > 0 || this.#pending?.base === this.#stored;
    return isAhead && this.#pending ? this.#pending.map : this.#stored;
  });
  readonly map: ProcessMap = $derived.by(() => (this.#draft?.base === this.#current ? this.#draft.map : this.#current));
  readonly findings: readonly MapFinding[] = $derived.by(() =>
    checkMap(this.map, { linkCodes: this.#around.linkCodes() }),
  );
  readonly totals: MapTotals | null = $derived.by(() => totalsOf(this.map));
  readonly heat: MapHeat | null = $derived.by(() => {
    const counts = this.#around.counts();
    return counts ? heatOf(this.map, counts) : null;
  });
  readonly comparison: MapComparison | null = $derived.by(() => {
    const today = this.#around.compareWith();
    return today ? compareMaps({ map: today, totals: totalsOf(today) }, { map: this.map, totals: this.totals }) : null;
  });
  readonly overlay: Overlay = $derived({ totals: this.totals, heat: this.heat, comparison: this.comparison });
  /** What was chosen, without what has gone since. */
  readonly selection: Selection = $derived.by(() => stillThere(this.map, this.#wanted));
  readonly selectedSteps: readonly MapStep[] = $derived.by(() => {
    const { selection } = this;
    return selection.kind === 'steps' ? this.map.steps.filter(({ id }) => selection.ids.includes(id)) : [];
  });

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get canPaste(): boolean {
    return clipboard !== null;
  }

  select(selection: Selection): void {
    const isSame = JSON.stringify(selection) === JSON.stringify(this.#wanted);
    if (!isSame) this.#wanted = selection;
  }

  /** Shows an edit without saving it: numbers follow what is being typed. */
  preview(edit: MapEdit): void {
    const edited = editMap(this.#current, edit);
    if (edited.ok) this.#draft = { base: this.#current, map: edited.value.map };
  }

  /** Does edits as one act, and selects what they made. False where one of them is refused; then nothing is done. */
  edit(...edits: readonly MapEdit[]): boolean {
    this.#draft = null;
    const before = this.#current;
    let map = before;
    for (const edit of edits) {
      const edited = editMap(map, edit);
      if (!edited.ok) {
        this.#around.onfailure(edited.failure);
        return false;
      }
      ({ map } = edited.value);
    }
    const changes = diffMaps(before, map);
    if (changes.length === 0) return true;
    this.#do({ map, changes });
    const made = changes.flatMap((change) => (change.kind === 'add' ? [change] : []));
    const steps = made.filter(({ list }) => list === 'steps').map(({ id }) => id);
    if (steps.length > 0) this.#wanted = { kind: 'steps', ids: steps };
    else if (made.length === 1) this.#wanted = { kind: made[0].list === 'lanes' ? 'lane' : 'flow', id: made[0].id };
    return true;
  }

  #do(act: MapAct): void {
    this.#pending = { base: this.#stored, map: act.map };
    this.#onTheirWay += 1;
    void this.#around.onchange(act).finally(() => {
      this.#onTheirWay -= 1;
      // The act that comes last may still fail: it stays on the screen over what the others made.
      if (this.#onTheirWay > 0 && this.#pending) this.#pending = { ...this.#pending, base: this.#stored };
    });
  }

  /** Puts a whole other map in the place of this one, as opening a file does. */
  replace(map: ProcessMap, source?: string): void {
    this.#draft = null;
    this.#wanted = nothing;
    this.#do({ map, changes: diffMaps(this.#current, map), ...(source === undefined ? {} : { source }) });
  }

  addLane(name: string): void {
    this.edit({ kind: 'add-lane', lane: { id: newId(), name, zone: null } });
  }

  /** A new step behind the one selected, connected with it; else in the middle of the first lane's free room. */
  addStep(kind: StepKind): void {
    const after = this.selectedSteps.at(-1);
    const size = usualSize[kind];
    const id = newId();
    const isHorizontal = this.map.orientation === 'horizontal';
    const place = after
      ? isHorizontal
        ? { x: after.x + after.width + 60, y: after.y + (after.height - size.height) / 2 }
        : { x: after.x + (after.width - size.width) / 2, y: after.y + after.height + 60 }
      : this.#freePlace(size);
    const step = createStep({ id, kind, ...this.#clear(place, size) });
    const follows = after !== undefined && after.kind !== 'end' && kind !== 'start';
    this.edit(
      { kind: 'add-step', step },
      ...(follows ? [{ kind: 'connect' as const, flow: createFlow({ id: newId(), from: after.id, to: id }) }] : []),
    );
  }

  #freePlace(size: { readonly width: number; readonly height: number }): { x: number; y: number } {
    const lane = this.selection.kind === 'lane' ? this.#lane(this.selection.id) : this.map.lanes.at(0);
    if (!lane) return { x: 60, y: 60 };
    return this.map.orientation === 'horizontal'
      ? { x: lane.x + 56, y: lane.y + (lane.height - size.height) / 2 }
      : { x: lane.x + (lane.width - size.width) / 2, y: lane.y + 56 };
  }

  /** The place, moved on until nothing lies there. */
  #clear(
    place: { x: number; y: number },
    size: { readonly width: number; readonly height: number },
  ): { x: number; y: number } {
    const isTaken = ({ x, y }: { x: number; y: number }): boolean =>
      this.map.steps.some(
        (step) =>
          step.x < x + size.width + 12 &&
          x < step.x + step.width + 12 &&
          step.y < y + size.height &&
          y < step.y + step.height,
      );
    let free = place;
    while (isTaken(free))
      free = this.map.orientation === 'horizontal' ? { ...free, x: free.x + 24 } : { ...free, y: free.y + 24 };
    return free;
  }

  #lane(id: string) {
    return this.map.lanes.find((lane) => lane.id === id);
  }

  copy(): void {
    if (this.selectedSteps.length === 0) return;
    clipboard = clipOf(
      this.map,
      this.selectedSteps.map(({ id }) => id),
    );
  }

  paste(): void {
    if (clipboard) this.edit({ kind: 'paste', clip: clipboard, newId, by: 28 });
  }

  removeSelected(): void {
    const { selection } = this;
    if (selection.kind === 'steps') this.edit({ kind: 'remove-steps', ids: selection.ids });
    if (selection.kind === 'flow') this.edit({ kind: 'remove-flows', ids: [selection.id] });
    if (selection.kind === 'lane') this.edit({ kind: 'remove-lane', id: selection.id });
  }

  connect(from: string, to: string): void {
    this.edit({ kind: 'connect', flow: createFlow({ id: newId(), from, to }) });
  }

  /** Moves what is selected a little; a step that lies at the border of its lane goes into the next one. */
  nudge(dx: number, dy: number): void {
    const { selection } = this;
    if (selection.kind !== 'steps') return;
    const { ids } = selection;
    const move = { kind: 'move-steps', ids, dx, dy } as const;
    const moved = editMap(this.#current, move);
    const across = this.map.orientation === 'horizontal' ? dy : dx;
    const isHeld = moved.ok && moved.value.changes.length === 0 && across !== 0;
    this.edit(isHeld ? { kind: 'shift-steps', ids, by: across < 0 ? -1 : 1 } : move);
  }
}

function totalsOf(map: ProcessMap): MapTotals | null {
  const totals = calculateMap(map);
  return totals.ok ? totals.value : null;
}

function stillThere(map: ProcessMap, wanted: Selection): Selection {
  switch (wanted.kind) {
    case 'none':
      return wanted;
    case 'steps': {
      const ids = wanted.ids.filter((id) => map.steps.some((step) => step.id === id));
      return ids.length > 0 ? { kind: 'steps', ids } : nothing;
    }
    case 'flow':
      return map.flows.some(({ id }) => id === wanted.id) ? wanted : nothing;
    case 'lane':
      return map.lanes.some(({ id }) => id === wanted.id) ? wanted : nothing;
  }
}
