/** Puts a draft into the words of a language. */

import type { PhraseParams, PhraseValue } from '../kernel/result';
import {
  isFigure,
  type Caption,
  type DraftBlock,
  type DraftCase,
  type Part,
  type Sentence,
} from '../domain/report/draft-types';
import { countingOf } from '../domain/report/counting';
import type { ReportRows } from '../domain/report/rows';
import type { Translator } from '../i18n/translator';
import type { Block, Drawing, Origin, ReportDocument, Run } from './model';
import { describeQuery, type NameOf } from './describe-query';

/** What is put into words: sections of blocks, and the rows behind their figures. */
export interface Draft {
  readonly sections: readonly { readonly id: string; readonly blocks: readonly DraftBlock[] }[];
  readonly rows: ReportRows;
}

/** What a document has besides its draft. */
export interface ComposeOptions {
  readonly translator: Translator;
  readonly title: string;
  readonly subtitle: string;
  readonly headingOf: (id: string) => string;
  /** What people wrote at the head of a section; null = the section has no such place. */
  readonly textOf: (id: string) => { readonly label: string; readonly text: string } | null;
  /** Said of a section without blocks. */
  readonly nothing: string;
  readonly pictures: Readonly<Record<string, Drawing>>;
  readonly facts: ReportDocument['facts'];
  readonly nameOf: NameOf;
}

/** The document of a draft: sentences and tables in words, every figure with its origin. */
export function composeDocument(draft: Draft, options: ComposeOptions): ReportDocument {
  const { translator } = options;
  const origins: Record<string, Origin> = {};
  const writer = createWriter(draft, options, origins);
  const blocks = draft.sections.flatMap(({ id, blocks: parts }): Block[] => {
    const text = options.textOf(id);
    const written = parts.flatMap((block) => writer.block(block));
    return [
      { kind: 'heading', level: 1, id, text: options.headingOf(id) },
      ...(text ? [{ kind: 'text' as const, id, ...text }] : []),
      ...(written.length > 0
        ? written
        : [{ kind: 'paragraph' as const, runs: [{ text: options.nothing }], muted: true as const }]),
    ];
  });
  const { t } = translator;
  return {
    language: translator.locale,
    title: options.title,
    subtitle: options.subtitle,
    facts: options.facts,
    blocks,
    pictures: options.pictures,
    origins,
    words: {
      origins: t('report.origins'),
      number: t('report.originNumber'),
      value: t('report.originValue'),
      origin: t('report.origin'),
      rows: t('report.originRows'),
      page: t('report.page'),
    },
  };
}

/** The text that a section may begin with, from its results. */
export function suggestText(sentences: readonly Sentence[], translator: Translator): string {
  return sentences.map((sentence) => sayLine(sentence, translator)).join(translator.locale === 'en' ? ' ' : '');
}

/** One sentence in plain words. */
export function sayLine(sentence: Sentence, translator: Translator): string {
  return translator.phrase(plain(sentence), 'report.say');
}

function plain({ code, parts }: Sentence): { readonly code: string; readonly params: PhraseParams } {
  return { code, params: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, valueOf(part)])) };
}

function valueOf(part: Part): PhraseValue {
  return isFigure(part) ? part.value : part;
}

interface Writer {
  block(block: DraftBlock): readonly Block[];
}

function createWriter(
  draft: Draft,
  { translator, pictures, nameOf }: ComposeOptions,
  origins: Record<string, Origin>,
): Writer {
  const { t } = translator;
  const counting = countingOf(draft.rows);
  const run = (part: Part | null): Run => {
    if (part === null) return { text: '' };
    const text = translator.value(valueOf(part));
    if (!isFigure(part)) return { text };
    origins[part.id] ??= {
      value: text,
      words: part.queries.map((query) => describeQuery(query, translator, nameOf)).join(' / '),
      queries: part.queries,
      rows: part.queries.map((query) => counting.of(query)),
    };
    return { text, figure: part.id };
  };
  const captionOf = (kind: 'table' | 'picture', { id, caption }: { readonly id: string; readonly caption?: Caption }) =>
    translator.phrase({ code: `report.${kind}.${caption?.code ?? id}`, params: caption?.params ?? {} });
  const sentence = (one: Sentence): readonly Run[] =>
    translator.pieces(plain(one), 'report.say').map(({ text, name }) => {
      const part = name === null ? undefined : one.parts[name];
      return part !== undefined && isFigure(part) ? run(part) : { text };
    });
  const caseBlocks = (one: DraftCase): readonly Block[] => [
    { kind: 'heading', level: 3, id: `case-${one.id}`, text: [one.number, one.title].join(' ').trim() },
    ...(one.narrative ? [{ kind: 'paragraph' as const, runs: [{ text: one.narrative }] }] : []),
    {
      kind: 'table',
      id: `case-${one.id}`,
      caption: t('report.table.case', { number: one.number }),
      columns: [
        { label: t('report.column.field'), numeric: false },
        { label: t('report.column.content'), numeric: false },
      ],
      rows: one.facts.map(({ code, value }) => ({
        cells: [{ text: fieldName(code, translator) }, { text: translator.value(value) }],
      })),
    },
    ...(one.timeline.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: one.timeline.map(({ day, action, by }) => [
              {
                text: t('report.caseStep', {
                  day: { as: 'date', epochDay: day },
                  action: { as: 'term', key: `events.action.${action}` },
                  by,
                }),
              },
            ]),
          },
        ]),
  ];
  return {
    block: (block) => {
      switch (block.kind) {
        case 'sentences':
          return block.sentences.length === 0
            ? []
            : [
                {
                  kind: 'paragraph',
                  runs: block.sentences.flatMap((one, index) => [
                    ...(index > 0 && translator.locale === 'en' ? [{ text: ' ' }] : []),
                    ...sentence(one),
                  ]),
                },
              ];
        case 'points':
          return block.points.length === 0 ? [] : [{ kind: 'list', items: block.points.map(sentence) }];
        case 'table':
          if (block.rows.length === 0) return [];
          return [
            {
              kind: 'table',
              id: block.id,
              caption: captionOf('table', block),
              columns: block.columns.map(({ code, numeric }) => ({
                label: translator.phrase({ code: `report.column.${code}`, params: {} }),
                numeric,
              })),
              rows: block.rows.map(({ cells, strong }) => ({
                cells: cells.map(run),
                ...(strong ? { strong: true as const } : {}),
              })),
            },
          ];
        case 'picture':
          return Object.hasOwn(pictures, block.id)
            ? [
                {
                  kind: 'picture',
                  id: block.id,
                  caption: captionOf('picture', block),
                },
              ]
            : [];
        case 'case':
          return caseBlocks(block.case);
      }
    },
  };
}

function fieldName(code: string, translator: Translator): string {
  return translator.phrase({
    code: code === 'primaryLink' ? 'events.coding.primary' : `events.field.${code}`,
    params: {},
  });
}
