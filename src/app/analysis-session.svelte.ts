import type { AnalysisSlice, Findings, TableTwin } from '../analyses/contract';
import { sliceById } from '../analyses/registry';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Json } from '../store/types';
import type { DatasetRef } from '../worker/protocol';
import type { Workbench } from './workbench.svelte';

export interface AnalysisStart {
  readonly id: string | null;
  readonly name: string;
  readonly slice: string;
  /** Empty for a tool that needs no data and has none. */
  readonly datasetId: string;
  /** null: the slice proposes one. */
  readonly spec: Json;
  /** The project and the phase that a new analysis is made for. */
  readonly project?: string | null;
  readonly phase?: string | null;
  /** What is already known of the spec that the slice proposes, such as the kind of chart. */
  readonly wish?: Readonly<Record<string, Json>>;
}

/** A result with everything that is read off it; computed together so that a page never mixes two runs. */
export interface Shown {
  readonly outcome: unknown;
  readonly twin: TableTwin;
  readonly findings: Findings;
}

/**
 * One analysis being looked at and changed.
 *
 * Only the specification is stored; the result is computed again whenever it is opened.
 */
export class AnalysisSession {
  readonly #workbench: Workbench;
  readonly #home: { readonly project?: string; readonly phase?: string };
  #abort: AbortController | null = null;
  /** Options that are put over the proposed ones; null where nothing is being proposed. */
  #wish: Readonly<Record<string, Json>> | null = null;

  readonly slice: AnalysisSlice<unknown, unknown>;
  id = $state<string | null>(null);
  name = $state('');
  datasetId = $state('');
  spec = $state.raw<Readonly<Record<string, Json>>>({});
  running = $state(false);
  failure = $state.raw<Failure | null>(null);
  shown = $state.raw<Shown | null>(null);
  /** Nothing has been proposed yet, or nothing could be: then the person has to choose. */
  unproposed = $state(false);
  /** The specification differs from what is stored. */
  dirty = $state(false);

  constructor(workbench: Workbench, start: AnalysisStart) {
    const slice = sliceById(start.slice);
    if (!slice) throw new RangeError(`no analysis has this id: ${start.slice}`);
    this.#workbench = workbench;
    const { project, phase } = start;
    this.#home = { ...(project ? { project } : {}), ...(phase ? { phase } : {}) };
    this.slice = slice;
    this.id = start.id;
    this.name = start.name;
    this.datasetId = start.datasetId;
    this.dirty = start.id === null;
    void (start.spec === null ? this.#propose(start.wish ?? {}) : this.#open(start.spec, start.wish ?? {}));
  }

  async #open(stored: Json, wish: Readonly<Record<string, Json>>): Promise<void> {
    const spec = this.slice.parse(stored);
    if (!spec.ok) {
      this.#leaveToPerson(spec.failure, wish);
      return;
    }
    this.spec = { ...(spec.value as Readonly<Record<string, Json>>), ...wish };
    await this.run();
  }

  /** Lets the slice propose a specification and computes it, in one request: the columns are at hand. */
  async #propose(wish: Readonly<Record<string, Json>>): Promise<void> {
    const abort = (this.#abort = new AbortController());
    const target = this.#target();
    this.running = true;
    this.unproposed = true;
    this.#wish = wish;
    const proposed = target.ok
      ? await this.#workbench.bridge.run('propose', { ...target.value, wish }, { signal: abort.signal })
      : target;
    this.running = false;
    const wished = this.#wish;
    this.#wish = null;
    if (abort.signal.aborted) return;
    if (!proposed.ok) {
      this.#leaveToPerson(proposed.failure, wished);
      return;
    }
    const { spec, outcome } = proposed.value;
    this.spec = { ...(spec as Readonly<Record<string, Json>>), ...wished };
    this.unproposed = false;
    if (outcome && wished === wish) this.#show(outcome);
    else await this.run();
  }

  #leaveToPerson(failure: Failure, wish: Readonly<Record<string, Json>>): void {
    this.failure = failure;
    this.unproposed = true;
    this.#take(wish);
  }

  #target(): Result<
    { slice: string; first: DatasetRef | null; second: DatasetRef | null; taxonomy: Workbench['taxonomy'] },
    Failure
  > {
    const needless = this.slice.withoutData && !this.#workbench.dataset(this.datasetId);
    const first = needless ? ok(null) : this.#workbench.ref(this.datasetId);
    if (!first.ok) return first;
    const secondId = this.secondId;
    const second = secondId ? this.#workbench.ref(secondId) : null;
    if (second && !second.ok) return second;
    return {
      ok: true,
      value: {
        slice: this.slice.id,
        first: first.value,
        second: second ? second.value : null,
        taxonomy: this.#workbench.taxonomyOf(this.datasetId),
      },
    };
  }

  /** Dataset that the specification names for denominators. */
  get secondId(): string | null {
    const field = this.slice.schema.fields.find((item) => item.input === 'dataset');
    const id = field ? this.spec[field.key] : null;
    return typeof id === 'string' ? id : null;
  }

  /** Options chosen by hand where nothing could be proposed; as soon as they are enough, the others take their defaults. */
  #take(options: Readonly<Record<string, Json>>): void {
    const parsed = this.slice.parse(options);
    this.spec = parsed.ok ? (parsed.value as Readonly<Record<string, Json>>) : options;
  }

  /** Sets options and computes again. */
  change(change: Readonly<Record<string, Json>>): void {
    this.dirty = true;
    if (this.#wish) {
      this.#wish = { ...this.#wish, ...change };
      return;
    }
    if (this.unproposed) this.#take({ ...this.spec, ...change });
    else this.spec = { ...this.spec, ...change };
    void this.run();
  }

  async run(): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const target = this.#target();
    if (!target.ok) {
      this.failure = target.failure;
      return;
    }
    this.running = true;
    const result = await this.#workbench.bridge.run(
      'analyse',
      { ...target.value, spec: JSON.parse(JSON.stringify(this.spec)) as unknown },
      { signal: abort.signal },
    );
    if (abort !== this.#abort) return;
    this.running = false;
    this.#show(result);
  }

  #show(result: Result<unknown, Failure>): void {
    if (!result.ok) {
      this.failure = result.failure;
      this.shown = null;
      return;
    }
    this.failure = null;
    this.unproposed = false;
    this.shown = {
      outcome: result.value,
      twin: this.slice.rows(result.value),
      findings: this.slice.findings(result.value),
    };
  }

  async save(): Promise<Result<string, Failure>> {
    if (this.name.trim() === '') return fail('name-missing');
    const saved = await this.#workbench.saveAnalysis(
      {
        name: this.name.trim(),
        slice: this.slice.id,
        datasetId: this.datasetId,
        secondId: this.secondId,
        spec: JSON.parse(JSON.stringify(this.spec)) as Json,
        ...(this.id === null ? this.#home : {}),
      },
      this.id ?? undefined,
    );
    if (saved.ok) {
      this.id = saved.value;
      this.dirty = false;
    }
    return saved;
  }

  close(): void {
    this.#abort?.abort();
  }
}
