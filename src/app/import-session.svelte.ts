import { textDigest } from '../kernel/digest';
import { newId } from '../kernel/ids';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../kernel/result';
import { planCustomer } from '../ingest/customer-column';
import { maskName } from '../ingest/mask/mask-name';
import { canUnpivot, plannedColumns, planUnpivot, unpivotedColumns } from '../ingest/plan-unpivot';
import type {
  ColumnPlan,
  ColumnProposal,
  ImportPlan,
  InspectOptions,
  Issue,
  OpenQuestion,
  RecallNote,
} from '../ingest/types';
import type { Change, Json } from '../store/types';
import type { CheckReply, DatasetRef, InspectReply, JobValue, StoredFile, ValueCount } from '../worker/protocol';
import { customerSecret } from './customer-secret';
import { toDatasetRef, toPlan, toValueMap, valueFieldPrefix, type DatasetEntry } from './entries';
import { withWriterLock } from '../store/writer-lock';
import { holdUnsaved } from './unsaved-work';
import type { Workbench } from './workbench.svelte';

/**
 * choose: no file yet · reading · asking: a question only the person can answer is open · checking: converting in
 * memory · ready: may be stored · storing.
 */
export type ImportStage = 'choose' | 'reading' | 'asking' | 'checking' | 'ready' | 'storing';

/** Settings may change several times in a row; the file is converted again after the last change. */
const checkDelayMs = 350;

/** So long the disk may say nothing while rows are written; a full one may never answer. */
const stalledMs = 20_000;

/** Failures after which the same file may be tried again. */
const brokenOff: ReadonlySet<string> = new Set(['cancelled', 'worker-crashed', 'no-file-in-hand']);

/** The id under which the mapping of a column of source categories is remembered. */
export function valueMapId(columnName: string): string {
  return `values:${textDigest(columnName.trim().toLowerCase())}`;
}

/** A column most of whose cells are personal data of one kind, and whether any of it is masked. */
export interface PersonalColumn {
  readonly name: string;
  readonly kind: PhraseValue;
  readonly isMasked: boolean;
}

/**
 * One import, from dropping a file to the stored dataset.
 *
 * The file stays in the worker between the steps; nothing is written before `store()`.
 */
export class ImportSession {
  readonly #workbench: Workbench;
  readonly #release: () => void;
  /** Ends what keeps a new version waiting for the file in hand. */
  #letGo: () => void = () => undefined;
  #abort = new AbortController();
  #file: File | null = null;
  /** What was stored when the file was checked. */
  #checkedAgainst: readonly DatasetEntry[] = [];
  #options: InspectOptions = {};
  #checkTimer: ReturnType<typeof setTimeout> | undefined;

  stage = $state<ImportStage>('choose');
  /** Rows are being written, and for a while the disk has said nothing. */
  stalled = $state(false);
  progress = $state(0);
  failure = $state.raw<Failure | null>(null);
  reply = $state.raw<InspectReply | null>(null);
  plan = $state.raw<ImportPlan | null>(null);
  /** The plan was taken over from an earlier file of the same shape. */
  remembered = $state(false);
  /** Masking was off for that file; it is on again. */
  maskingBack = $state(false);
  #notes = $state.raw<readonly RecallNote[]>([]);
  check = $state.raw<CheckReply | null>(null);
  /** Column whose values are mapped to taxonomy links, and what each value means. */
  codeColumn = $state<string | null>(null);
  valueMap = $state.raw<Readonly<Record<string, string>>>({});
  textColumn = $state<string | null>(null);
  /** What to do with rows that a stored dataset already holds. */
  repeated = $state<'new' | 'all'>('new');
  name = $state('');

  /** Questions only the person can answer; nothing is stored while one is open. */
  readonly openQuestions: readonly { readonly column: ColumnPlan; readonly question: OpenQuestion }[] = $derived.by(
    () => {
      const { reply, plan } = this;
      if (!reply || !plan) return [];
      const turned = unpivotedColumns(plan);
      return plan.columns.flatMap((column) => {
        const proposal = reply.inspection.columns.find((item) => item.id === column.id);
        if (!column.include || !proposal || proposal.type !== column.type || turned.includes(column)) return [];
        if (column.id === plan.customer?.column) return [];
        return proposal.questions
          .filter((question) => column.reading[question] === undefined)
          .map((question) => ({ column, question }));
      });
    },
  );

