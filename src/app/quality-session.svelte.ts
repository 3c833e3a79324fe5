import { createContext } from 'svelte';
import { dayOf } from '../domain/calendar/calendar';
import { trainSuggester, type Suggester, type Suggestion } from '../domain/coding/suggest';
import type { Refused } from '../domain/bulk';
import { decideEvents } from '../domain/events/bulk';
import { applyToEvents, decideEvent, type EventCommand, type EventState } from '../domain/events/commands';
import { readEvent, type ServiceEvent } from '../domain/events/event';
import { decideItems } from '../domain/rectification/bulk';
import {
  applyToItems,
  decideItem,
  defaultWatchDays,
  type ItemCommand,
  type ItemDoing,
} from '../domain/rectification/commands';
import { readItem, type RectificationItem } from '../domain/rectification/item';
import type { FieldChange } from '../domain/registers';
import { createMasker } from '../ingest/mask/create-masker';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import { Turns } from '../kernel/turns';
import type { MergeRow } from '../store/merge-types';
import type { ActLabel, Change, Json, StoredRecord } from '../store/types';
import { calendarInForce, clockRulesInForce } from './clock-settings';
import { keepFile } from './kept-files';
import { knownCodes } from './copy-choice';
import { heldBackField, isHeldBack, readHeldBack, type HeldBack } from './held-back';
import type { Preferences } from './preferences.svelte';
import { actionItemsOf, byId, linksInUse, SeenActs, wallNow, withReread, type QualityKind } from './quality-records';
import type { Workbench } from './workbench.svelte';

const toEvent = (record: StoredRecord): ServiceEvent => readEvent(record.id, record.fields);
const toItem = (record: StoredRecord): RectificationItem => readItem(record.id, record.fields);

/** More records than this are read faster all together. */
const fewRecords = 400;

/** What came of many acts done as one. */
export interface BulkAnswer {
  /** Ids of what was changed. */
  readonly done: readonly string[];
  readonly refused: readonly Refused[];
}

/**
 * The ledger and the rectification items, in memory while a page shows them.
 *
 * They are read once; after that only the records that an act touched are read again, so that a ledger of tens of
 * thousands of events follows undo and other tabs without being read whole. A merge has all of them read.
 */
export class QualitySession {
  #events = $state.raw<ReadonlyMap<string, ServiceEvent>>(byId(null, toEvent));
  #items = $state.raw<ReadonlyMap<string, RectificationItem>>(byId(null, toItem));
  #loaded = $state(false);
  #failure = $state.raw<Failure | null>(null);
  #now = $state(0);
  #listed = $state.raw<Readonly<Record<QualityKind, readonly string[]>>>({ event: [], item: [] });
  #opening: Promise<void> | null = null;
  #itemsAsked = false;
  #isFollowing = false;
  readonly #seen = new SeenActs();
  /** The act or reading before: what is decided next must know what it did, and reading must not overtake it. */
  readonly #turns = new Turns();
  #suggester: Suggester | null = null;

  readonly #workbench: Workbench;
  readonly #preferences: Preferences;

