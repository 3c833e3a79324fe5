/** What a case gives the engine; fields as the schema of the cases names them. */
export type Fields = Readonly<Record<string, unknown>>;

/** Computes what a case of one kind expects. A refusal is a thrown error. */
export type KindRunner = (input: Fields, params: Fields) => unknown;

/** Runners by kind; every file of this folder adds some. */
export type KindRunners = Readonly<Record<string, KindRunner>>;
