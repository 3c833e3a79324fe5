import type {
  AnalysisView,
  ArtefactStatus,
  ArtefactView,
  CellValue,
  Content,
  ProjectView,
} from '../../../src/artefacts/contract';

type Cells = Readonly<Record<string, CellValue>>;

/** Content from fields and lists; rows are named `<list>1`, `<list>2`, … unless they say their own id. */
export function contentOf(fields: Cells = {}, lists: Readonly<Record<string, readonly Cells[]>> = {}): Content {
  return {
    fields,
    lists: Object.fromEntries(
      Object.entries(lists).map(([list, rows]) => [
        list,
        rows.map(({ id, ...cells }, index) => ({
          id: typeof id === 'string' ? id : `${list}${index + 1}`,
          cells,
        })),
      ]),
    ),
  };
}

export function artefactOf(kind: string, content: Content, status: ArtefactStatus = 'draft', id = kind): ArtefactView {
  return { id, kind, title: '', owner: '', status, content };
}

export const today = 20_000;

export function projectOf(
  artefacts: readonly ArtefactView[],
  more: Partial<Pick<ProjectView, 'analyses' | 'codes' | 'today'>> = {},
): ProjectView {
  return {
    id: 'p',
    name: 'P',
    artefacts,
    analyses: more.analyses ?? [],
    codes: more.codes ?? new Set(['G2.2.1', 'G2.3.7']),
    today: more.today ?? today,
  };
}

export function analysisOf(id: string, more: Partial<AnalysisView> = {}): AnalysisView {
  return { id, name: id, slice: 'controlChart', phase: 'measure', stages: [], ...more };
}
