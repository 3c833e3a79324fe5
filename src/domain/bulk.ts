/** Many acts at once: each by the rules of its own, all of them one change. */

import type { Failure, Result } from '../kernel/result';
import { changesById, emptyEntity, writeRegisters } from './registers';
import type { EntityOf, EntityShape, FieldChange, FieldSchema, ListSchemas } from './registers';

/** An act that a guard forbade. */
export interface Refused {
  /** Position among the acts given. */
  readonly at: number;
  readonly id: string;
  readonly failure: Failure;
}

/** What came of many acts: those allowed changed something, the others say why not. */
export interface BulkOutcome<Entity> {
  readonly records: ReadonlyMap<string, Entity>;
  readonly changes: readonly FieldChange[];
  /** Ids of acts that were done, in their order. */
  readonly done: readonly string[];
  readonly refused: readonly Refused[];
}

/**
 * Decides acts one after the other, each on what those before it left. A refused act leaves no trace, and does not keep
 * the others from being done.
 *
 * @param decide sees the records as they stand; it must not keep the map, which goes on changing
 */
export function decideAll<F extends FieldSchema, L extends ListSchemas, Command extends { readonly id: string }>(
  shape: EntityShape<F, L>,
  before: ReadonlyMap<string, EntityOf<F, L>>,
  commands: readonly Command[],
  decide: (records: ReadonlyMap<string, EntityOf<F, L>>, command: Command) => Result<readonly FieldChange[], Failure>,
): BulkOutcome<EntityOf<F, L>> {
  const records = new Map(before);
  const changes: FieldChange[] = [];
  const done: string[] = [];
  const refused: Refused[] = [];
  for (const [at, command] of commands.entries()) {
    const decided = decide(records, command);
    if (!decided.ok) {
      refused.push({ at, id: command.id, failure: decided.failure });
      continue;
    }
    done.push(command.id);
    for (const change of decided.value) changes.push(change);
    for (const [id, own] of changesById(decided.value)) {
      records.set(id, writeRegisters(shape, records.get(id) ?? emptyEntity(shape, id), own));
    }
  }
  return { records, changes, done, refused };
}
