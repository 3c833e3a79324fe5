/**
 * What was being saved, or still stood in a field, when the page was left.
 *
 * A transaction that has begun dies with its page. `localStorage` is written at once, so what is under way is noted
 * there when the page goes, and done at the next start. It reaches the disk seconds later: it helps when a tab is
 * closed, not when the computer dies, and then only what was shown as "saving" is at stake.
 */

import { parseStamp } from '../store/clock';
import type { Change } from '../store/types';
import type { Workbench } from './workbench.svelte';

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'service-quality-workbench.last-words';

interface Note {
  readonly installId: string;
  readonly at: number;
  readonly changes: readonly Change[];
}

/** Notes what is under way whenever the page may go; returns how to stop. */
export function keepLastWords(workbench: Workbench, view: Window, place: Place): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const leave = (): void => {
    finishField(view.document);
    const note: Note = { installId: workbench.store.installId, at: Date.now(), changes: workbench.underWay };
    if (note.changes.length > 0) keep(place, note);
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
  workbench.onSettled(() => forget(place));
  return () => stop.abort();
}

/** Does what was noted when the page was left, unless the field has been changed since. */
export async function speakLastWords(workbench: Workbench, place: Place): Promise<void> {
  const note = read(place);
  forget(place);
  if (note?.installId !== workbench.store.installId) return;
  const changes: Change[] = [];
  for (const change of note.changes) {
    const record = await workbench.store.get(change.kind, change.id, { deleted: true });
    const register = record.ok ? record.value?.fields[change.field] : undefined;
    if (!register || parseStamp(register.stamp).ms <= note.at) changes.push(change);
  }
  if (changes.length > 0) await workbench.commit(changes, { code: 'retry' });
}

/** Tells the field that is being written in that it is left; its own event comes too late when a page goes. */
function finishField({ activeElement }: Document): void {
  const isText = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  if (isText && activeElement.type !== 'file') activeElement.dispatchEvent(new Event('change', { bubbles: true }));
}

function keep(place: Place, note: Note): void {
  try {
    place.setItem(key, JSON.stringify(note));
  } catch {
    // Full or refused: then the transaction has to make it alone.
  }
}

function forget(place: Place): void {
  try {
    place.removeItem(key);
  } catch {
    // Refused: there is nothing in it either.
  }
}

function read(place: Place): Note | null {
  try {
    return JSON.parse(place.getItem(key) ?? 'null') as Note | null;
  } catch {
    return null;
  }
}
