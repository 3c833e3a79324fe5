import type { OutletQuarter } from '../domain/scorecard/scorecard';
import { readRulesVersion, type RulesVersion } from '../domain/scorecard/rules-version';
import { readCheck, type MonitoringCheck } from '../domain/monitoring/check';
import { readCoaching, type Coaching } from '../domain/monitoring/coaching';
import { readSelfCheck, type SelfCheck } from '../domain/monitoring/self-check';
import { readStandardAnswer, type StandardAnswer } from '../domain/monitoring/standard-answer';
import { readTraining, type Training } from '../domain/monitoring/training';
import type { IndicatorValue } from '../domain/kpi/indicator';
import { readAnswer, readSurvey, type Survey, type SurveyAnswer } from '../domain/survey/survey';
import type { Failure, Result } from '../kernel/result';
import type { ActLabel, Json, RecordKind, StoredRecord } from '../store/types';
import { toFalsified, toIndicator, toTables, toTargets } from './service-entries';
import { readBoundAnswers } from './survey-binding';
import type { Workbench } from './workbench.svelte';

export type ServiceKind =
  'indicator' | 'monitoring' | 'outletQuarter' | 'scoring' | 'standardAnswer' | 'survey' | 'surveyAnswer' | 'training';

/** Monitoring holds checks, coachings and self-checks, told apart by their type. */
function typeOf({ fields }: StoredRecord): string {
  const value = Object.hasOwn(fields, 'type') ? fields['type'].value : null;
  return typeof value === 'string' ? value : '';
}

/** Values of fields to be written; undefined leaves a field alone. */
export type FieldValues = Readonly<Record<string, Json | undefined>>;

/**
 * What the pages of the voice of the customer keep: surveys and answers, monitoring, training, standard answers,
 * indicators, scoring rules and the quarters of outlets. A page makes one for the kinds it shows and closes it when it
 * goes; the lists follow every change, undo and other tabs.
 */
export class ServiceRecords {
  readonly #workbench: Workbench;
  readonly #stops: readonly (() => void)[];
  #records = $state.raw<Readonly<Partial<Record<ServiceKind, readonly StoredRecord[]>>>>({});
  #bound = $state.raw<Readonly<Record<string, readonly SurveyAnswer[]>>>({});
  #boundFailure = $state.raw<Failure | null>(null);
  #boundKeys: Readonly<Record<string, string>> = {};

