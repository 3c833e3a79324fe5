import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deleteRow,
  insertRow,
  moveRow,
  orderBetween,
  ordersOf,
  readContent,
  setCell,
  setField,
  type RegisterChange,
} from '../../../src/artefacts/content';

type Registers = Record<string, { value: unknown }>;

function write(registers: Registers, ...changes: readonly RegisterChange[]): Registers {
  return { ...registers, ...Object.fromEntries(changes.map(({ field, value }) => [field, { value }])) };
}

const idsIn = (registers: Registers): string[] => readContent(registers).lists.steps.map(({ id }) => id);

function add(registers: Registers, id: string, after: string | null = null): Registers {
  return write(registers, ...insertRow('steps', { id, cells: { name: id } }, ordersOf(registers, 'steps'), after));
}

describe('content', () => {
  it('reads names that every object has as what they are', () => {
    const { fields, lists } = readContent({
      'f.__proto__': { value: ['a'] },
      'f.constructor': { value: 'b' },
      'r.__proto__.__proto__.order': { value: 'a0' },
      'r.__proto__.__proto__.__proto__': { value: ['c'] },
    });
    expect(Object.entries(fields)).toEqual([
      ['__proto__', ['a']],
      ['constructor', 'b'],
    ]);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.keys(lists)).toEqual(['__proto__']);
    const [row] = Object.values(lists)[0];
    expect(row.id).toBe('__proto__');
    expect(Object.entries(row.cells)).toEqual([['__proto__', ['c']]]);
  });

  it('reads fields and rows, and leaves alone what is of another shape', () => {
    const registers = {
      title: { value: 'Map' },
      'f.scope': { value: 'Counter' },
      'f.empty': { value: null },
      'f.odd': { value: { nested: true } },
      'r.steps.a.order': { value: 'B' },
      'r.steps.a.name': { value: 'Greet' },
      'r.steps.b.order': { value: 'A' },
      'r.steps.b.minutes': { value: 3 },
      'r.steps.c.name': { value: 'never placed' },
      'x.y.z.w': { value: 1 },
    };
    expect(readContent(registers)).toEqual({
      fields: { scope: 'Counter' },
      lists: {
        steps: [
          { id: 'b', cells: { minutes: 3 } },
          { id: 'a', cells: { name: 'Greet' } },
        ],
      },
    });
  });

  it('adds, moves and deletes rows; a deleted row comes back with its cells', () => {
    let registers = add(add(add({}, 'a'), 'b'), 'c');
    expect(idsIn(registers)).toEqual(['a', 'b', 'c']);
    registers = add(registers, 'd', 'a');
    expect(idsIn(registers)).toEqual(['a', 'd', 'b', 'c']);
    registers = write(registers, moveRow('steps', 'c', ordersOf(registers, 'steps'), null));
    expect(idsIn(registers)).toEqual(['c', 'a', 'd', 'b']);
    registers = write(registers, moveRow('steps', 'c', ordersOf(registers, 'steps'), 'd'));
    expect(idsIn(registers)).toEqual(['a', 'd', 'c', 'b']);
    registers = write(registers, deleteRow('steps', 'd'));
    expect(idsIn(registers)).toEqual(['a', 'c', 'b']);
    const back = write(registers, { field: 'r.steps.d.deleted', value: false });
    expect(readContent(back).lists.steps[1]).toEqual({ id: 'd', cells: { name: 'd' } });
  });

  it('sets cells one register each, so that edits of two cells never meet', () => {
    expect(setField('goal', 'x')).toEqual({ field: 'f.goal', value: 'x' });
    expect(setCell('steps', 'a', 'name', null)).toEqual({ field: 'r.steps.a.name', value: null });
  });

  it('places rows that two people added at the same spot by their ids', () => {
    const base = add({}, 'a');
    const mine = insertRow('steps', { id: 'm', cells: {} }, ordersOf(base, 'steps'), 'a');
    const theirs = insertRow('steps', { id: 't', cells: {} }, ordersOf(base, 'steps'), 'a');
    expect(idsIn(write(write(base, ...mine), ...theirs))).toEqual(idsIn(write(write(base, ...theirs), ...mine)));
  });
});

describe('order between', () => {
  it('refuses two that are not in order', () => {
    expect(() => orderBetween('b', 'a')).toThrow(RangeError);
    expect(() => orderBetween('a', 'a')).toThrow(RangeError);
  });

  it('lies strictly between, whatever was inserted before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (places) => {
        const orders: string[] = [];
        for (const place of places) {
          const at = place % (orders.length + 1);
          const next = orderBetween(orders[at - 1] ?? null, orders[at] ?? null);
          orders.splice(at, 0, next);
          expect(next.endsWith('0')).toBe(false);
        }
        expect([...orders].sort((a, b) => (a < b ? -1 : 1))).toEqual(orders);
        expect(new Set(orders).size).toBe(orders.length);
      }),
    );
  });

  it('stays short when rows are added at the end', () => {
    let last: string | null = null;
    for (let i = 0; i < 300; i++) last = orderBetween(last, null);
    expect(last?.length).toBeLessThan(12);
  });
});
