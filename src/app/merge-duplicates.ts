import { duplicatesAcross, type LikelyDuplicate } from '../domain/events/duplicates';
import { readEvent } from '../domain/events/event';
import { ok, type Failure, type Result } from '../kernel/result';
import { parseStamp } from '../store/clock';
import type { Store } from '../store/store';
import type { StoredRecord } from '../store/types';

/** Pairs of events that two computers registered of one thing, by who wrote their first register. */
export async function findMergeDuplicates(store: Store): Promise<Result<readonly LikelyDuplicate[], Failure>> {
  const records = await store.all('event');
  if (!records.ok) return records;
  const origins = new Map(records.value.map((record) => [record.id, originOf(record)]));
  const events = records.value.map(({ id, fields }) => readEvent(id, fields));
  return ok(duplicatesAcross(events, (id) => origins.get(id) ?? null));
}

/** The replica that wrote the record first; what others edited later does not make it theirs. */
function originOf({ fields }: StoredRecord): string | null {
  const stamps = Object.values(fields).map(({ stamp }) => stamp);
  const first = stamps.reduce<string | null>((least, stamp) => (least === null || stamp < least ? stamp : least), null);
  return first === null ? null : parseStamp(first).replica;
}
