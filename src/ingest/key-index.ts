const free = -1;

/**
 * Finds the rows of a new table among the keys of stored ones.
 *
 * The table is made of the new rows once; each stored table is only looked through, so that many stored datasets cost
 * no memory and little time. Row keys are unique within a table and spread evenly over 53 bits, so the upper
 * 32 of them serve as the hash.
 */
export class KeyIndex {
  private readonly keys: Float64Array;
  /** Open addressing: row, or `free`. */
  private readonly slots: Int32Array;

  /** `keys` as `rowKeys` makes them. */
  constructor(keys: Float64Array) {
    let capacity = 16;
    while (capacity < keys.length * 2) capacity *= 2;
    this.keys = keys;
    this.slots = new Int32Array(capacity).fill(free);
    for (let row = 0; row < keys.length; row++) this.slots[this.find(keys[row])] = row;
  }

  /** Sets `known[row]` of every row whose key is among `others`; returns how many rows those are. */
  mark(others: Float64Array, known: Uint8Array): number {
    const seen = new Uint8Array(this.keys.length);
    let rows = 0;
    for (const key of others) {
      const row = this.slots[this.find(key)];
      if (row === free || seen[row] === 1) continue;
      seen[row] = 1;
      known[row] = 1;
      rows++;
    }
    return rows;
  }

  /** The slot of `key`, or the free one where it belongs. */
  private find(key: number): number {
    const { keys, slots } = this;
    const mask = slots.length - 1;
    let slot = Math.floor(key / 0x20_0000) & mask;
    while (slots[slot] !== free && keys[slots[slot]] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
