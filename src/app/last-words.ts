/**
 * What was being saved, or still stood in a field, when the page was left.
 *
 * A transaction that has begun dies with its page. `localStorage` is written at once, so what is under way is noted
 * there when the page goes, each tab under a key of its own, and done at the next start. It reaches the disk seconds later: it helps when a tab is
 * closed, not when the computer dies, and then only what was shown as "saving" is at stake.
 */

import { newId } from '../kernel/ids';
import { parseStamp } from '../store/clock';
import type { Change } from '../store/types';
import type { TextPlace } from '../store/vault/sealed-place';
import type { Workbench } from './workbench.svelte';

type Speaker = Pick<Workbench, 'store' | 'commit' | 'underWay' | 'onSettled'>;

/** The notes of all tabs begin with it. */
const keyBegin = 'service-quality-workbench.last-words';

interface Note {
  readonly installId: string;
  readonly at: number;
  readonly changes: readonly Change[];
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
  const leave = (): void => {
    finishField(view.document);
    const note: Note = { installId: workbench.store.installId, at: Date.now(), changes: workbench.underWay };
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
 * in different states, the later one counts.
 */
export async function speakLastWords(workbench: Speaker, place: TextPlace): Promise<void> {
  const notes = takeNotes(place)
    .filter(({ installId }) => installId === workbench.store.installId)
    .sort((a, b) => a.at - b.at);
  const changes = new Map<string, Change>();
  for (const { at, changes: noted } of notes) {
    for (const change of noted) {
      const { kind, id, field } = change;
      const record = await workbench.store.get(kind, id, { deleted: true });
      const register = record.ok ? record.value?.fields[field] : undefined;
      if (!register || parseStamp(register.stamp).ms <= at) changes.set(JSON.stringify([kind, id, field]), change);
    }
  }
  if (changes.size > 0) await workbench.commit([...changes.values()], { code: 'retry' });
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

/** The notes of all tabs, which are not kept any longer. */
function takeNotes(place: TextPlace): readonly Note[] {
  const keys = place.keys().filter((key) => key.startsWith(keyBegin));
  return keys.flatMap((key) => {
    const note = read(place, key);
    forget(place, key);
    return note ?? [];
  });
}

function read(place: TextPlace, key: string): Note | null {
  try {
    return JSON.parse(place.getItem(key) ?? 'null') as Note | null;
  } catch {
    return null;
  }
}
