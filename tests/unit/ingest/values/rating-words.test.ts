import { describe, expect, it } from 'vitest';
import { CellHint } from '../../../../src/ingest/raw-table';
import { createReader } from '../../../../src/ingest/values/create-reader';

const read = createReader('number', { rating: 'five' });

describe('answers on a scale of five', () => {
  it.each([
    ['非常满意', 5],
    ['满意', 4],
    ['一般', 3],
    ['不满意', 2],
    ['非常不满意', 1],
    ['\u3000很满意 ', 5],
    ['Very  Satisfied', 5],
    ['Neither satisfied nor dissatisfied', 3],
    ['very dissatisfied', 1],
  ])('%s is %d, and said to be read so', (text, value) => {
    expect(read(text, CellHint.text)).toEqual({ kind: 'number', value, warning: 'ratingWord' });
  });

  it.each(['4', '４', '④', '4分', ' 4 分'])('%s is 4', (text) => {
    expect(read(text, CellHint.text)).toEqual({ kind: 'number', value: 4 });
    expect(read('4', CellHint.number)).toEqual({ kind: 'number', value: 4 });
  });

  it.each(['6', '0', '4.5', '45', '基本满意', '满意吗', '⑥', '満足', 'x'.repeat(500)])('%s is not on it', (text) => {
    expect(read(text, CellHint.text)).toEqual({ kind: 'unreadable', code: 'ratingExpected' });
  });

  it.each(['', '不适用', 'N/A', '—'])('"%s" is no answer', (text) => {
    expect(read(text, CellHint.text)).toEqual({ kind: 'missing' });
  });
});
