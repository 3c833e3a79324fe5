/** One bit per row, 1 = set. Used for missing cells and row masks. */
export type Bitmap = Uint8Array;

/** A bitmap of `length` rows, all clear. */
export function createBitmap(length: number): Bitmap {
  return new Uint8Array((length + 7) >>> 3);
}

/** Whether row `index` is set. */
export function getBit(bitmap: Bitmap, index: number): boolean {
  return ((bitmap[index >>> 3] >>> (index & 7)) & 1) === 1;
}

/** Sets row `index`. */
export function setBit(bitmap: Bitmap, index: number): void {
  bitmap[index >>> 3] |= 1 << (index & 7);
}

/** Clears row `index`. */
export function clearBit(bitmap: Bitmap, index: number): void {
  bitmap[index >>> 3] &= ~(1 << (index & 7));
}

/** How many of the first `length` rows are set. */
export function countBits(bitmap: Bitmap, length: number): number {
  let count = 0;
  const whole = length >>> 3;
  for (let i = 0; i < whole; i++) {
    let byte = bitmap[i];
    while (byte !== 0) {
      byte &= byte - 1;
      count++;
    }
  }
  for (let i = whole << 3; i < length; i++) if (getBit(bitmap, i)) count++;
  return count;
}
