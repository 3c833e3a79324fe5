/**
 * Counts how often numbers occur. A `Map` keyed by doubles allocates an object per key; this allocates nothing.
 *
 * NaN is not allowed; 0 and −0 are the same number.
 */
export class NumberCounts {
  size = 0;
  private keys: Float64Array;
  private counts: Int32Array;
  private words: Int32Array;
  private double: Float64Array;

  constructor(expected: number) {
    let capacity = 16;
    while (capacity < expected * 2) capacity *= 2;
    this.keys = new Float64Array(capacity);
    this.counts = new Int32Array(capacity);
    this.double = new Float64Array(1);
    this.words = new Int32Array(this.double.buffer);
  }

  /** Counts `key` once more; returns how often it had been counted before. At most `expected` different keys. */
  add(key: number): number {
    const slot = this.find(key);
    const before = this.counts[slot];
    if (before === 0) {
      this.keys[slot] = key;
      this.size++;
    }
    this.counts[slot] = before + 1;
    return before;
  }

  /** How often `key` has been counted. */
  countOf(key: number): number {
    return this.counts[this.find(key)];
  }

  private find(key: number): number {
    const { keys, counts } = this;
    const mask = keys.length - 1;
    this.double[0] = key + 0;
    let hash = Math.imul(this.words[0] ^ Math.imul(this.words[1], 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
