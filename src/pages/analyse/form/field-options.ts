import type { SpecField } from '../../../analyses/contract';
import type { DatasetEntry } from '../../../app/entries';
import type { MessageKey } from '../../../i18n/translator';
import type { ColumnType } from '../../../table/column';
import type { Option } from '../../../ui/options';

type ColumnField = Pick<Extract<SpecField, { input: 'column' | 'columns' }>, 'types' | 'coded'>;
type Translate = (key: MessageKey) => string;

/** A column that a form may offer. */
export interface OfferedColumn {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly coded: boolean;
}

/** The columns of a dataset with the levels that coding adds in front. */
export function offeredColumns(dataset: DatasetEntry, coded: boolean, t: Translate): readonly OfferedColumn[] {
  const levels = ['category', 'aspect', 'link'] as const;
  const added: OfferedColumn[] = levels.map((id) => ({
    id,
    name: t(`analyse.codedLevel.${id}`),
    type: 'category',
    coded: true,
  }));
  added.push({ id: 'severity', name: t('analyse.codedLevel.severity'), type: 'number', coded: true });
  return [...(coded ? added : []), ...dataset.manifest.columns.map((column) => ({ ...column, coded: false }))];
}

/** Choices of a column field: what its types allow. */
export function columnChoices(field: ColumnField, columns: readonly OfferedColumn[], t: Translate): readonly Option[] {
  return columns
    .filter((column) => field.types.includes(column.type) && (!column.coded || field.coded === true))
    .map((column) => ({
      value: column.id,
      label: column.name,
      hint: column.coded ? t('analyse.groupCoded') : t(`data.type.${column.type}`),
    }));
}

/** Whether a field is shown, given the rest of the specification: its condition holds, and that of the field it hangs on. */
export function isShown(
  field: SpecField,
  spec: Readonly<Record<string, unknown>>,
  fields: readonly SpecField[],
): boolean {
  if (!('showWhen' in field) || !field.showWhen) return true;
  const { key, in: allowed } = field.showWhen;
  const value = spec[key];
  const parent = fields.find((item) => item.key === key);
  const holds = (typeof value === 'string' || typeof value === 'boolean') && allowed.includes(value);
  return holds && (parent === undefined || isShown(parent, spec, fields));
}
