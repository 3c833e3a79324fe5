/** A silent vote: each in turn presses a key, and nobody sees what the others chose before all have. */
export interface Ballot {
  /** Codes in the order of their keys, from 1. */
  readonly offered: readonly string[];
  readonly voters: number;
  readonly cast: readonly string[];
}

/** The ballot after a key: a number votes, Backspace takes the last vote back; null for a key that does nothing. */
export function afterKey(ballot: Ballot, key: string): Ballot | null {
  const { offered, voters, cast } = ballot;
  if (key === 'Backspace') return cast.length === 0 ? null : { ...ballot, cast: cast.slice(0, -1) };
  if (!/^[1-9]$/.test(key) || cast.length >= voters) return null;
  const at = Number(key) - 1;
  return at < offered.length ? { ...ballot, cast: [...cast, offered[at]] } : null;
}

export function isComplete({ voters, cast }: Ballot): boolean {
  return cast.length >= voters;
}
