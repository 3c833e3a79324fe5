import type { BlockRow } from '../../../../src/store/block-connection';
import { databaseName, settle, settleTransaction } from '../../../../src/store/database';

/** Turns the last bit of every block over; of one dataset, if it is named. */
export async function spoilBlocks(factory: IDBFactory, dataset?: string): Promise<void> {
  const database = await settle(factory.open(databaseName));
  const transaction = database.transaction('blocks', 'readwrite');
  const rows = await settle(transaction.objectStore('blocks').getAll() as IDBRequest<BlockRow[]>);
  for (const row of rows.filter((one) => dataset === undefined || one.dataset === dataset)) {
    const bytes = new Uint8Array(row.bytes);
    bytes[bytes.length - 1] ^= 1;
    transaction.objectStore('blocks').put({ ...row, bytes: bytes.buffer });
  }
  await settleTransaction(transaction);
  database.close();
}
