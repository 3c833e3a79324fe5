/**
 * What was being saved, or still stood in a field, when the page was left.
 *
 * A transaction that has begun dies with its page. `localStorage` is written at once, so what is under way is noted
 * there when the page goes, each tab under a key of its own, and done at the next start. It reaches the disk seconds later: it helps when a tab is
 * closed, not when the computer dies, and then only what was shown as "saving" is at stake.
 */

import { newId } from '../kernel/ids';
import { parseStamp } from '../store/clock';
import { isErased } from '../store/deletion';
import { isSameJson } from '../store/json';
import type { Store } from '../store/open-store';
import type { ActChange, Change } from '../store/types';
import type { TextPlace } from '../store/vault/sealed-place';
import type { Workbench } from './workbench.svelte';

type Speaker = Pick<Workbench, 'store' | 'commit' | 'underWay' | 'onSettled'>;

/** Acts of other tabs between a note and the next start; more are not looked through. */
const searchedActs = 1_000;

/** The notes of all tabs begin with it. */
const keyBegin = 'service-quality-workbench.last-words';

interface Note {
  readonly installId: string;
  readonly at: number;
  /** The latest act when the page was opened; what was done before is no change since, whatever the clock said then. */
  readonly seq?: number;
  /** In the order in which they were made; of one field the last counts. */
  readonly changes: readonly Change[];
}

interface KeptNote extends Note {
  readonly key: string;
}

/** `localStorage` as a place for notes. */
export function localPlace(storage: Storage): TextPlace {
  return {
    keys: () => Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key !== null),
    getItem: (key) => storage.getItem(key),
    setItem: (key, text) => storage.setItem(key, text),
    removeItem: (key) => storage.removeItem(key),
  };
}

/** Notes what is under way whenever the page may go; returns how to stop. */
export function keepLastWords(workbench: Speaker, view: Window, place: TextPlace): () => void {
  const key = `${keyBegin}.${newId()}`;
  const stop = new AbortController();
  const { signal } = stop;
  let seq = 0;
  void workbench.store.history(1).then((acts) => (seq = acts.ok ? (acts.value.at(0)?.seq ?? 0) : 0));
  const leave = (): void => {
    finishField(view.document);
    const note: Note = { installId: workbench.store.installId, at: Date.now(), seq, changes: workbench.underWay };
    if (note.changes.length > 0) keep(place, key, note);
  };
  view.addEventListener('pagehide', leave, { signal });
  view.document.addEventListener(
    'visibilitychange',
    () => {
      if (view.document.visibilityState === 'hidden') leave();
    },
    { signal },
  );
  // The page lives on: what was noted has been saved in the meantime.
  workbench.onSettled(() => forget(place, key));
  return () => stop.abort();
}

/**
 * Does what was noted when tabs were left, unless the field has been changed since; of two tabs that left the same field
 * in different states, the later one counts. A note is kept until it has been done.
 */
export async function speakLastWords(workbench: Speaker, place: TextPlace): Promise<void> {
  const found = readNotes(place);
  const notes = found.flatMap(({ key, note }) =>
    note?.installId === workbench.store.installId ? { key, ...note } : [],
  );
  const changes = new Map<string, Change>();
  for (const note of notes.sort((a, b) => a.at - b.at)) {
    for (const change of note.changes) {
      if (!(await isOvertaken(workbench.store, change, note))) changes.set(fieldOf(change), change);
    }
  }
  let isKept = false;
  try {
    const done = changes.size === 0 || (await workbench.commit([...changes.values()], { code: 'retry' })).ok;
    isKept = !done;
  } finally {
    // What cannot even be tried is not tried at every start.
    const due = new Set(isKept ? notes.map(({ key }) => key) : []);
    for (const { key } of found) if (!due.has(key)) forget(place, key);
  }
}

/**
 * Whether a field was changed after it was noted. Its stamp alone does not tell: merging a clock that is ahead, or
 * having had one, leaves stamps later than what is done next. What was done here is in the history, by one clock.
 */
async function isOvertaken(store: Store, change: Change, { at, seq = 0, changes }: KeptNote): Promise<boolean> {
  const field = fieldOf(change);
  const record = await store.get(change.kind, change.id, { deleted: true });
  const fields = record.ok ? record.value?.fields : undefined;
  if (record.ok && record.value && isErased(record.value)) return true;
  const register = fields && Object.hasOwn(fields, change.field) ? fields[change.field] : undefined;
  if (!register || parseStamp(register.stamp).ms <= at) return false;
  // One of several changes under way was done before the page went.
  if (changes.some((other) => fieldOf(other) === field && isSameJson(other.value, register.value))) return false;
  const [state, acts, merges] = await Promise.all([store.state(), store.history(searchedActs), store.merges()]);
  // What cannot be read leaves only the stamp.
  if (!state.ok || !acts.ok || !merges.ok) return true;
  const isForeign = parseStamp(register.stamp).replica !== state.value?.replica;
  return (
    (isForeign && merges.value.some((merge) => merge.at > at)) ||
    acts.value.some((act) => act.seq > seq && act.at > at && act.changes.some((done) => sets(done, change)))
  );
}

/** Of an act that made the record, the history has this alone. */
function sets(done: ActChange, { kind, id, field }: Change): boolean {
  const isMaking = done.field === 'deleted' && done.after === false;
  return done.kind === kind && done.id === id && (done.field === field || isMaking);
}

function fieldOf({ kind, id, field }: Pick<Change, 'kind' | 'id' | 'field'>): string {
  return JSON.stringify([kind, id, field]);
}

/** Tells the field that is being written in that it is left; its own event comes too late when a page goes. */
function finishField({ activeElement }: Document): void {
  const isText = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  if (isText && activeElement.type !== 'file') activeElement.dispatchEvent(new Event('change', { bubbles: true }));
}

function keep(place: TextPlace, key: string, note: Note): void {
  try {
    place.setItem(key, JSON.stringify(note));
  } catch {
    // Full or refused: then the transaction has to make it alone.
  }
}

function forget(place: TextPlace, key: string): void {
  try {
    place.removeItem(key);
  } catch {
    // Refused: there is nothing in it either.
  }
}

/** The notes of all tabs; `null` where one cannot be read. */
function readNotes(place: TextPlace): readonly { readonly key: string; readonly note: Note | null }[] {
  const keys = place.keys().filter((key) => key.startsWith(keyBegin));
  return keys.map((key) => ({ key, note: read(place, key) }));
}

function read(place: TextPlace, key: string): Note | null {
  try {
    return JSON.parse(place.getItem(key) ?? 'null') as Note | null;
  } catch {
    return null;
  }
}