  /** The columns that will be stored. */
  readonly columns: readonly ColumnPlan[] = $derived(this.plan ? plannedColumns(this.plan) : []);

  /** What of the remembered plan this file does not bear out, or cannot; a column that has been changed since is settled. */
  readonly notes: readonly RecallNote[] = $derived.by(() => {
    const { plan } = this;
    if (!plan) return [];
    const columns = [...plan.columns, ...(plan.unpivot ? [plan.unpivot.value] : [])];
    return this.#notes.filter((note) => {
      const column = columns.find(({ id }) => id === note.column);
      const { type, reading } = note.outcome === 'kept' ? note.before : note.now;
      return (
        column?.include === true && column.type === type && JSON.stringify(column.reading) === JSON.stringify(reading)
      );
    });
  });

  /** Ids of columns that become rows. */
  readonly turned: readonly string[] = $derived(this.plan ? unpivotedColumns(this.plan).map(({ id }) => id) : []);

  /** Columns of the file that may become rows. */
  readonly turnable: readonly ColumnProposal[] = $derived(this.reply?.inspection.columns.filter(canUnpivot) ?? []);

  /** Columns that add up others and are left out. */
  readonly totalColumns: readonly string[] = $derived.by(() => {
    const issues = this.reply?.inspection.issues.filter(({ code }) => code === 'totalColumn') ?? [];
    const adds = (position: number): boolean => issues.some(({ column }) => column === position);
    return this.plan?.columns.filter(({ include }, index) => !include && adds(index + 1)).map(({ name }) => name) ?? [];
  });

  /** Columns that will be imported and look like personal data as a whole. */
  readonly personalColumns: readonly PersonalColumn[] = $derived.by(() => {
    const { reply, plan, check } = this;
    if (!reply || !plan) return [];
    return reply.inspection.issues.flatMap(({ code, column = 0, params }) => {
      const planned = code === 'looksPersonal' ? plan.columns[column - 1] : undefined;
      if (!planned?.include || planned.id === plan.customer?.column || !('kind' in params)) return [];
      const isMasked = plan.mask && (!check || check.masked.some((finding) => finding.column === planned.name));
      return [{ name: planned.name, kind: params.kind, isMasked }];
    });
  });

  /** What the last conversion made of a cross-table. */
  readonly unpivoted: Issue | null = $derived(
    this.check?.issues.find(({ code }) => code === 'unpivoted' || code === 'unpivotedWithGaps') ?? null,
  );

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.#release = workbench.bridge.hold();
  }

  get fileName(): string {
    return this.#file?.name ?? '';
  }

  /** The name of the file as it is stored: without personal data, unless the person switched masking off. */
  get storedFileName(): string {
    return this.plan?.mask === false ? this.fileName : maskName(this.fileName);
  }

  /** Ends the session and forgets the file. */
  close(): void {
    clearTimeout(this.#checkTimer);
    this.#abort.abort();
    this.#release();
    this.#letGo();
    void this.#workbench.bridge.run('discard', null);
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** Whether a step that was broken off can be taken again with the file that was chosen. */
  get canResume(): boolean {
    const { failure, stage, reply } = this;
    if (!failure || !brokenOff.has(failure.code) || this.fileName === '') return false;
    return reply ? stage === 'asking' && this.openQuestions.length === 0 : stage === 'choose';
  }

  /** Goes on where reading or checking was broken off. */
  async resume(): Promise<void> {
    if (this.reply) await this.runCheck();
    else await this.#inspect(this.#options);
  }

  async open(file: File, options: InspectOptions = {}): Promise<void> {
    this.#file = file;
    this.#letGo();
    this.#letGo = holdUnsaved();
    this.name = maskName(file.name.replace(/\.[^.]+$/, ''));
    await this.#inspect(options);
  }

  /** Reads the same file again with another encoding, delimiter, sheet or header row. */
  async reopen(options: InspectOptions): Promise<void> {
    await this.#inspect({ ...this.plan?.inspect, ...options });
  }

  async #inspect(options: InspectOptions): Promise<void> {
    const file = this.#file;
    if (!file) return;
    this.#options = options;
    this.stage = 'reading';
    this.check = null;
    const result = await this.#run((hooks) =>
      this.#workbench.bridge.run('inspect', { file, fileName: file.name, options }, hooks),
    );
    if (!result.ok) {
      this.failure = result.failure;
      this.stage = this.reply ? 'asking' : 'choose';
      return;
    }
    const known = this.#workbench.record('mapping', result.value.shape);
    const before = known ? toPlan(known) : null;
    const recalled = before ? await this.#recall(before) : null;
    if (recalled && !recalled.ok) {
      this.failure = recalled.failure;
      this.stage = this.reply ? 'asking' : 'choose';
      return;
    }
    this.reply = result.value;
    this.remembered = recalled !== null;
    this.maskingBack = before?.mask === false;
    this.#notes = recalled?.value.notes ?? [];
    this.plan = recalled?.value.plan ?? result.value.plan;
    this.#proposeCoding(known ? known.fields : {});
    await this.runCheck();
  }

  #recall(remembered: ImportPlan): Promise<Result<JobValue<'recall'>, Failure>> {
    const { signal } = this.#abort;
    return this.#workbench.bridge.run('recall', { remembered: clone(remembered) }, { signal });
  }

  #proposeCoding(remembered: Readonly<Record<string, { readonly value: Json }>>): void {
    const { columns } = this;
    const named = (value: Json | undefined): ColumnPlan | undefined =>
      typeof value === 'string' ? columns.find((column) => column.name === value) : undefined;
    const withMap = columns.find((column) => this.#workbench.record('mapping', valueMapId(column.name)));
    this.codeColumn = (named(remembered.codeColumn?.value) ?? withMap)?.id ?? null;
    this.textColumn =
      named(remembered.textColumn?.value)?.id ?? columns.find((column) => column.type === 'text')?.id ?? null;
    this.valueMap = this.codeColumn ? this.rememberedValues(this.codeColumn) : {};
  }

  /** The links that values of a column with this name were mapped to before. */
  rememberedValues(columnId: string): Readonly<Record<string, string>> {
    const column = this.columns.find((item) => item.id === columnId);
    const record = column && this.#workbench.record('mapping', valueMapId(column.name));
    return record ? toValueMap(record) : {};
  }

  setColumn(id: string, change: Partial<ColumnPlan>): void {
    if (!this.plan) return;
    const columns = this.plan.columns.map((column) => (column.id === id ? { ...column, ...change } : column));
    this.setPlan({ columns });
  }

  /** Turns these columns into rows; none leaves the table as it is. */
  setUnpivoted(ids: readonly string[]): void {
    const { reply, plan } = this;
    if (!reply || !plan) return;
    this.setPlan({ unpivot: ids.length > 0 ? planUnpivot(reply.inspection.columns, ids) : null });
  }

  /** Keeps of a column only keys of customers; '' = of none. */
  setCustomer(id: string): void {
    const { reply } = this;
    if (reply) this.setPlan({ customer: id === '' ? null : planCustomer(reply.inspection.columns, id) });
  }

  /** Names a new column of a cross-table; it keeps its name while it has none. */
  setNewColumn(which: 'period' | 'value', name: string): void {
    const unpivot = this.plan?.unpivot;
    if (unpivot && name.trim() !== '') this.setPlan({ unpivot: { ...unpivot, [which]: { ...unpivot[which], name } } });
  }

  /** Turns the measures that are to be imported into rows, where the file itself proposes nothing. */
  unpivotMeasures(): void {
    const included = this.columns.map(({ id }) => id);
    const measures = this.turnable.filter(({ id, present }) => present > 0 && included.includes(id));
    this.setUnpivoted(measures.map(({ id }) => id));
  }

  setPlan(change: Partial<ImportPlan>): void {
    if (!this.plan) return;
    this.plan = { ...this.plan, ...change };
    this.check = null;
    this.stage = 'asking';
    this.#abort.abort();
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => void this.runCheck(), checkDelayMs);
  }

  /** Converts and masks in memory, and looks for rows that are stored already. */
  async runCheck(): Promise<void> {
    const plan = this.plan;
    this.stage = 'asking';
    if (!plan || this.openQuestions.length > 0 || !plan.columns.some((column) => column.include)) return;
    this.stage = 'checking';
    const result = await this.#checkInHand(plan);
    if (plan !== this.plan) return;
    if (!result.ok) {
      this.failure = result.failure;
      this.stage = 'asking';
      return;
    }
    this.check = result.value;
    this.stage = 'ready';
  }

  /** Checks the file; one that the worker has lost, as after a cancel that it did not hear, is handed to it again. */
  async #checkInHand(
    plan: ImportPlan,
    datasets: readonly DatasetEntry[] = this.#workbench.datasets,
  ): Promise<Result<CheckReply, Failure>> {
    const secret = plan.customer ? await customerSecret(this.#workbench) : ok(null);
    if (!secret.ok) return secret;
    this.#checkedAgainst = datasets;
    const input = {
      plan: clone(plan),
      stored: this.#stored(),
      files: datasets.map(toStoredFile),
      secret: secret.value,
    };
    const check = (): Promise<Result<CheckReply, Failure>> =>
      this.#run((hooks) => this.#workbench.bridge.run('check', input, hooks));
    const file = this.#file;
    const first = await check();
    if (first.ok || first.failure.code !== 'no-file-in-hand' || !file || plan !== this.plan) return first;
    const read = await this.#run((hooks) =>
      this.#workbench.bridge.run('inspect', { file, fileName: file.name, options: clone(plan).inspect }, hooks),
    );
    if (!read.ok || plan !== this.plan) return read.ok ? fail('cancelled') : read;
    return check();
  }

  /** Asks the worker for something of the checked file, and once more where it had lost the file. */
  async #ofChecked<T>(ask: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const { plan } = this;
    const first = await ask();
    if (first.ok || first.failure.code !== 'no-file-in-hand' || !plan) return first;
    const checked = await this.#checkInHand(plan);
    return checked.ok ? ask() : checked;
  }

  /** Writes the rows, then the manifest with coding and mapping in one transaction. All or nothing. */
  store(): Promise<Result<string, Failure>> {
    // Held while rows are written, so that a start in another tab knows whether what it finds was left behind.
    return withWriterLock(() => this.#storeAlone());
  }

  async #storeAlone(): Promise<Result<string, Failure>> {
    const { reply, plan, check } = this;
    if (!reply || !plan || !check) return fail('no-file-in-hand');
    const rows = check.overlaps.length + check.sameFile.length > 0 ? this.repeated : 'all';
    const datasetId = newId();
    this.stage = 'storing';
    const met = await this.#meetOtherTabs(plan, check);
    if (!met.ok) {
      this.failure = met.failure;
      this.stage = 'ready';
      return met;
    }
    const stored = await this.#ofChecked(() =>
      this.#run((hooks) => this.#workbench.bridge.run('store', { datasetId, rows, stored: this.#stored() }, hooks)),
    );
    const saved = stored.ok
      ? await this.#workbench.commitDataset(
          datasetId,
          this.name.trim() || this.storedFileName,
          {
            rows: stored.value.rows,
            chunkRows: stored.value.chunkRows,
            columns: stored.value.columns,
            blocks: stored.value.blocks,
            source: {
              fileName: this.storedFileName,
              fileDigest: stored.value.digest,
              bytes: reply.bytes,
              importedAt: Date.now(),
              plan: clone(toStoredPlan(plan, reply.inspection.sheet)),
              issues: check.issues,
              masked: check.masked,
              invented: false,
            },
          },
          [...this.#codingChanges(datasetId), ...this.#mappingChanges(reply.shape, plan)],
        )
      : stored;
    if (!saved.ok) {
      this.failure = saved.failure;
      this.stage = 'ready';
      return saved;
    }
    return ok(datasetId);
  }

  /** While this import waited another tab may have stored the same rows: then they are checked and asked about again. */
  async #meetOtherTabs(plan: ImportPlan, { newRows }: CheckReply): Promise<Result<null, Failure>> {
    const datasets = await this.#workbench.readDatasets();
    if (!datasets.ok) return datasets;
    const isKnown = ({ id }: DatasetEntry): boolean => this.#checkedAgainst.some((known) => known.id === id);
    if (datasets.value.every(isKnown)) return ok(null);
    const again = await this.#checkInHand(plan, datasets.value);
    if (!again.ok) return again;
    this.check = again.value;
    const taken = newRows - again.value.newRows;
    return taken > 0 ? fail('import-overtaken', { n: taken }) : ok(null);
  }

  #codingChanges(datasetId: string): Change[] {
    const change = (field: string, value: Json): Change => ({ kind: 'coding', id: datasetId, field, value });
    return [
      change('column', this.codeColumn),
      change('textColumn', this.textColumn),
      change('taxonomyVersion', this.#workbench.taxonomy.version),
      ...(this.codeColumn
        ? Object.entries(this.valueMap).map(([value, code]) => change(valueFieldPrefix + value, code))
        : []),
    ];
  }

  #mappingChanges(shape: string, plan: ImportPlan): Change[] {
    const name = (id: string | null): string | null => this.columns.find((column) => column.id === id)?.name ?? null;
    const changes: Change[] = [
      {
        kind: 'mapping',
        id: shape,
        field: 'plan',
        value: clone(toStoredPlan(plan, plan.inspect.sheet ?? null)) as unknown as Json,
      },
      { kind: 'mapping', id: shape, field: 'codeColumn', value: name(this.codeColumn) },
      { kind: 'mapping', id: shape, field: 'textColumn', value: name(this.textColumn) },
    ];
    const codeName = name(this.codeColumn);
    if (codeName !== null) {
      for (const [value, code] of Object.entries(this.valueMap)) {
        changes.push({ kind: 'mapping', id: valueMapId(codeName), field: valueFieldPrefix + value, value: code });
      }
    }
    return changes;
  }

  /** Values of a column of the file in hand as they will be stored, most frequent first. */
  async valuesOf(column: string, limit: number): Promise<Result<readonly ValueCount[], Failure>> {
    return this.#ofChecked(() => this.#workbench.bridge.run('fileValues', { column, limit }));
  }

  /** The checked rows, for what takes them in otherwise than as a dataset. */
  async checkedTable(): Promise<Result<JobValue<'fileTable'>, Failure>> {
    return this.#ofChecked(() => this.#workbench.bridge.run('fileTable', null));
  }

  #stored(): readonly DatasetRef[] {
    return this.#checkedAgainst.map((dataset) => toDatasetRef(dataset, null));
  }

  async #run<T>(
    job: (hooks: { signal: AbortSignal; onProgress: (fraction: number) => void }) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    this.#abort = new AbortController();
    this.progress = 0;
    this.failure = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      clearTimeout(timer);
      this.stalled = false;
      if (this.stage === 'storing') timer = setTimeout(() => (this.stalled = true), stalledMs);
    };
    listen();
    try {
      return await job({
        signal: this.#abort.signal,
        onProgress: (fraction) => {
          this.progress = fraction;
          listen();
        },
      });
    } finally {
      clearTimeout(timer);
      this.stalled = false;
    }
  }
}

function toStoredFile({ id, manifest }: DatasetEntry): StoredFile {
  const { bytes, fileDigest, plan } = manifest.source;
  return { datasetId: id, bytes, digest: fileDigest, sheet: plan?.inspect.sheet ?? null };
}

/**
 * Says which sheet was read, also where nobody had to choose one: another sheet of the same file is other data. Its name
 * is masked as the rows are.
 */
function toStoredPlan(plan: ImportPlan, sheet: string | null): ImportPlan {
  if (sheet === null) return plan;
  return { ...plan, inspect: { ...plan.inspect, sheet: plan.mask ? maskName(sheet) : sheet } };
}

/** Plans hold arrays that may be shared with reactive state; the worker and the store get plain copies. */
function clone(plan: ImportPlan): ImportPlan {
  return JSON.parse(JSON.stringify(plan)) as ImportPlan;
}