  readonly eventState: EventState = $derived.by(() => {
    const { taxonomy } = this.#workbench;
    const setting = (field: string): Json | undefined => this.#workbench.setting(field);
    const head = this.#workbench.setting('escalationOwner');
    return {
      events: this.#events,
      links: linksInUse(taxonomy.links),
      taxonomyVersion: taxonomy.version,
      rules: clockRulesInForce(setting),
      calendar: calendarInForce(setting),
      escalationOwner: typeof head === 'string' && head !== '' ? head : null,
    };
  });
  /** What a merge brought and nobody here knows; see `held-back.ts`. */
  readonly heldBack: HeldBack = $derived.by(() =>
    readHeldBack(this.#workbench.setting(heldBackField), knownCodes(this.#workbench.taxonomies)),
  );
  /** The ledger as it is listed and counted: without what is held back. */
  readonly eventList: readonly ServiceEvent[] = $derived.by(() => {
    const { heldBack } = this;
    const all = [...this.#events.values()];
    const isAny = heldBack.codes.length + heldBack.outlets.length > 0;
    return isAny ? all.filter((event) => !isHeldBack(event, heldBack)) : all;
  });
  readonly itemList: readonly RectificationItem[] = $derived([...this.#items.values()]);

  constructor(workbench: Workbench, preferences: Preferences) {
    this.#workbench = workbench;
    this.#preferences = preferences;
    workbench.provideActionItems({
      open: () => void this.openItems(),
      of: (project) => actionItemsOf(this.itemList, project),
    });
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Why the records could not be read. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** The moment on the wall clock at which this page last looked; every figure of a page shares it. */
  get now(): number {
    return this.#now;
  }

  get today(): number {
    return dayOf(this.#now);
  }

  /** The list from which a record was opened, so that one can go on to the next without coming back. */
  listed(kind: QualityKind): readonly string[] {
    return this.#listed[kind];
  }

  list(kind: QualityKind, ids: readonly string[]): void {
    this.#listed = { ...this.#listed, [kind]: ids };
  }

  event(id: string): ServiceEvent | undefined {
    return this.#events.get(id);
  }

  item(id: string): RectificationItem | undefined {
    return this.#items.get(id);
  }

  /** Reads what is stored, the first time; later calls only look at the clock. */
  open(): Promise<void> {
    this.#now = wallNow();
    return (this.#opening ??= this.#turns.take(() => this.#read()));
  }

  /** Reads the items alone: a project asks for its actions, not for the ledger. */
  async openItems(): Promise<void> {
    if (this.#opening || this.#itemsAsked) return;
    this.#itemsAsked = true;
    await this.#turns.take(async () => {
      await this.#follow();
      const items = await this.#workbench.store.all('item');
      this.#itemsAsked = items.ok;
      if (!items.ok) return;
      this.#now = wallNow();
      this.#items = byId(items.value, toItem);
    });
  }

  async #read(): Promise<void> {
    await this.#follow();
    const { store } = this.#workbench;
    const [events, items] = await Promise.all([store.all('event'), store.all('item')]);
    if (!events.ok || !items.ok) {
      this.#failure = !events.ok ? events.failure : !items.ok ? items.failure : null;
      this.#opening = null;
      return;
    }
    this.#events = byId(events.value, toEvent);
    this.#items = byId(items.value, toItem);
    this.#failure = null;
    this.#loaded = true;
  }

  /**
   * Reads again what acts touch from now on. To be called before anything is read: an act that falls between the reading
   * and the first look at the history would be missed.
   */
  async #follow(): Promise<void> {
    if (this.#isFollowing) return;
    const { store } = this.#workbench;
    const [acts, merges] = await Promise.all([store.history(), store.merges()]);
    if (!acts.ok || !merges.ok) return;
    this.#isFollowing = true;
    this.#seen.take(acts.value);
    store.observeHistory((latest) => {
      const touched = this.#seen.take(latest);
      if (touched.length > 0) void this.#turns.take(() => this.#readAgain(touched));
    });
    // A merge is no act of the history, and may bring, change and erase any record.
    const toText = (made: readonly MergeRow[]): string => made.map(({ seq, undone }) => `${seq} ${undone}`).join();
    let known = toText(merges.value);
    store.observeMerges((latest) => {
      const found = toText(latest);
      if (known !== found) void this.#turns.take(() => this.#readAllAgain());
      known = found;
    });
  }

  async #readAllAgain(): Promise<void> {
    const { store } = this.#workbench;
    const [events, items] = await Promise.all([store.all('event'), store.all('item')]);
    if (events.ok && this.#loaded) this.#events = byId(events.value, toEvent);
    if (items.ok) this.#items = byId(items.value, toItem);
    this.#now = wallNow();
  }

  async #readAgain(touched: ReturnType<SeenActs['take']>): Promise<void> {
    if (touched.length > fewRecords) return this.#readAllAgain();
    const idsOf = (wanted: QualityKind): string[] => touched.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
    const ids = { event: idsOf('event'), item: idsOf('item') };
    const { store } = this.#workbench;
    const [events, items] = await Promise.all([store.some('event', ids.event), store.some('item', ids.item)]);
    const [oldEvents, oldItems] = [this.#events, this.#items];
    if (events.ok && this.#loaded) this.#events = withReread(oldEvents, ids.event, events.value, toEvent);
    if (items.ok) this.#items = withReread(oldItems, ids.item, items.value, toItem);
    if (this.#events === oldEvents && this.#items === oldItems) return;
    this.#now = wallNow();
  }

  /** Does one act on the ledger, or says which guard forbids it. Narratives are masked before anything is kept. */
  doEvent(command: EventCommand): Promise<Result<null, Failure>> {
    return this.#inTurn(async (who) => {
      const decided = decideEvent(this.eventState, mask(command), who);
      if (!decided.ok) return decided;
      const next = applyToEvents(this.#events, decided.value);
      const changes = decided.value.map((change): Change => ({ kind: 'event', ...change }));
      const number = next.get(command.id)?.number ?? '';
      const saved = await this.#workbench.commit(changes, { code: 'event', params: { number } });
      if (!saved.ok) return saved;
      this.#events = applyToEvents(this.#events, decided.value);
      this.#now = wallNow();
      return ok(null);
    });
  }

  /** Does one act on the items, or says which guard forbids it. */
  doItem(command: ItemCommand, more: readonly Change[] = []): Promise<Result<null, Failure>> {
    return this.#inTurn(async (who) => {
      const decided = decideItem({ items: this.#items, watchDays: defaultWatchDays }, command, who);
      if (!decided.ok) return decided;
      const next = applyToItems(this.#items, decided.value);
      const changes = decided.value.map((change): Change => ({ kind: 'item', ...change }));
      const title = next.get(command.id)?.title ?? '';
      const saved = await this.#workbench.commit([...changes, ...more], { code: 'item', params: { title } });
      if (!saved.ok) return saved;
      this.#items = applyToItems(this.#items, decided.value);
      this.#now = wallNow();
      return ok(null);
    });
  }

  /** Does many acts on the ledger as one: those allowed are done, the others say why not, and one undo takes all back. */
  doEvents(commands: readonly EventCommand[]): Promise<Result<BulkAnswer, Failure>> {
    return this.#inTurn(async (who) => {
      const decided = decideEvents(this.eventState, commands.map(mask), who);
      const saved = await this.#save('event', decided, commands[0]?.kind ?? '');
      if (!saved.ok) return saved;
      if (decided.done.length > 0) this.#events = applyToEvents(this.#events, decided.changes);
      return ok({ done: decided.done, refused: decided.refused });
    });
  }

  /** Does many acts on the items as one; see `doEvents`. */
  doItems(commands: readonly ItemCommand[]): Promise<Result<BulkAnswer, Failure>> {
    return this.#inTurn(async (who) => {
      const decided = decideItems({ items: this.#items, watchDays: defaultWatchDays }, commands, who);
      const saved = await this.#save('item', decided, commands[0]?.kind ?? '');
      if (!saved.ok) return saved;
      if (decided.done.length > 0) this.#items = applyToItems(this.#items, decided.changes);
      return ok({ done: decided.done, refused: decided.refused });
    });
  }

  /**
   * Does an act when the one before has ended: a click that follows the last field at once is decided with what was typed
   * there, and not refused for want of it.
   */
  #inTurn<T>(act: (who: ItemDoing) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const who = this.who();
    if (!who.ok) return Promise.resolve(who);
    return this.#turns.take(() => act(who.value));
  }

  async #save(
    kind: 'event' | 'item',
    { changes, done }: { readonly changes: readonly FieldChange[]; readonly done: readonly string[] },
    act: string,
  ): Promise<Result<null, Failure>> {
    if (done.length === 0) return ok(null);
    const saved = await this.#workbench.commit(
      changes.map((change): Change => ({ kind, ...change })),
      { code: kind === 'event' ? 'events' : 'items', params: { n: done.length, act } },
    );
    this.#now = wallNow();
    return saved;
  }

  /** Takes in events that were decided elsewhere, with what is to be remembered of it, by one act. */
  async takeIn(
    changes: readonly FieldChange[],
    more: readonly Change[],
    label: ActLabel,
  ): Promise<Result<null, Failure>> {
    const saved = await this.#workbench.commit(
      [...changes.map((change): Change => ({ kind: 'event', ...change })), ...more],
      label,
      { durability: 'strict' },
    );
    if (!saved.ok) return saved;
    this.#events = applyToEvents(this.#events, changes);
    this.#suggester = null;
    this.#now = wallNow();
    return ok(null);
  }

  /** Keeps a file of evidence in this browser under its digest, and notes it at the item. */
  async addEvidence(id: string, file: File, kind: 'file' | 'photo' | 'screenshot'): Promise<Result<null, Failure>> {
    const kept = await keepFile(file);
    if (!kept.ok) return kept;
    const { name, digest, bytes, changes } = kept.value;
    return this.doItem({ kind: 'addEvidence', id, evidence: { kind, name, digest, bytes, note: '' } }, changes);
  }

  /** Three links for a text, taught by what the ledger has coded so far. */
  suggest(text: string): readonly Suggestion[] {
    this.#suggester ??= trainSuggester(
      this.#workbench.taxonomy,
      this.eventList
        .filter(({ primaryLink, narrative }) => primaryLink !== null && narrative !== null)
        .slice(-500)
        .map(({ primaryLink, narrative }) => ({ code: primaryLink ?? '', text: narrative ?? '' })),
    );
    return this.#suggester.suggest(text);
  }

  /** Who acts and when; nothing is kept unsigned. */
  who(): Result<ItemDoing, Failure> {
    const by = this.#preferences.person;
    return by === '' ? fail('person-unknown') : ok({ now: wallNow(), by });
  }
}

const maskNarrative = createMasker({ column: '', type: 'text' });

function mask(command: EventCommand): EventCommand {
  if (command.kind !== 'register' && command.kind !== 'edit') return command;
  const details = { ...command.details };
  for (const field of ['title', 'narrative', 'demand', 'contact'] as const) {
    const text = details[field];
    if (typeof text === 'string') details[field] = maskNarrative(text).text;
  }
  return { ...command, details };
}

export const [useQuality, provideQuality] = createContext<QualitySession>();
