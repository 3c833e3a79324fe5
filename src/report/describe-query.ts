import type { RowQuery } from '../domain/report/rows';
import { complaintCauses, offices, qualityEffects, servicePhases } from '../domain/taxonomy/scales';
import type { Bilingual } from '../domain/taxonomy';
import type { Translator } from '../i18n/translator';

/** Name of a taxonomy code, of an item or of an outlet; undefined = unknown. */
export type NameOf = (code: string) => Bilingual | undefined;

/** Fields whose words stand in the catalogue of events or items. */
const catalogueWords: Readonly<Record<string, string>> = {
  source: 'events.source',
  channel: 'events.channel',
  business: 'events.business',
  status: 'events.status',
  age: 'report.age',
  liability: 'report.liability',
  reply: 'report.reply',
  rag: 'rectification.rag',
  verdict: 'rectification.verdict',
  funnelSide: 'outlets.level',
};
const scaleWords: Readonly<Record<string, readonly { readonly code: string; readonly name: Bilingual }[]>> = {
  effect: qualityEffects,
  phase: servicePhases,
  office: offices,
  cause: complaintCauses,
};

/** What a query selects, in words: which rows, received when, and which fields are equal to what. */
export function describeQuery({ of, from, to, where, cut }: RowQuery, translator: Translator, nameOf: NameOf): string {
  const { t, formats } = translator;
  const conditions = Object.entries(where).flatMap(([field, value]) => {
    // Withdrawn and merged events and cancelled items are said once, in the name of the rows.
    if (field === 'counted') return [];
    if (typeof value === 'boolean') {
      const flag = translator.phrase({ code: `report.query.flag.${field}`, params: {} });
      return [value ? flag : t('report.query.not', { flag })];
    }
    return [
      t('report.query.equal', {
        field: fieldWord(of === 'analyses' && field === 'id' ? 'analysis' : field, translator),
        value: valueWord(of, field, value, translator, nameOf),
      }),
    ];
  });
  const window =
    from === undefined || to === undefined
      ? []
      : [t('report.query.received', { from: formats.date(from), to: formats.date(to) })];
  const rows = t(
    where['counted'] === true
      ? `report.query.counted.${of === 'items' ? 'items' : 'events'}`
      : `report.query.rows.${of}`,
  );
  const behind = cut ? [t(`report.query.cut.${cut.which}`)] : [];
  return [rows, ...window, ...conditions, ...behind].join(' · ');
}

function fieldWord(field: string, translator: Translator): string {
  return translator.phrase({ code: `report.query.field.${field}`, params: {} });
}

function valueWord(
  of: RowQuery['of'],
  field: string,
  value: string | number | null,
  translator: Translator,
  nameOf: NameOf,
): string {
  if (value === null) return translator.t('report.notGiven');
  if (typeof value === 'number') return translator.formats.number(value);
  const words = of === 'items' && field === 'status' ? 'rectification.status' : catalogueWords[field];
  if (words) return translator.phrase({ code: `${words}.${value}`, params: {} });
  const name = scaleWords[field]?.find(({ code }) => code === value)?.name ?? nameOf(value);
  if (!name) return value;
  return field === 'id' || field === 'survey' ? translator.pick(name) : `${value} ${translator.pick(name)}`;
}