  readonly surveys: readonly Survey[] = $derived(
    this.#of('survey')
      .map(({ id, fields }) => readSurvey(id, fields))
      .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0)),
  );
  readonly #typed: readonly SurveyAnswer[] = $derived(
    this.#of('surveyAnswer').flatMap(({ id, fields }) => readAnswer(id, fields) ?? []),
  );
  /** Answers typed here and those that bound datasets hold. */
  readonly answers: readonly SurveyAnswer[] = $derived([...this.#typed, ...Object.values(this.#bound).flat()]);
  readonly checks: readonly MonitoringCheck[] = $derived(
    this.#of('monitoring')
      .filter((record) => !['coaching', 'selfCheck'].includes(typeOf(record)))
      .map(({ id, fields }) => readCheck(id, fields))
      .sort((a, b) => (b.day ?? 0) - (a.day ?? 0)),
  );
  /** The latest first. */
  readonly coachings: readonly Coaching[] = $derived(
    this.#of('monitoring')
      .filter((record) => typeOf(record) === 'coaching')
      .map(({ id, fields }) => readCoaching(id, fields))
      .sort((a, b) => (b.day ?? 0) - (a.day ?? 0)),
  );
  /** Those to be done first, the earliest day first; then those that are done, the latest first. */
  readonly selfChecks: readonly SelfCheck[] = $derived(
    this.#of('monitoring')
      .filter((record) => typeOf(record) === 'selfCheck')
      .map(({ id, fields }) => readSelfCheck(id, fields))
      .sort((a, b) => {
        const [aDone, bDone] = [a.doneDay !== null, b.doneDay !== null];
        const order = (a.day ?? 0) - (b.day ?? 0);
        return Number(aDone) - Number(bDone) || (aDone ? -order : order);
      }),
  );
  readonly trainings: readonly Training[] = $derived(
    this.#of('training')
      .map(({ id, fields }) => readTraining(id, fields))
      .sort((a, b) => (b.day ?? 0) - (a.day ?? 0)),
  );
  readonly standardAnswers: readonly StandardAnswer[] = $derived(
    this.#of('standardAnswer').map(({ id, fields }) => readStandardAnswer(id, fields)),
  );
  readonly versions: readonly RulesVersion[] = $derived(
    this.#of('scoring').flatMap(({ id, fields }) => readRulesVersion(id, fields) ?? []),
  );
  readonly indicators: readonly IndicatorValue[] = $derived(
    this.#of('indicator').flatMap((one) => toIndicator(one) ?? []),
  );
  /** What an indicator is to reach, in its unit, by code. */
  readonly targets: ReadonlyMap<string, number> = $derived(toTargets(this.#of('indicator')));
  /** Quarters as they were entered in tables, by quarter. */
  readonly tables: ReadonlyMap<string, readonly OutletQuarter[]> = $derived(toTables(this.#of('outletQuarter')));
  /** Why data are held to be falsified, by quarter and outlet. */
  readonly falsified: ReadonlyMap<string, string> = $derived(toFalsified(this.#of('outletQuarter')));

  constructor(workbench: Workbench, wanted: readonly ServiceKind[]) {
    this.#workbench = workbench;
    this.#stops = wanted.map((kind) =>
      workbench.store.observe([kind], (records) => {
        this.#records = { ...this.#records, [kind]: records };
        if (kind === 'survey') void this.#followBound();
      }),
    );
    this.#wanted = wanted;
  }

  readonly #wanted: readonly ServiceKind[];

  /** Whether everything that was asked for has been read once. */
  get loaded(): boolean {
    return this.#wanted.every((kind) => this.#records[kind] !== undefined);
  }

  /** Why a dataset that is bound to a survey could not be read. */
  get failure(): Failure | null {
    return this.#boundFailure;
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  survey(id: string): Survey | undefined {
    return this.surveys.find((survey) => survey.id === id);
  }

  answersOf(surveyId: string): readonly SurveyAnswer[] {
    return this.answers.filter(({ survey }) => survey === surveyId);
  }

  /** Writes fields of one record in one act. */
  save(kind: RecordKind, id: string, values: FieldValues, label: ActLabel): Promise<Result<null, Failure>> {
    return this.saveAll(kind, [{ id, values }], label);
  }

  /** Writes fields of several records of a kind in one act, which one undo takes back. */
  saveAll(
    kind: RecordKind,
    records: readonly { readonly id: string; readonly values: FieldValues }[],
    label: ActLabel,
  ): Promise<Result<null, Failure>> {
    const changes = records.flatMap(({ id, values }) =>
      Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [{ kind, id, field, value }])),
    );
    return this.#workbench.commit(changes, label);
  }

  /** Deletes records in one act, which undo brings back. */
  remove(kind: RecordKind, ids: readonly string[], name: string): Promise<Result<null, Failure>> {
    const changes = ids.map((id) => ({ kind, id, field: 'deleted', value: true }));
    return this.#workbench.commit(changes, { code: 'delete', params: { name } });
  }

  #of(kind: ServiceKind): readonly StoredRecord[] {
    return this.#records[kind] ?? [];
  }

  /** Reads again the datasets of surveys whose binding is new or has changed; forgets those of surveys that are gone. */
  async #followBound(): Promise<void> {
    const surveys = this.surveys;
    const isHere = ([id]: readonly [string, unknown]): boolean => surveys.some((survey) => survey.id === id);
    this.#boundKeys = Object.fromEntries(Object.entries(this.#boundKeys).filter(isHere));
    this.#bound = Object.fromEntries(Object.entries(this.#bound).filter(isHere));
    for (const survey of surveys) {
      const key = JSON.stringify([survey.datasetId, survey.column]);
      if (this.#boundKeys[survey.id] === key) continue;
      this.#boundKeys = { ...this.#boundKeys, [survey.id]: key };
      const read = await readBoundAnswers(this.#workbench, survey);
      if (this.#boundKeys[survey.id] !== key) continue;
      this.#boundFailure = read.ok ? null : read.failure;
      this.#bound = { ...this.#bound, [survey.id]: read.ok ? read.value : [] };
    }
  }
}
