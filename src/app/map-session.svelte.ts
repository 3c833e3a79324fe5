import { ordersOf, readContent, setField, type RegisterChange } from '../artefacts/content';
import type { Content } from '../artefacts/contract';
import { textOf } from '../artefacts/columns';
import { isPlaced, toProcessMap, toRegisterChanges } from '../artefacts/process-map-content';
import { isFutureMap } from '../artefacts/project';
import type { BpmnMap } from '../domain/process-map/bpmn/read-bpmn';
import { diffMaps, type MapChange } from '../domain/process-map/diff';
import type { LinkCounts } from '../domain/process-map/heat';
import { emptyMap, type Box, type ProcessMap } from '../domain/process-map/map';
import { newId } from '../kernel/ids';
import type { Failure, Result } from '../kernel/result';
import type { Change, Json, StoredRecord } from '../store/types';
import type { DatasetEntry } from './entries';
import type { Workbench } from './workbench.svelte';

export type MapVersion = 'today' | 'future';

interface MapRecord {
  readonly id: string;
  readonly content: Content;
}

/** What acts write that the store does not hold yet. */
interface OnTheWay {
  readonly id: string;
  readonly registers: Record<string, { readonly value: Json }>;
  acts: number;
}

/** More links than a taxonomy has. */
const mostLinks = 2_000;

/** The process maps of a project: what they hold, and how they are written. */
export class MapSession {
  readonly #workbench: Workbench;
  readonly #project: string;
  readonly #onTheWay: Partial<Record<MapVersion, OnTheWay>> = {};
  #heat = $state.raw<LinkCounts | null>(null);

