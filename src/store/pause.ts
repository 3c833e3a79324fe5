/** Lets the browser draw and hear clicks; a long task calls it now and then. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
