/** A day as a date field takes it, some days from now by the calendar of the test, which is that of its browser. */
export function dayFromNow(days: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days)).toISOString().slice(0, 10);
}
