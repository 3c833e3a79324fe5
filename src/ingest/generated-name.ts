/** The name of a column that the file leaves unnamed, from its position counted from 1. Data, not interface text. */
export function generatedName(position: number): string {
  return `列${position}`;
}
