/** Command-line words split into plain ones and `--name value` (or `--name=value`) options. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  /** Options that are not known, or have no value. */
  readonly mistakes: readonly string[];
}

/** Parses arguments; every option takes a value. */
export function parseArguments(args: readonly string[], known: readonly string[]): Arguments {
  const words: string[] = [];
  const options = new Map<string, string>();
  const mistakes: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const match = /^--([a-z]+)(?:=(.*))?$/s.exec(args[i]);
    if (!match) {
      words.push(args[i]);
      continue;
    }
    const [, name, inline] = match;
    const value = inline ?? (i + 1 < args.length ? args[++i] : undefined);
    if (value === undefined || !known.includes(name)) mistakes.push(`--${name}`);
    else options.set(name, value);
  }
  return { words, options, mistakes };
}
