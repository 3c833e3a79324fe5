import { strToU8, zipSync } from 'fflate';

export interface SheetSpec {
  readonly name: string;
  /** What stands between `<sheetData>` and `</sheetData>`. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly dimension?: string;
  readonly after?: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** Format codes of the styles 1, 2, …; a number is a built-in format. Style 0 is General. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** More parts, or replacements of those made here. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a minimal workbook, by name. */
export function workbookParts(spec: WorkbookSpec): Record<string, Uint8Array> {
  const relations = spec.sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  relations.push(`<Relationship Id="rS" Type="${office}/styles" Target="styles.xml"/>`);
  if (spec.strings !== undefined)
    relations.push(`<Relationship Id="rT" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/>`);
  const sheets = spec.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${office}"><workbookPr${spec.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml': stylesXml(spec.formats ?? []),
    ...(spec.strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${spec.strings}</sst>` }),
  };
  spec.sheets.forEach(({ rows, dimension, after }, i) => {
    const declared = dimension === undefined ? '' : `<dimension ref="${dimension}"/>`;
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet>${declared}<sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`;
  });
  return Object.fromEntries(
    Object.entries({ ...parts, ...spec.parts }).map(([name, part]) => [
      name,
      typeof part === 'string' ? strToU8(part) : part,
    ]),
  );
}

export function buildWorkbook(spec: WorkbookSpec): Uint8Array {
  return zipSync(workbookParts(spec));
}

/** One sheet named `S` with these rows. */
export function sheetOf(rows: string, spec: Omit<WorkbookSpec, 'sheets'> = {}): Uint8Array {
  return buildWorkbook({ ...spec, sheets: [{ name: 'S', rows }] });
}

function stylesXml(formats: readonly (string | number)[]): string {
  const custom = formats.map((format, i) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${164 + i}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`
      : '',
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 164 + i : format}"/>`);
  return `<styleSheet><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}
