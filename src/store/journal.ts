import type { Collection } from 'dexie';
import type { Database } from './schema';
import type { Act, ActLabel, RecordKind } from './types';

/** Acts that the history holds; undo reaches as far back. */
export const keptActs = 1000;

export interface NextUndo {
  readonly undo: ActLabel | null;
  readonly redo: ActLabel | null;
}

/** The act that undo or redo would turn round. */
export async function findReversible({ journal }: Database, direction: 'undo' | 'redo'): Promise<Act | null> {
  if (direction === 'undo') return (await journal.orderBy('seq').reverse().filter(isDone).first()) ?? null;
  const undone = await undoneActs({ journal }).toArray();
  return undone.at(-1) ?? null;
}

/** Writes an act down. What had been undone can no longer be redone: the act took another way. */
export async function addAct(database: Database, act: Omit<Act, 'seq'>): Promise<Act> {
  const { journal } = database;
  const [held, dead] = await Promise.all([journal.count(), act.undoable ? undoneActs(database).primaryKeys() : []]);
  const surplus = held - dead.length + 1 - keptActs;
  const [seq] = await Promise.all([journal.add(act), dead.length > 0 ? journal.bulkDelete(dead) : null]);
  if (surplus > 0) await journal.bulkDelete(await journal.orderBy('seq').limit(surplus).primaryKeys());
  return { ...act, seq };
}

/** Notes that an act has been undone or done again. */
export async function markAct({ journal }: Database, act: Act, undone: boolean): Promise<Act> {
  const marked = { ...act, undone };
  await journal.put(marked);
  return marked;
}

/** Acts on a field of a record that could still be undone or redone. */
export async function reversibleActsOn(
  { journal }: Database,
  kind: RecordKind,
  id: string,
  field: string,
): Promise<readonly Act[]> {
  return journal
    .filter(
      (act) =>
        act.undoable &&
        act.changes.some((change) => change.kind === kind && change.id === id && change.field === field),
    )
    .toArray();
}

/** The latest undone acts, the last undone one last; an act done since would have removed them. */
function undoneActs({ journal }: Pick<Database, 'journal'>): Collection<Act, number, Omit<Act, 'seq'>> {
  return journal
    .orderBy('seq')
    .reverse()
    .until(isDone)
    .filter((act) => act.undoable && act.undone);
}

function isDone(act: Act): boolean {
  return act.undoable && !act.undone;
}
