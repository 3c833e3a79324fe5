/** The first eight digits of a digest, in two groups, as one reads them out by phone. */
export function checkCode(digest: string): string {
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)}`.toUpperCase();
}
