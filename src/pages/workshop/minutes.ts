import { numberOf, rowsOf, textOf, wordsOf } from '../../artefacts/columns';
import type { Content, ProjectView, Row } from '../../artefacts/contract';
import { voteKappa } from '../../artefacts/kinds/workshop';
import { placedRows } from '../../artefacts/project';
import type { Taxonomy } from '../../domain/taxonomy';
import { indexTaxonomy } from '../../domain/taxonomy/index-of';
import type { Translator } from '../../i18n/translator';

/** One part of the minutes: a heading and its lines. */
export interface MinutesPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

const causesNamed = 3;

/** Causes by votes, the most first; those without votes are left out. */
export function votedCauses(project: ProjectView): readonly Row[] {
  return placedRows(project, 'fishbone', 'causes')
    .map(({ row }) => row)
    .filter(({ cells }) => (numberOf(cells, 'votes') ?? 0) > 0)
    .sort((a, b) => (numberOf(b.cells, 'votes') ?? 0) - (numberOf(a.cells, 'votes') ?? 0));
}

/** The minutes as plain lines, in the reader's language; parts without lines are left out. */
export function minutesOf(
  content: Content,
  project: ProjectView,
  taxonomy: Taxonomy,
  { t, formats, pick, value }: Translator,
): readonly MinutesPart[] {
  const names = indexTaxonomy(taxonomy);
  const code = (id: string): string => {
    const found = names.name(id);
    return found ? `${id} ${pick(found)}` : id;
  };
  const by = (cells: Row['cells']): string => {
    const due = numberOf(cells, 'due');
    const day = due === null ? '' : t('projects.dueOn', { day: { as: 'date', epochDay: due } });
    return [textOf(cells, 'owner'), day].filter((part) => part !== '').join(' ');
  };
  const line = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
  const kappa = voteKappa(rowsOf(content, 'ballotCases'));
  const heldOn = numberOf(content.fields, 'heldOn');
  const sinceToday = (row: Row): boolean => heldOn === null || (numberOf(row.cells, 'startOn') ?? 0) >= heldOn;
  const parts: MinutesPart[] = [
    {
      heading: t('artefacts.list.attendees'),
      lines: rowsOf(content, 'attendees').map(({ cells }) => line(textOf(cells, 'name'), textOf(cells, 'role'))),
    },
    {
      heading: t('artefacts.list.decisions'),
      lines: rowsOf(content, 'decisions').map(({ cells }) => line(textOf(cells, 'decision'), by(cells))),
    },
    {
      heading: t('artefacts.list.ballotCases'),
      lines: [
        ...(kappa === null
          ? []
          : [
              line(
                `${t('artefacts.output.voteKappa')} ${kappa.kappa === null ? '–' : value({ as: 'decimal', value: kappa.kappa, digits: 3 })}`,
                t('artefacts.outputNote.votes', { cases: kappa.cases, voters: kappa.voters }),
              ),
            ]),
        ...rowsOf(content, 'ballotCases').map(({ cells }) =>
          line(
            textOf(cells, 'caseText').slice(0, 60),
            code(textOf(cells, 'link')),
            `${wordsOf(cells, 'ballots').filter((vote) => vote === textOf(cells, 'link')).length}/${wordsOf(cells, 'ballots').length}`,
          ),
        ),
      ],
    },
    {
      heading: t('workshop.topCauses'),
      lines: votedCauses(project)
        .slice(0, causesNamed)
        .map(({ cells }) =>
          line(textOf(cells, 'cause'), t('workshop.vote.votes', { n: formats.number(numberOf(cells, 'votes') ?? 0) })),
        ),
    },
    {
      heading: t('projects.actions'),
      lines: placedRows(project, 'actions', 'items')
        .filter(({ row }) => sinceToday(row))
        .map(({ row: { cells } }) =>
          line(textOf(cells, 'action'), by(cells), textOf(cells, 'measure'), textOf(cells, 'plannedTest')),
        ),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
