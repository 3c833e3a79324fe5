import { newId } from '../kernel/ids';
import { ok, type Failure, type Result } from '../kernel/result';
import { intakeFields } from '../domain/events/event';
import {
  importChoices,
  importFields,
  LedgerImporter,
  type ImportChoice,
  type ImportField,
  type ImportOutcome,
  type ImportRow,
} from '../domain/events/import-events';
import { proposeFields, proposeWord, readAgreement } from '../domain/events/import-words';
import { customerColumnId } from '../ingest/customer-column';
import { IssueLog } from '../ingest/issue-log';
import { createMasker } from '../ingest/mask/create-masker';
import { rowKeys } from '../ingest/row-keys';
import type { Issue } from '../ingest/types';
import type { Column, Table } from '../table/column';
import type { Change, Json } from '../store/types';
import { toValueMap, valueFieldPrefix } from './entries';
import {
  codesByName,
  foldRemarks,
  columnNames,
  countWords,
  distinct,
  momentAt,
  numberAt,
  textAt,
  toNumber,
  type WordCount,
} from './ledger-cells';
import { ImportSession, valueMapId } from './import-session.svelte';
import type { QualitySession } from './quality-session.svelte';
import type { Workbench } from './workbench.svelte';

/** Where a field of an event comes from: a column of the file, or one value for all rows. */
export interface FieldSource {
  readonly column?: string;
  readonly fixed?: string;
}

export type FieldSources = Readonly<Partial<Record<ImportField, FieldSource>>>;
type Words = Readonly<Partial<Record<ImportField, Readonly<Record<string, string>>>>>;

/** Rows between two pauses, so that the page goes on answering. */
const stride = 200;
const delayMs = 300;

const isChoice = (field: ImportField): field is ImportChoice => Object.hasOwn(importChoices, field);
export const wordFields: readonly ImportField[] = (Object.keys(importFields) as ImportField[]).filter(
  (field) => importFields[field] === 'choice' || importFields[field] === 'link',
);
/** Fields without which no row is taken in; a title can be made from the narrative. */
export const neededFields = intakeFields.filter((field) => field !== 'title');

/**
 * Taking in a ledger from a file: the file is read, typed and masked like any other, then its columns become fields of
 * events. Nothing is written before `store()`, and everything by one act.
 */
export class LedgerImport {
  readonly #workbench: Workbench;
  readonly #quality: QualitySession;
  readonly file: ImportSession;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  #table = $state.raw<{ readonly table: Table; readonly sourceRows: Uint32Array } | null>(null);
  #outcome = $state.raw<ImportOutcome | null>(null);
  #words = $state.raw<Words>({});
  #fields = $state.raw<FieldSources>({});
  #progress = $state(0);
  #isAssessing = $state(false);
  #knownOutletsOnly = $state(false);
  /** The fields were taken over from an earlier file of the same shape. */
  remembered = $state(false);
  isStoring = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Outlets that the ledger or the quarterly figures know. */
  #outlets: ReadonlySet<string> = distinct([]);

  constructor(workbench: Workbench, quality: QualitySession) {
    this.#workbench = workbench;
    this.#quality = quality;
    this.file = new ImportSession(workbench);
  }

  get fields(): FieldSources {
    return this.#fields;
  }

  get outcome(): ImportOutcome | null {
    return this.#outcome;
  }

  get progress(): number {
    return this.#progress;
  }

  get isAssessing(): boolean {
    return this.#isAssessing;
  }

  get knownOutletsOnly(): boolean {
    return this.#knownOutletsOnly;
  }

  set knownOutletsOnly(on: boolean) {
    this.#knownOutletsOnly = on;
    this.#later();
  }

