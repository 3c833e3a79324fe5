// @vitest-environment happy-dom
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../src/report/docx';
import { withoutControls } from '../../../src/kernel/text';
import { escapeMarkup } from '../../../src/report/escape';
import { toHtml } from '../../../src/report/html';
import { documentOf, hostile } from './support';

const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** The elements of XML in document order; throws where it is not well formed. */
function readXml(xml: string): { readonly names: readonly string[]; readonly texts: readonly string[] } {
  const names: string[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  // eslint-disable-next-line no-control-regex -- characters that XML does not know
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
    throw new Error('a character XML does not know');
  let end = 0;
  for (const match of body.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    const between = body.slice(end, match.index);
    if (/[<>]/.test(between)) throw new Error(`stray markup: ${between.slice(0, 60)}`);
    if (/&(?!(amp|lt|gt|quot|#39);)/.test(between + match[3])) throw new Error(`stray ampersand: ${between}`);
    if (between !== '') texts.push(between);
    end = match.index + match[0].length;
    const [, closing, name, , empty] = match;
    if (closing) {
      if (open.pop() !== name) throw new Error(`closes ${name}`);
    } else {
      names.push(name);
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join()}`);
  if (body.slice(end).trim() !== '') throw new Error(`after the end: ${body.slice(end)}`);
  return { names, texts };
}

function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

describe('the HTML of a report', () => {
  it.each(hostile)('takes nothing of a text for markup: %j', (text) => {
    const html = toHtml(documentOf(text));
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('script, iframe, object, embed, link, form')).toHaveLength(0);
    const attributes = [...page.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
    const addresses = [...page.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    );
    expect(addresses.filter((address) => !/^(#source-\d+$|data:image\/svg\+xml)/.test(address))).toEqual([]);
  });

  it('permits itself neither scripts nor the network', () => {
    const page = new DOMParser().parseFromString(toHtml(documentOf('')), 'text/html');
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  });

  it('leads from each number to its source', () => {
    const page = new DOMParser().parseFromString(toHtml(documentOf('甲')), 'text/html');
    const links = [...page.querySelectorAll('main a')];
    expect(links.map((link) => link.textContent)).toEqual(['30', '24']);
    for (const link of links) {
      const row = page.querySelector(link.getAttribute('href') ?? '');
      expect(row?.children[1].textContent).toBe(link.textContent);
    }
  });

  it('says what it is to readers and machines', () => {
    const page = new DOMParser().parseFromString(toHtml(documentOf('', 'en')), 'text/html');
    expect(page.documentElement.lang).toBe('en');
    expect(page.querySelectorAll('th[scope="col"]').length).toBeGreaterThan(5);
    expect(page.querySelector('img')?.getAttribute('alt')).toBe('按月');
  });
});

describe('the DOCX of a report', () => {
  const parts = partsOf(toDocx(documentOf('甲'), { months: png }));
  const main = parts['word/document.xml'];

  it.each(hostile)('stays well formed whatever a text holds: %j', (text) => {
    for (const [path, part] of Object.entries(partsOf(toDocx(documentOf(text), { months: png })))) {
      if (!path.endsWith('.png')) expect(() => readXml(part), path).not.toThrow();
    }
  });

  it('stays well formed for any text, and keeps what XML can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const xml = partsOf(toDocx(documentOf(text), {}))['word/document.xml'];
        const { texts } = readXml(xml);
        const kept = escapeMarkup(text);
        if (kept.trim() !== '' && !/[\r\n]/.test(kept)) expect(texts.join('')).toContain(kept);
      }),
      { numRuns: 150 },
    );
  });

  it('names every part and relation that it uses', () => {
    const types = parts['[Content_Types].xml'];
    for (const path of Object.keys(parts)) {
      const extension = path.slice(path.lastIndexOf('.') + 1);
      const isNamed = types.includes(`PartName="/${path}"`) || types.includes(`Extension="${extension}"`);
      expect(isNamed, path).toBe(true);
    }
    const relations = [...parts['word/_rels/document.xml.rels'].matchAll(/Id="([^"]*)"[^>]*Target="([^"]*)"/g)];
    for (const [, , target] of relations) expect(Object.keys(parts)).toContain(`word/${target}`);
    const ids = new Set(relations.map(([, id]) => id));
    for (const [, id] of main.matchAll(/r:(?:embed|id)="([^"]*)"/g)) expect(ids).toContain(id);
    const styles = new Set([...parts['word/styles.xml'].matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
    for (const [, id] of main.matchAll(/w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)) expect(styles).toContain(id);
  });

  it('has headings that a table of contents finds, and tables whose header is repeated', () => {
    expect(main).toContain('<w:pStyle w:val="Heading1"/>');
    expect(parts['word/styles.xml']).toContain('<w:outlineLvl w:val="0"/>');
    const tables = main.split('<w:tbl>').slice(1);
    // The facts at the head have no header row.
    expect(tables).toHaveLength(3);
    expect(tables.slice(1).every((table) => table.includes('<w:tblHeader/>'))).toBe(true);
  });

  it('names fonts for Chinese, and describes its pictures', () => {
    expect(parts['word/styles.xml']).toContain('w:eastAsia="SimSun"');
    expect(main).toContain('descr="按月甲"');
    expect(parts['word/media/picture1.png']).toBeDefined();
  });

  it('leads from each number to its source', () => {
    const anchors = [...main.matchAll(/<w:hyperlink w:anchor="([^"]*)"/g)].map(([, anchor]) => anchor);
    const marks = [...main.matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]*)"/g)].map(([, name]) => name);
    expect(anchors).toHaveLength(2);
    for (const anchor of anchors) expect(marks).toContain(anchor);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('is the same file for the same report', () => {
    expect(toDocx(documentOf('甲'), { months: png })).toEqual(toDocx(documentOf('甲'), { months: png }));
  });
});

describe('text for markup', () => {
  it('loses what XML does not know and nothing else', () => {
    expect(withoutControls('a\u0000\u0007b\ud83d\ude00\ud83d\tc\n')).toBe('ab\ud83d\ude00\tc\n');
  });
});
