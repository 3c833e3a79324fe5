/** The names of a text, however they are set apart. */
export function toNames(text: string): readonly string[] {
  return text
    .split(/[、,，;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Names as one text that can be read back. */
export function fromNames(names: readonly string[] | null): string {
  return (names ?? []).join('、');
}