  /** What fields of events may be read from; the key of the customer has its own place. */
  readonly columns: readonly Column[] = $derived.by(() =>
    (this.#table?.table.columns ?? []).filter(({ id }) => id !== customerColumnId),
  );

  /** Fields that no row can do without and that nothing gives. */
  readonly missing: readonly ImportField[] = $derived.by(() =>
    neededFields.filter((field) => {
      const source = this.#fields[field];
      return !source || (source.column === undefined && (source.fixed ?? '').trim() === '');
    }),
  );

  /** Words of every column that is mapped to a choice or to the links. */
  readonly wordsOf: Readonly<Partial<Record<ImportField, readonly WordCount[]>>> = $derived.by(() => {
    const found: Partial<Record<ImportField, readonly WordCount[]>> = {};
    for (const field of wordFields) {
      const column = this.#column(field);
      if (column) found[field] = countWords(column, this.#table?.table.rows ?? 0);
    }
    return found;
  });

  /** Remarks of the reading and of the taking in, folded where there are many of one kind. */
  readonly issues: readonly Issue[] = $derived.by(() => {
    const log = new IssueLog();
    log.addAll(this.file.check?.issues ?? []);
    log.addAll(foldRemarks(this.#outcome?.remarks ?? []));
    return log.list();
  });

  close(): void {
    clearTimeout(this.#timer);
    this.#run++;
    this.file.close();
  }

  /** Takes up the rows after the file was checked, or checked anew. */
  async takeUp(): Promise<void> {
    const read = await this.file.checkedTable();
    if (!read.ok) {
      this.failure = read.failure;
      return;
    }
    this.#table = read.value;
    this.#outlets = await this.#knownOutlets();
    const record = this.#workbench.record('mapping', this.#mappingId());
    this.#fields = record ? this.#rememberedFields(record.fields.fields.value) : this.#proposedFields();
    this.remembered = record !== undefined;
    const words = record?.fields.words?.value;
    this.#words = typeof words === 'object' && words !== null ? (words as Words) : {};
    for (const field of wordFields) this.#proposeWords(field);
    this.#later();
  }

  setField(field: ImportField, source: FieldSource | null): void {
    const { [field]: _before, ...others } = this.#fields;
    this.#fields = source ? { ...others, [field]: source } : others;
    if (wordFields.includes(field)) this.#proposeWords(field);
    this.#later();
  }

  /** What a word of the file means; '' takes the meaning back. */
  setWord(field: ImportField, word: string, code: string): void {
    const { [word]: _before, ...others } = this.#words[field] ?? {};
    this.#words = { ...this.#words, [field]: code === '' ? others : { ...others, [word]: code } };
    this.#later();
  }

  meaningOf(field: ImportField): Readonly<Record<string, string>> {
    return this.#words[field] ?? {};
  }

  async store(): Promise<Result<number, Failure>> {
    const outcome = this.#outcome;
    if (!outcome || outcome.events.length === 0) return ok(0);
    this.isStoring = true;
    const name = this.file.storedFileName;
    const saved = await this.#quality.takeIn(outcome.changes, this.#mappingChanges(), {
      code: 'importLedger',
      params: { name, n: outcome.events.length },
    });
    this.isStoring = false;
    this.failure = saved.ok ? null : saved.failure;
    return saved.ok ? ok(outcome.events.length) : saved;
  }

  #mappingId(): string {
    return `ledger:${this.file.reply?.shape ?? ''}`;
  }

  /** Fields by the names of their columns: the ids belong to one file. */
  #mappingChanges(): readonly Change[] {
    const { names } = columnNames(this.columns);
    const fields = Object.entries(this.#fields).map(([field, { column, fixed }]) => [
      field,
      column === undefined ? { fixed: fixed ?? '' } : { column: names.get(column) ?? '' },
    ]);
    const id = this.#mappingId();
    const link = this.#column('link');
    const links = link ? Object.entries(this.#words.link ?? {}) : [];
    return [
      ...links.map(([word, code]): Change => ({
        kind: 'mapping',
        id: valueMapId(link?.name ?? ''),
        field: valueFieldPrefix + word,
        value: code,
      })),
      { kind: 'mapping', id, field: 'fields', value: Object.fromEntries(fields) as Json },
      { kind: 'mapping', id, field: 'words', value: JSON.parse(JSON.stringify(this.#words)) as Json },
    ];
  }

  #rememberedFields(value: unknown): FieldSources {
    const { ids } = columnNames(this.columns);
    const found: Partial<Record<ImportField, FieldSource>> = {};
    for (const [field, source] of Object.entries((value ?? {}) as Record<string, Record<string, unknown>>)) {
      if (!Object.hasOwn(importFields, field)) continue;
      const column = typeof source.column === 'string' ? ids.get(source.column) : undefined;
      if (column !== undefined) found[field as ImportField] = { column };
      else if (typeof source.fixed === 'string') found[field as ImportField] = { fixed: source.fixed };
    }
    return found;
  }

  #proposedFields(): FieldSources {
    return Object.fromEntries(
      Object.entries(proposeFields(this.columns)).map(([field, column]) => [field, { column }]),
    );
  }

  /** Fills in what is not decided yet; a decision is never overwritten. */
  #proposeWords(field: ImportField): void {
    const column = this.#column(field);
    if (!column) return;
    const { links } = this.#quality.eventState;
    const record = field === 'link' ? this.#workbench.record('mapping', valueMapId(column.name)) : undefined;
    const known = record ? toValueMap(record) : {};
    const names = codesByName(links.values());
    const proposed: Record<string, string> = {};
    for (const { value } of countWords(column, this.#table?.table.rows ?? 0)) {
      const own = value.trim();
      const code = isChoice(field)
        ? proposeWord(field, own)
        : ((Object.hasOwn(known, value) ? known[value] : null) ??
          (links.has(own) ? own : (names.get(own.toLowerCase()) ?? null)));
      if (code !== null) proposed[value] = code;
    }
    this.#words = { ...this.#words, [field]: { ...proposed, ...this.#words[field] } };
  }

  #column(field: ImportField): Column | undefined {
    const id = this.#fields[field]?.column;
    return id === undefined ? undefined : this.columns.find((column) => column.id === id);
  }

  async #knownOutlets(): Promise<ReadonlySet<string>> {
    const quarters = await this.#workbench.store.all('outletQuarter');
    return distinct([
      ...this.#quality.eventList.map(({ outlet }) => outlet),
      ...(quarters.ok ? quarters.value : []).map(({ id }) => id.slice(id.indexOf(' ') + 1)),
    ]);
  }

