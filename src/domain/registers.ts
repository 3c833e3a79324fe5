/**
 * Typed views of records whose every field is a register of its own.
 *
 * A plain field is the register of its name. A list is one register per entry, `list.entry`, so that what two people
 * add at the same time stands side by side after a merge. Registers of another name or shape are left alone and not
 * read: a newer build may have written them.
 */

/** What a register may hold. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** A register to be written; the caller knows of which kind of record. */
export interface FieldChange {
  readonly id: string;
  readonly field: string;
  readonly value: Plain;
}

/** What a field holds: a text, a finite number, a switch, texts, or one of the words listed. */
export type FieldKind = 'text' | 'number' | 'switch' | 'texts' | readonly string[];
export type FieldSchema = Readonly<Record<string, FieldKind>>;
export type ListSchemas = Readonly<Record<string, FieldSchema>>;

type ValueOf<Kind> = Kind extends 'text'
  ? string
  : Kind extends 'number'
    ? number
    : Kind extends 'switch'
      ? boolean
      : Kind extends 'texts'
        ? readonly string[]
        : Kind extends readonly (infer Word)[]
          ? Word
          : never;

/** Every field of a schema; null = not given. */
export type FieldsOf<Schema extends FieldSchema> = { readonly [Key in keyof Schema]: ValueOf<Schema[Key]> | null };

/** An entry of a list, in the order of its moment. */
export type EntryOf<Schema extends FieldSchema> = { readonly id: string } & FieldsOf<Schema>;

/** A record as the domain sees it. */
export type EntityOf<Fields extends FieldSchema, Lists extends ListSchemas> = {
  readonly id: string;
} & FieldsOf<Fields> & {
    readonly [List in keyof Lists]: readonly EntryOf<Lists[List]>[];
  };

/** What a kind of record is made of. Names of fields and lists differ from each other. */
export interface EntityShape<Fields extends FieldSchema, Lists extends ListSchemas> {
  readonly fields: Fields;
  readonly lists: Lists;
}

/** A history: who did what and when, and which field it changed. */
export function logSchema<const Actions extends readonly string[]>(action: Actions) {
  return { at: 'number', by: 'text', action, field: 'text', before: 'text', after: 'text', note: 'text' } as const;
}

type Registers = Readonly<Record<string, { readonly value: unknown }>>;

/** The record that the registers say. */
export function readEntity<F extends FieldSchema, L extends ListSchemas>(
  shape: EntityShape<F, L>,
  id: string,
  registers: Registers,
): EntityOf<F, L> {
  const entity: Record<string, unknown> = { id };
  for (const [name, kind] of Object.entries(shape.fields)) {
    entity[name] = Object.hasOwn(registers, name) ? readValue(kind, registers[name].value) : null;
  }
  const lists: Record<string, object[]> = Object.fromEntries(Object.keys(shape.lists).map((list) => [list, []]));
  for (const name in registers) {
    const dot = name.indexOf('.');
    if (dot < 0) continue;
    const list = name.slice(0, dot);
    if (!Object.hasOwn(lists, list)) continue;
    const entry = readEntry(shape.lists[list], name.slice(dot + 1), registers[name].value);
    if (entry) lists[list].push(entry);
  }
  for (const list of Object.keys(lists)) entity[list] = inOrder(lists[list]);
  return entity as EntityOf<F, L>;
}

/** A record without a value in any register. */
export function emptyEntity<F extends FieldSchema, L extends ListSchemas>(
  shape: EntityShape<F, L>,
  id: string,
): EntityOf<F, L> {
  return readEntity(shape, id, {});
}

/** The record after one register was written. */
export function writeRegister<F extends FieldSchema, L extends ListSchemas>(
  shape: EntityShape<F, L>,
  entity: EntityOf<F, L>,
  change: FieldChange,
): EntityOf<F, L> {
  return writeRegisters(shape, entity, [change]);
}

