import { createMasker } from './create-masker';

const mask = createMasker({ column: '', type: 'text' });

/**
 * The name of a column or a file without the personal data in it. An underscore separates, as it does in names.
 *
 * @example maskName('张三_13800138000.csv') // 张三_138****8000.csv
 */
export function maskName(name: string): string {
  return name
    .split('_')
    .map((part) => mask(part).text)
    .join('_');
}
