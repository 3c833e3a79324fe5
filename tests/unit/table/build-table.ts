import { createBitmap, setBit } from '../../../src/kernel/bitmap';
import type {
  Column,
  DictionaryColumn,
  DictionaryType,
  NumericColumn,
  NumericType,
  Table,
} from '../../../src/table/column';

type Cell<T> = T | null;

/** A numeric column from plain values; null = missing. */
export function numeric(id: string, type: NumericType, values: readonly Cell<number>[], name = id): NumericColumn {
  const missing = createBitmap(values.length);
  values.forEach((value, row) => value === null && setBit(missing, row));
  return { id, name, type, layout: 'numeric', missing, values: Float64Array.from(values, (value) => value ?? 0) };
}

/** A dictionary column from plain words; null = missing. */
export function words(
  id: string,
  values: readonly Cell<string>[],
  name = id,
  type: DictionaryType = 'category',
): DictionaryColumn {
  const missing = createBitmap(values.length);
  const codeOf = new Map<string, number>();
  const codes = Uint32Array.from(values, (value, row) => {
    if (value === null) {
      setBit(missing, row);
      return 0;
    }
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  return { id, name, type, layout: 'dictionary', missing, codes, dictionary: [...codeOf.keys()] };
}

/** A table of columns of equal length. */
export function tableOf(...columns: readonly Column[]): Table {
  const [first] = columns;
  return { rows: first.layout === 'numeric' ? first.values.length : first.codes.length, columns };
}
