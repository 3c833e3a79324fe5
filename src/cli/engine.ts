/** The engine without a browser: `engine reference|inspect|analyse …`. Each command is loaded when it is asked for. */

const usage = `usage:
  engine reference DIR
  engine inspect FILE [--sheet S] [--encoding E] [--header N] [--delimiter D]
  engine analyse FILE --spec SPEC.json
`;

/** Runs one command; returns the exit code. */
async function run(command: string | undefined, args: readonly string[]): Promise<number> {
  switch (command) {
    case 'reference':
      return args.length === 1 ? (await import('./reference')).runReference(args[0]) : showUsage();
    case 'inspect':
      return (await import('./inspect')).inspect(args);
    case 'analyse':
      return (await import('./analyse')).analyse(args);
    default:
      return showUsage();
  }
}

function showUsage(): number {
  process.stderr.write(usage);
  return 2;
}

run(process.argv[2], process.argv.slice(3)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
