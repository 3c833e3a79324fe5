import { createBitmap, getBit, setBit, type Bitmap } from '../../kernel/bitmap';
import type { Taxonomy } from '../taxonomy';
import { indexTaxonomy } from '../taxonomy/index-of';

/** A dictionary column as the coding needs it: the shape of the table's own, without its names. */
export interface CodedValues {
  /** Index into `dictionary` per row. */
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
  /** Bit set = no value. */
  readonly missing: Bitmap;
}

export interface CodingInput {
  readonly rows: number;
  readonly taxonomy: Taxonomy;
  /** The source's own classification; absent when only single rows are coded. */
  readonly source?: CodedValues;
  /** Value of the source column → link code. */
  readonly values: ReadonlyMap<string, string>;
  /** Row → link code, decided for this row alone; `null` takes the code of the value back. */
  readonly overrides: ReadonlyMap<number, string | null>;
  /** Code of an older version → code of this one, or null. */
  readonly crosswalk?: (code: string) => string | null;
}

/** Link, aspect and category of each row. */
export interface CodedPlace {
  readonly link: CodedValues;
  readonly aspect: CodedValues;
  readonly category: CodedValues;
}

/** The coded levels per row; a row that nobody has coded is missing in all of them. */
export interface CodedLevels extends CodedPlace {
  /** 1–5 */
  readonly severity: { readonly values: Uint8Array; readonly missing: Bitmap };
  readonly coded: number;
}

/**
 * The coding of a dataset: every row's link by its own decision or by the value of the source column, and the aspect,
 * category and severity that follow. Codes that the taxonomy does not know leave the row uncoded.
 *
 * Dictionaries hold every code of the taxonomy in its order, so that the levels of two datasets compare.
 */
export function applyCoding(input: CodingInput): CodedLevels {
  const links = linkOfRows(input, linkPlaces(input));
  const { taxonomy } = input;
  const place = toCodedPlace(taxonomy, links);
  const severityOf = taxonomy.links.map((link) => link.severity);
  const severity = new Uint8Array(input.rows);
  let coded = 0;
  for (let row = 0; row < input.rows; row++) {
    if (links[row] === uncoded) continue;
    severity[row] = severityOf[links[row]];
    coded++;
  }
  return { ...place, severity: { values: severity, missing: place.link.missing }, coded };
}

/** Stands for a row without a link. */
export const uncoded = -1;

/**
 * Link, aspect and category of each row from its link's place in the taxonomy.
 *
 * Shape  links: place per row, `uncoded` where there is none; the three levels share one bitmap
 */
export function toCodedPlace(taxonomy: Taxonomy, links: Int32Array): CodedPlace {
  const aspects = taxonomy.aspects.map((a) => a.code);
  const categories = taxonomy.categories.map((c) => c.code);
  const index = indexTaxonomy(taxonomy);
  const aspectOf = taxonomy.links.map((link) => aspects.indexOf(link.aspect));
  const categoryOf = taxonomy.links.map((link) => categories.indexOf(index.path(link.code)[0] ?? link.category));
  const rows = links.length;
  const missing = createBitmap(rows);
  const link = new Uint32Array(rows);
  const aspect = new Uint32Array(rows);
  const category = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const place = links[row];
    if (place === uncoded) {
      setBit(missing, row);
      continue;
    }
    link[row] = place;
    aspect[row] = aspectOf[place];
    category[row] = categoryOf[place];
  }
  return {
    link: { codes: link, dictionary: taxonomy.links.map((l) => l.code), missing },
    aspect: { codes: aspect, dictionary: aspects, missing },
    category: { codes: category, dictionary: categories, missing },
  };
}

/** Place of a code's link in the taxonomy, through the crosswalk if there is one; `uncoded` if it is not known. */
export function linkPlaces({
  taxonomy,
  crosswalk,
}: Pick<CodingInput, 'taxonomy' | 'crosswalk'>): (code: string) => number {
  const places = new Map(taxonomy.links.map((link, i) => [link.code, i]));
  return (code) => {
    const current = crosswalk ? crosswalk(code) : code;
    return current === null ? uncoded : (places.get(current) ?? uncoded);
  };
}

function linkOfRows(input: CodingInput, place: (code: string) => number): Int32Array {
  const links = new Int32Array(input.rows).fill(uncoded);
  const { source } = input;
  if (source) {
    const placeOfEntry = Int32Array.from(source.dictionary, (value) => {
      const code = input.values.get(value);
      return code === undefined ? uncoded : place(code);
    });
    for (let row = 0; row < input.rows; row++)
      if (!getBit(source.missing, row)) links[row] = placeOfEntry[source.codes[row]];
  }
  for (const [row, code] of input.overrides)
    if (row >= 0 && row < input.rows) links[row] = code === null ? uncoded : place(code);
  return links;
}
