/** What the home page shows; plain, so that it knows no session. */

export interface HomeDataset {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly importedAt: number;
  readonly invented: boolean;
}

export interface HomeAnalysis {
  readonly id: string;
  readonly name: string;
  /** Name of the tool in the reader's language. */
  readonly tool: string;
  readonly datasetName: string;
}

export interface HomeProject {
  readonly id: string;
  readonly name: string;
  readonly invented: boolean;
  /** Where it stands, in the reader's language. */
  readonly phase: string;
  /** What its next gate lacks, or that it lacks nothing. */
  readonly gate: string;
}

/** Something that waits for the person, with the way to it. */
export interface HomeTask {
  readonly id: string;
  readonly tone: 'warning' | 'error';
  readonly text: string;
  readonly href?: string;
  readonly action?: string;
}
