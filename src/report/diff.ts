import type { ReportDocument } from './model';

/** What a new version of a report says otherwise. */
export interface ReportChange {
  readonly kind: 'figure' | 'text';
  readonly id: string;
  /** What it is, in the words of the newer version; of the older one where it is gone. */
  readonly label: string;
  /** Null = it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

interface Said {
  readonly label: string;
  readonly value: string;
}

/** What changed from one version to the next: texts, then figures in the order in which they appear. */
export function diffReports(before: ReportDocument, after: ReportDocument): readonly ReportChange[] {
  return [
    ...compare('text', textsOf(before), textsOf(after)),
    ...compare('figure', figuresOf(before), figuresOf(after)),
  ];
}

function compare(
  kind: ReportChange['kind'],
  before: ReadonlyMap<string, Said>,
  after: ReadonlyMap<string, Said>,
): readonly ReportChange[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was?.value === is?.value) return [];
    return [{ kind, id, label: (is ?? was)?.label ?? id, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

function textsOf({ blocks }: ReportDocument): ReadonlyMap<string, Said> {
  return new Map(
    blocks.flatMap((block) => (block.kind === 'text' ? [[block.id, { label: block.label, value: block.text }]] : [])),
  );
}

function figuresOf({ origins }: ReportDocument): ReadonlyMap<string, Said> {
  return new Map(Object.entries(origins).map(([id, { words, value }]) => [id, { label: words, value }]));
}