  #later(): void {
    this.#outcome = null;
    this.#run++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#assess(), delayMs);
  }

  /** Works out what would become of every row; a newer choice makes the run void. */
  async #assess(): Promise<void> {
    const run = ++this.#run;
    const table = this.#table;
    const who = this.#quality.who();
    if (!table || this.missing.length > 0) return;
    if (!who.ok) {
      this.failure = who.failure;
      return;
    }
    this.failure = null;
    this.#isAssessing = true;
    this.#progress = 0;
    const importer = new LedgerImporter(
      this.#quality.eventState,
      {
        fileName: this.file.storedFileName,
        words: this.#wordsWithFixed(),
        outlets: this.#outlets,
        knownOutletsOnly: this.#knownOutletsOnly,
      },
      who.value,
    );
    const rowOf = this.#reader(table, who.value.now);
    for (let row = 0; row < table.table.rows; row++) {
      importer.take(rowOf(row));
      if (row % stride !== stride - 1) continue;
      this.#progress = row / table.table.rows;
      await new Promise((resolve) => setTimeout(resolve));
      if (run !== this.#run) return;
    }
    this.#outcome = importer.outcome();
    this.#isAssessing = false;
  }

  /** A value given for all rows of a choice is a code already. */
  #wordsWithFixed(): Words {
    const words: Partial<Record<ImportField, Readonly<Record<string, string>>>> = { ...this.#words };
    for (const field of wordFields) {
      const fixed = this.#fields[field]?.fixed;
      if (fixed !== undefined) words[field] = { [fixed]: fixed };
    }
    return words;
  }

  #reader({ table, sourceRows }: { readonly table: Table; readonly sourceRows: Uint32Array }, now: number) {
    const keys = rowKeys(table);
    const customer = table.columns.find(({ id }) => id === customerColumnId);
    const readers = (Object.keys(importFields) as ImportField[]).flatMap((field) => {
      const read = this.#fieldReader(field, now);
      return read ? [[field, read] as const] : [];
    });
    return (row: number): ImportRow => ({
      row: sourceRows[row],
      key: keys[row].toString(36),
      id: newId(),
      customerKey: customer === undefined ? null : textAt(customer, row) || null,
      values: Object.fromEntries(readers.map(([field, read]) => [field, read(row)])),
    });
  }

  #fieldReader(field: ImportField, now: number): ((row: number) => string | number | boolean | null) | null {
    const source = this.#fields[field];
    if (!source) return null;
    const kind = importFields[field];
    if (source.column === undefined) {
      const text = mask(source.fixed ?? '').text.trim();
      const value = kind === 'number' ? toNumber(text) : kind === 'switch' ? readAgreement(text) : text;
      return () => value;
    }
    const column = this.#column(field);
    if (!column) return null;
    switch (kind) {
      case 'moment':
        return (row) => momentAt(column, row, now);
      case 'number':
        return (row) => (column.layout === 'numeric' ? numberAt(column, row) : toNumber(textAt(column, row)));
      case 'switch':
        return (row) => readAgreement(textAt(column, row));
      default:
        return (row) => textAt(column, row);
    }
  }
}

const mask = createMasker({ column: '', type: 'text' });
