/** Never rounded across the usual level: 0.0496 does not become 0.05. */
export function pDigits(p: number): number {
  return p < 0.1 ? 4 : 3;
}

/** A p-value after the letter p: `= 0.021`, `< 0.001`; never 0, which would say that chance is excluded. */
export function pPhrase(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(pDigits(p))}`;
}
