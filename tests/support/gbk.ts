/** Two-byte GBK from the decoder's own table, since runtimes decode it but do not encode. */
export function gbkEncoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (!table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return (text) => {
    const bytes: number[] = [];
    for (const char of text) {
      const pair = table.get(char);
      if (char.charCodeAt(0) < 0x80) bytes.push(char.charCodeAt(0));
      else if (pair) bytes.push(...pair);
      else throw new RangeError(`not in gbk: ${char}`);
    }
    return Uint8Array.from(bytes);
  };
}
