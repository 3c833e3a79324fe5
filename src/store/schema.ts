import Dexie from 'dexie';
import type { DBCore, DBCoreMutateResponse, DBCorePutRequest, Table } from 'dexie';
import { databaseName, schemaVersion } from './database';
import type { MergeRow, MergeUndoRow } from './merge-types';
import type { Act, Peer, RecordKind, StoredRecord, StoreState } from './types';
import { withSealing, type RowVault, type Sealing } from './vault/rows';

/** Every record kind; each has a table of its name. */
export const recordKinds: readonly RecordKind[] = [
  'analysis',
  'artefact',
  'coding',
  'crosswalk',
  'dataset',
  'event',
  'evidence',
  'indicator',
  'item',
  'link',
  'mapping',
  'meeting',
  'monitoring',
  'outletQuarter',
  'project',
  'report',
  'scoring',
  'setting',
  'standardAnswer',
  'survey',
  'surveyAnswer',
  'taxonomy',
  'training',
];

/** Kinds that belong to one computer: they are in its backup, and are not handed over to others. */
export const deviceKinds: readonly RecordKind[] = ['setting'];

export interface DatabaseOptions {
  readonly name?: string;
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
  /** The key of the records, if the profile has a passphrase. */
  readonly vault?: RowVault | null;
  /** Whether records are sealed when they are written; true unless said otherwise. */
  readonly seals?: boolean;
}

export interface MetaRow {
  readonly key: 'state';
  readonly state: StoreState;
}

export interface Database {
  readonly dexie: Dexie;
  readonly sealing: Sealing;
  readonly meta: Table<MetaRow, string>;
  readonly journal: Table<Act, number, Omit<Act, 'seq'>>;
  readonly merges: Table<MergeRow, number, Omit<MergeRow, 'seq'>>;
  readonly mergeUndo: Table<MergeUndoRow, [number, number]>;
  readonly peers: Table<Peer, string>;
  records(kind: RecordKind): Table<StoredRecord, string>;
}

/**
 * A transaction that names this table is on the disk when it is done; others may lose their last seconds to a power
 * cut, never to a crash. Dexie fixes the durability per database, so the scope carries the wish.
 */
export const strictTable = 'dataset';

const tables = {
  ...Object.fromEntries(recordKinds.map((kind) => [kind, 'id'])),
  meta: 'key',
  journal: '++seq',
  blocks: '[dataset+column+chunk]',
  writing: 'dataset',
  merges: '++seq',
  mergeUndo: '[merge+part], merge',
  peers: 'replica',
};

/**
 * The database, not yet opened.
 *
 * Without `schema` Dexie takes the tables as it finds them: the way to look into a database of a newer build
 * without touching it.
 */
export function createDatabase(options: DatabaseOptions, schema: 'own' | 'installed' = 'own'): Database {
  const { indexedDB, IDBKeyRange } = options;
  const dexie = new Dexie(options.name ?? databaseName, {
    indexedDB,
    IDBKeyRange,
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'relaxed',
  });
  if (schema === 'own') dexie.version(schemaVersion).stores(tables);
  const { vault = null, seals = true } = options;
  const sealing: Sealing = { vault, seals: vault !== null && seals, sawPlain: false };
  dexie.use({ stack: 'dbcore', name: 'durability', create: withDurability });
  dexie.use({ stack: 'dbcore', name: 'sealing', create: withSealing(sealing) });
  // Below what tells other tabs of changes, which must see these puts too.
  dexie.use({ stack: 'dbcore', name: 'many-puts', level: -2, create: withManyPuts });
  return {
    dexie,
    sealing,
    get meta() {
      return dexie.table<MetaRow, string>('meta');
    },
    get journal() {
      return dexie.table<Act, number, Omit<Act, 'seq'>>('journal');
    },
    get merges() {
      return dexie.table<MergeRow, number, Omit<MergeRow, 'seq'>>('merges');
    },
    get mergeUndo() {
      return dexie.table<MergeUndoRow, [number, number]>('mergeUndo');
    },
    get peers() {
      return dexie.table<Peer, string>('peers');
    },
    records: (kind) => dexie.table<StoredRecord, string>(kind),
  };
}

function withDurability(core: DBCore): DBCore {
  return {
    ...core,
    transaction(stores, mode, options) {
      const strict = mode === 'readwrite' && stores.includes(strictTable);
      return core.transaction(stores, mode, strict ? { durability: 'strict' } : options);
    },
  };
}

/** Rows of one put from which on they are handed over with one listener for all. */
const manyRows = 100;

/** Dexie sets a handler on every request, which takes a seventh of the time of merging 30 branches; one is enough. */
function withManyPuts(core: DBCore): DBCore {
  return {
    ...core,
    table(name) {
      const table = core.table(name);
      const { outbound } = table.schema.primaryKey;
      return {
        ...table,
        mutate: (request) =>
          request.type === 'put' && request.values.length >= manyRows && !outbound && !request.wantResults
            ? putMany(name, request)
            : table.mutate(request),
      };
    },
  };
}

/** Puts all rows, in order; the first that fails rejects, and the transaction with it. */
function putMany(name: string, { trans, values }: DBCorePutRequest): Promise<DBCoreMutateResponse> {
  const transaction = trans as unknown as IDBTransaction;
  return new Dexie.Promise<DBCoreMutateResponse>((resolve, reject) => {
    const onError = ({ target }: Event): void =>
      reject((target as IDBRequest).error ?? new DOMException('a put failed', 'UnknownError'));
    // On its way to a request an event passes the transaction first, before anybody has taken it.
    transaction.addEventListener('error', onError, true);
    const store = transaction.objectStore(name);
    let last: IDBRequest<IDBValidKey> | undefined;
    for (const value of values) last = store.put(value);
    if (!last) throw new RangeError('putMany requires rows: 0');
    last.onsuccess = () => {
      transaction.removeEventListener('error', onError, true);
      resolve({ numFailures: 0, failures: {}, lastResult: last.result, results: undefined });
    };
  });
}
