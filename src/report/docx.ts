import { strToU8, zipSync } from 'fflate';
import { anchorOf, escapeMarkup } from './escape';
import { numberOrigins, type Block, type Drawing, type ReportDocument, type Run } from './model';

/** English metric units of a CSS pixel. */
const emuPerPixel = 9525;
/** Width of the text on A4 with margins of 2.2 cm, in those units. */
const textWidth = 5_976_000;

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';

/** A zip holds no year before 1980; a fixed moment makes the same report the same file. */
const fixedMoment = new Date('2000-01-01T00:00:00');

/**
 * A report as a DOCX file (Office Open XML): heading styles, tables with header rows, pictures with their description,
 * numbers that lead to the list of sources, page numbers, fonts for Chinese and Latin letters.
 *
 * Shape  pngs: the drawings as PNG by id; a drawing without one is named by its caption only
 * Source ECMA-376, 5th ed., part 1, §17 (WordprocessingML), §20.4 (drawings)
 */
export function toDocx(document: ReportDocument, pngs: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const pictures = Object.keys(document.pictures).filter((id) => Object.hasOwn(pngs, id));
  const relationOf = new Map(pictures.map((id, index) => [id, `picture${index + 1}`]));
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes()),
    '_rels/.rels': strToU8(
      relationships([
        ['document', `${relationshipTypes}/officeDocument`, 'word/document.xml'],
        ['core', `${packageTypes}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ),
    'docProps/core.xml': strToU8(coreProperties(document)),
    'word/document.xml': strToU8(documentXml(document, relationOf)),
    'word/styles.xml': strToU8(stylesXml(document.language)),
    'word/numbering.xml': strToU8(numberingXml()),
    'word/footer1.xml': strToU8(footerXml(document)),
    'word/_rels/document.xml.rels': strToU8(
      relationships([
        ['styles', `${relationshipTypes}/styles`, 'styles.xml'],
        ['numbering', `${relationshipTypes}/numbering`, 'numbering.xml'],
        ['footer', `${relationshipTypes}/footer`, 'footer1.xml'],
        ...pictures.map(
          (id, index) =>
            [relationOf.get(id) ?? '', `${relationshipTypes}/image`, `media/picture${index + 1}.png`] as const,
        ),
      ]),
    ),
  };
  for (const [index, id] of pictures.entries()) files[`word/media/picture${index + 1}.png`] = pngs[id];
  return zipSync(files, { level: 6, mtime: fixedMoment });
}

function contentTypes(): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  return `${xml}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

function relationships(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${xml}<Relationships xmlns="${packageTypes}/relationships">${lines.join('')}</Relationships>`;
}

function coreProperties({ title, subtitle, language }: ReportDocument): string {
  return `${xml}<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(`${title} ${subtitle}`)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`;
}

type Alignment = 'start' | 'end';

function documentXml(document: ReportDocument, relationOf: ReadonlyMap<string, string>): string {
  const numbers = numberOrigins(document);
  const runs = (list: readonly Run[], bold = false): string => list.map((run) => runXml(run, numbers, bold)).join('');
  const { words } = document;
  const facts = tableXml(
    [],
    document.facts.map(({ label, value }) => ({
      cells: [runs([{ text: label }]), runs([{ text: value }])],
    })),
    ['start', 'start'],
  );
  const sources = tableXml(
    [words.number, words.value, words.origin, words.rows].map((label) => runs([{ text: label }], true)),
    Object.entries(document.origins).map(([id, origin]) => {
      const number = numbers.get(id) ?? 0;
      return {
        cells: [
          bookmark(number, runs([{ text: String(number) }])),
          ...[origin.value, origin.words, origin.rows.join(' / ')].map((text) => runs([{ text }])),
        ],
      };
    }),
    ['end', 'end', 'start', 'end'],
  );
  let drawings = 0;
  const body = document.blocks.map((block) => blockXml(block, document, relationOf, runs, () => ++drawings)).join('');
  return `${xml}<w:document ${namespaces}><w:body>${paragraph('Title', runs([{ text: document.title }]))}${paragraph('Subtitle', runs([{ text: document.subtitle }]))}${facts}${body}${paragraph('Heading1', runs([{ text: words.origins }]))}${sources}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="708" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function blockXml(
  block: Block,
  document: ReportDocument,
  relationOf: ReadonlyMap<string, string>,
  runs: (list: readonly Run[], bold?: boolean) => string,
  nextDrawing: () => number,
): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(`Heading${block.level}`, runs([{ text: block.text }]));
    case 'paragraph':
      return paragraph(block.muted ? 'Note' : 'BodyText', runs(block.runs));
    case 'list':
      return block.items.map((item) => paragraph('ListBullet', runs(item))).join('');
    case 'text':
      return block.text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph('BodyText', runs([{ text: line }])))
        .join('');
    case 'picture': {
      const relation = relationOf.get(block.id);
      const drawing = relation
        ? paragraph('Picture', drawingXml(document.pictures[block.id], relation, block.caption, nextDrawing()))
        : '';
      return drawing + paragraph('Caption', runs([{ text: block.caption }]));
    }
    case 'table':
      return (
        paragraph('Caption', runs([{ text: block.caption }]), '<w:keepNext/>') +
        tableXml(
          block.columns.map(({ label }) => runs([{ text: label }], true)),
          block.rows.map(({ cells, strong }) => ({ cells: cells.map((cell) => runs([cell], strong)) })),
          block.columns.map(({ numeric }) => (numeric ? 'end' : 'start')),
        )
      );
  }
}

function paragraph(style: string, content: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
}

function runXml({ text, figure, strong }: Run, numbers: ReadonlyMap<string, number>, bold: boolean): string {
  const number = figure === undefined ? undefined : numbers.get(figure);
  const isBold = bold || strong === true;
  const properties = `${number === undefined ? '' : '<w:rStyle w:val="SourceLink"/>'}${isBold ? '<w:b/>' : ''}`;
  const lines = text
    .split(/\r?\n/)
    .map((line) => `<w:t xml:space="preserve">${escapeMarkup(line)}</w:t>`)
    .join('<w:br/>');
  const run = `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${lines}</w:r>`;
  return number === undefined ? run : `<w:hyperlink w:anchor="${anchorOf(number)}" w:history="1">${run}</w:hyperlink>`;
}

function bookmark(number: number, content: string): string {
  return `<w:bookmarkStart w:id="${number}" w:name="${anchorOf(number)}"/>${content}<w:bookmarkEnd w:id="${number}"/>`;
}

/** A table over the width of the text; a paragraph follows, since two tables in a row would become one. */
function tableXml(
  header: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
  alignment: readonly Alignment[],
): string {
  if (rows.length === 0 && header.length === 0) return '';
  const width = Math.floor(9412 / alignment.length);
  const cell = (content: string, index: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/>${alignment[index] === 'end' ? '<w:jc w:val="right"/>' : ''}</w:pPr>${content}</w:p></w:tc>`;
  const head =
    header.length === 0 ? '' : `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header.map(cell).join('')}</w:tr>`;
  const body = rows
    .map(({ cells }) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map(cell).join('')}</w:tr>`)
    .join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" w:firstRow="${header.length === 0 ? 0 : 1}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${alignment.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${body}</w:tbl>${paragraph('AfterTable', '')}`;
}

function drawingXml({ width, height }: Drawing, relation: string, description: string, id: number): string {
  const scale = Math.min(1, textWidth / (width * emuPerPixel));
  const [cx, cy] = [width, height].map((size) => Math.round(size * emuPerPixel * scale));
  const text = escapeMarkup(description);
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="${relation}" descr="${text}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="${relation}" descr="${text}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

function footerXml({ title, subtitle, words }: ReportDocument): string {
  return `${xml}<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">${escapeMarkup(`${title} ${subtitle} · ${words.page} `)}</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`;
}

function numberingXml(): string {
  return `${xml}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="280"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const headingFonts = (east: string): string =>
  `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="${east}" w:cs="Arial"/>`;

function stylesXml(language: ReportDocument['language']): string {
  const heading = headingFonts('SimHei');
  const styles: readonly Style[] = [
    { id: 'BodyText', name: 'Body Text', paragraph: '<w:spacing w:after="120" w:line="312" w:lineRule="auto"/>' },
    {
      id: 'TableText',
      name: 'Table Text',
      paragraph: '<w:spacing w:before="20" w:after="20"/>',
      run: '<w:sz w:val="18"/>',
    },
    { id: 'AfterTable', name: 'After Table', paragraph: '<w:spacing w:after="120" w:line="120" w:lineRule="exact"/>' },
    {
      id: 'Note',
      name: 'Note',
      paragraph: '<w:spacing w:after="120"/>',
      run: '<w:color w:val="5A6675"/><w:sz w:val="18"/>',
    },
    {
      id: 'Title',
      name: 'Title',
      paragraph: '<w:spacing w:after="60"/><w:jc w:val="center"/>',
      run: `${heading}<w:b/><w:sz w:val="40"/>`,
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      paragraph: '<w:spacing w:after="240"/><w:jc w:val="center"/>',
      run: '<w:sz w:val="26"/>',
    },
    {
      id: 'Heading1',
      name: 'heading 1',
      paragraph: '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
      run: `${heading}<w:b/><w:sz w:val="30"/>`,
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="1"/>',
      run: `${heading}<w:b/><w:sz w:val="26"/>`,
    },
    {
      id: 'Heading3',
      name: 'heading 3',
      paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="2"/>',
      run: `${heading}<w:b/><w:sz w:val="23"/>`,
    },
    {
      id: 'Caption',
      name: 'caption',
      paragraph: '<w:spacing w:before="120" w:after="60"/>',
      run: '<w:color w:val="5A6675"/><w:sz w:val="18"/>',
    },
    {
      id: 'Picture',
      name: 'Picture',
      paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/>',
    },
    {
      id: 'ListBullet',
      name: 'List Bullet',
      paragraph: '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/>',
    },
    {
      id: 'Footer',
      name: 'footer',
      paragraph: '<w:jc w:val="center"/>',
      run: '<w:color w:val="5A6675"/><w:sz w:val="17"/>',
    },
  ];
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C9D1DB"/>`;
  return `${xml}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${language === 'en' ? 'en-GB' : 'en-US'}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles
    .map(
      ({ id, name, paragraph: properties = '', run = '' }) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
    )
    .join(
      '',
    )}<w:style w:type="character" w:styleId="SourceLink"><w:name w:val="Source Link"/><w:rPr><w:color w:val="1F4E8C"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEF2F6"/></w:tcPr></w:tblStylePr></w:style></w:styles>`;
}