/** The record after registers were written, one after the other; it is copied once. */
export function writeRegisters<F extends FieldSchema, L extends ListSchemas>(
  shape: EntityShape<F, L>,
  entity: EntityOf<F, L>,
  changes: readonly Pick<FieldChange, 'field' | 'value'>[],
): EntityOf<F, L> {
  const next: Record<string, unknown> = { ...entity };
  const touched = new Set<string>();
  for (const { field, value } of changes) {
    if (Object.hasOwn(shape.fields, field)) {
      next[field] = readValue(shape.fields[field], value);
      continue;
    }
    const dot = field.indexOf('.');
    const list = field.slice(0, Math.max(0, dot));
    if (dot < 0 || !Object.hasOwn(shape.lists, list)) continue;
    const id = field.slice(dot + 1);
    const others = (next[list] as readonly { readonly id: string }[]).filter((entry) => entry.id !== id);
    const entry = readEntry(shape.lists[list], id, value);
    next[list] = entry ? [...others, entry] : others;
    touched.add(list);
  }
  for (const list of touched) next[list] = inOrder(next[list] as readonly object[]);
  return next as EntityOf<F, L>;
}

/** Records after changes of any of them; the map given stays as it was, and a record not yet known is made. */
export function writeAll<F extends FieldSchema, L extends ListSchemas>(
  shape: EntityShape<F, L>,
  records: ReadonlyMap<string, EntityOf<F, L>>,
  changes: readonly FieldChange[],
): ReadonlyMap<string, EntityOf<F, L>> {
  const next = new Map(records);
  for (const [id, own] of changesById(changes)) {
    next.set(id, writeRegisters(shape, next.get(id) ?? emptyEntity(shape, id), own));
  }
  return next;
}

/** Changes by the record that they change, each in its order. */
export function changesById(changes: readonly FieldChange[]): ReadonlyMap<string, readonly FieldChange[]> {
  const found = new Map<string, FieldChange[]>();
  for (const change of changes) {
    const own = found.get(change.id);
    if (own) own.push(change);
    else found.set(change.id, [change]);
  }
  return found;
}

/** What the registers that a change writes hold before it: writing that takes the change back. */
export function reverseChanges<F extends FieldSchema, L extends ListSchemas>(
  shape: EntityShape<F, L>,
  entity: EntityOf<F, L>,
  changes: readonly FieldChange[],
): readonly FieldChange[] {
  const seen = new Map<string, FieldChange>();
  for (const { id, field } of changes) seen.set(field, { id, field, value: registerOf(shape, entity, field) });
  return [...seen.values()];
}

function registerOf<F extends FieldSchema, L extends ListSchemas>(
  shape: EntityShape<F, L>,
  entity: EntityOf<F, L>,
  field: string,
): Plain {
  const values = entity as unknown as Record<string, Plain>;
  if (Object.hasOwn(shape.fields, field)) return values[field];
  const dot = field.indexOf('.');
  const list = values[field.slice(0, dot)] as unknown as readonly ({ readonly id: string } & Record<string, Plain>)[];
  const entry = list.find(({ id }) => id === field.slice(dot + 1));
  if (!entry) return null;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'id'));
}

function readEntry(schema: FieldSchema, id: string, value: unknown): ({ id: string } & Record<string, unknown>) | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const given = value as Record<string, unknown>;
  const entry: { id: string } & Record<string, unknown> = { id };
  for (const [name, kind] of Object.entries(schema)) {
    entry[name] = Object.hasOwn(given, name) ? readValue(kind, given[name]) : null;
  }
  return entry;
}

/** Entries by their moment, or their order where they have one; then by id, so that every device sees the same. */
function inOrder<T extends object>(entries: readonly T[]): T[] {
  const keyOf = (entry: T): number => (entry as { readonly at?: number | null }).at ?? 0;
  const idOf = (entry: T): string => (entry as unknown as { readonly id: string }).id;
  return [...entries].sort((a, b) => keyOf(a) - keyOf(b) || (idOf(a) < idOf(b) ? -1 : 1));
}

function readValue(kind: FieldKind, value: unknown): unknown {
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? value : null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'switch':
      return typeof value === 'boolean' ? value : null;
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
    default:
      return typeof value === 'string' && kind.includes(value) ? value : null;
  }
}
