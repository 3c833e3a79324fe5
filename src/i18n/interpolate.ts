/**
 * Puts values into a sentence.
 *
 * `{name}` is replaced by the value; `{name|row|rows}` by the first word if the value is the number 1, else by the
 * second. An unknown placeholder stays visible, so that a mistake is seen.
 */
export function interpolate(
  sentence: string,
  values: Readonly<Record<string, unknown>>,
  format: (value: unknown) => string,
): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      if (!Object.hasOwn(values, name)) return whole;
      if (one === undefined || many === undefined) return format(values[name]);
      return values[name] === 1 ? one : many;
    },
  );
}
