/**
 * An act that is not begun again while it is under way. What a double click, a held key or an impatient second try asks
 * for meanwhile is the same wish: done twice, it would register an event twice.
 *
 * @returns what is under way, for whoever asks meanwhile too
 */
export function oneAtATime<Arguments extends readonly unknown[]>(
  act: (...given: Arguments) => Promise<void>,
): (...given: Arguments) => Promise<void> {
  let underWay: Promise<void> | null = null;
  return (...given) => (underWay ??= act(...given).finally(() => (underWay = null)));
}