  readonly #records: Readonly<Record<MapVersion, MapRecord | null>> = $derived.by(() => {
    const maps = this.#workbench
      .records('artefact')
      .filter(({ fields }) => valueOf(fields, 'project') === this.#project)
      .filter(({ fields }) => valueOf(fields, 'artefact') === 'processMap')
      .sort((a, b) => Number(valueOf(a.fields, 'createdAt') ?? 0) - Number(valueOf(b.fields, 'createdAt') ?? 0))
      .map(({ id, fields }) => ({ id, content: readContent(fields) }));
    return { today: maps.find((map) => !isFutureMap(map)) ?? null, future: maps.find(isFutureMap) ?? null };
  });
  readonly maps: Readonly<Record<MapVersion, ProcessMap | null>> = $derived.by(() => ({
    today: this.#records.today ? toProcessMap(this.#records.today.content) : null,
    future: this.#records.future ? toProcessMap(this.#records.future.content) : null,
  }));

  constructor(workbench: Workbench, project: string) {
    this.#workbench = workbench;
    this.#project = project;
  }

  /** Complaints of each link in the dataset of the project, or the newest coded one; null until it was counted. */
  get heat(): LinkCounts | null {
    return this.#heat;
  }

  /** False where rows were made by a form and nobody has placed them. */
  isPlaced(version: MapVersion): boolean {
    const record = this.#records[version];
    return record === null || isPlaced(record.content);
  }

  /** Counts the complaints of each link. */
  async countComplaints(): Promise<void> {
    const dataset = this.#codedDataset();
    const ref = dataset ? this.#workbench.ref(dataset.id) : null;
    if (!dataset || !ref?.ok) return;
    const taxonomy = this.#workbench.taxonomyOf(dataset.id);
    const counted = await this.#workbench.bridge.run('values', {
      dataset: ref.value,
      column: 'link',
      limit: mostLinks,
      taxonomy,
    });
    // A value says `code name`, or the code alone.
    if (counted.ok)
      this.#heat = Object.fromEntries(counted.value.map(({ value, count }) => [value.split(' ')[0], count]));
  }

  #codedDataset(): DatasetEntry | undefined {
    const project = this.#workbench.projects.find(({ id }) => id === this.#project);
    const coded = this.#workbench.datasets.filter(({ id }) => this.#workbench.coding(id) !== null);
    return coded.find(({ id }) => project?.datasetIds.includes(id)) ?? coded[0];
  }

  /** Writes what an act changed; the first one makes the record. */
  write(
    version: MapVersion,
    { changes, source }: { readonly changes: readonly MapChange[]; readonly source?: string },
  ): Promise<Result<null, Failure>> {
    return this.#commit(version, changes, source ?? null);
  }

  /** Makes the future map as a copy of today's: the same steps, so that both can be compared. */
  copyToFuture(): Promise<Result<null, Failure>> {
    return this.#commit('future', diffMaps(emptyMap, this.maps.today ?? emptyMap), this.#source('today'));
  }

  async #commit(
    version: MapVersion,
    changes: readonly MapChange[],
    source: string | null,
  ): Promise<Result<null, Failure>> {
    const record = this.#records[version];
    const onTheWay = (this.#onTheWay[version] ??= { id: record?.id ?? newId(), registers: {}, acts: 0 });
    // The map that is shown is the one that is changed, also where another tab made it meanwhile.
    const id = record?.id ?? onTheWay.id;
    const stored = record ? this.#workbench.record('artefact', record.id)?.fields : undefined;
    // An act that follows before the one before it is stored belongs to the same record, behind its rows.
    const registers = { ...onTheWay.registers, ...stored };
    const cells = [
      ...toRegisterChanges(changes, (list) => ordersOf(registers, list)),
      ...(source === null ? [] : [setField('bpmn', source)]),
    ];
    for (const { field, value } of cells) onTheWay.registers[field] = { value };
    onTheWay.acts += 1;
    const written = await this.#workbench.commit(
      [...(record ? [] : this.#head(version)), ...cells].map(({ field, value }): Change => ({
        kind: 'artefact',
        id,
        field,
        value,
      })),
      { code: 'editMap' },
    );
    onTheWay.acts -= 1;
    // What could not be saved is tried again under its id; acts after it go there too.
    if (written.ok && onTheWay.acts === 0) delete this.#onTheWay[version];
    return written;
  }

  #head(version: MapVersion): readonly RegisterChange[] {
    return [
      { field: 'project', value: this.#project },
      { field: 'artefact', value: 'processMap' },
      { field: 'status', value: 'draft' },
      { field: 'createdAt', value: Date.now() },
      ...(version === 'future' ? [{ field: 'f.version', value: 'future' }] : []),
    ];
  }

  #source(version: MapVersion): string | null {
    const record = this.#records[version];
    return record ? textOf(record.content.fields, 'bpmn') || null : null;
  }

  layout(
    map: ProcessMap,
  ): Promise<Result<{ readonly lanes: ReadonlyMap<string, Box>; readonly steps: ReadonlyMap<string, Box> }>> {
    return this.#workbench.bridge.run('layoutMap', { map });
  }

  readBpmn(file: Blob): Promise<Result<BpmnMap & { readonly source: string }>> {
    return this.#workbench.bridge.run('readBpmn', { file });
  }

  writeBpmn(version: MapVersion, map: ProcessMap): Promise<Result<string>> {
    return this.#workbench.bridge.run('writeBpmn', { map, source: this.#source(version) });
  }

  /** How many links of the thread end at one of these steps. */
  threadLinks(stepIds: readonly string[]): number {
    return this.#workbench.links.filter(
      ({ project, from, to }) =>
        project === this.#project && [from, to].some(({ kind, id }) => kind === 'step' && stepIds.includes(id)),
    ).length;
  }

  /** Rows of other documents of the project that name one of these steps. */
  referrers(
    stepIds: readonly string[],
  ): readonly { readonly artefact: string; readonly id: string; readonly text: string }[] {
    return this.#workbench
      .records('artefact')
      .filter(({ fields }) => valueOf(fields, 'project') === this.#project)
      .filter(({ fields }) => valueOf(fields, 'artefact') !== 'processMap')
      .flatMap(({ id, fields }) => {
        const named = valueOf(fields, 'artefact');
        const kind = typeof named === 'string' ? named : '';
        return Object.values(readContent(fields).lists)
          .flat()
          .filter(({ cells }) =>
            Object.values(cells).some((value) => typeof value === 'string' && stepIds.includes(value)),
          )
          .map(({ cells }) => ({
            artefact: kind,
            id,
            text:
              Object.values(cells).find(
                (value): value is string => typeof value === 'string' && value !== '' && !stepIds.includes(value),
              ) ?? kind,
          }));
      });
  }
}

function valueOf(fields: StoredRecord['fields'], field: string): Json | undefined {
  return Object.hasOwn(fields, field) ? fields[field].value : undefined;
}
