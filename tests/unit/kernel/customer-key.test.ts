import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../src/ingest/mask/create-masker';
import {
  areDifferentCustomers,
  customerKeyer,
  isCustomerSecret,
  newCustomerSecret,
  plainCustomerNumber,
} from '../../../src/kernel/customer-key';

const secret = '5ac3'.repeat(16);

/** The same key by Node's own HMAC. */
function keyByNode(text: string): string {
  const letters = (message: string, count: number): string =>
    createHmac('sha256', Buffer.from(secret, 'hex'))
      .update(message, 'utf8')
      .digest('hex')
      .slice(0, count)
      .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  return `${letters('customer-key', 8)}-${letters(`number:${text}`, 32)}`;
}

describe('customerKeyer', () => {
  it('is HMAC-SHA-256 under the secret', () => {
    const keyOf = customerKeyer(secret);
    for (const text of ['13800138000', '6222020000000000000', '11010519491231002X', '客户甲']) {
      expect(keyOf(text)).toBe(keyByNode(text));
    }
  });

  it('gives one key to the spellings of one number, and none to a cell without a number', () => {
    const keyOf = customerKeyer(secret);
    const spellings = [
      '13800138000',
      '138 0013 8000',
      '138-0013-8000',
      '+86 13800138000',
      '８６１３８００１３８０００',
    ];
    expect(new Set(spellings.map(keyOf))).toEqual(new Set([keyByNode('13800138000')]));
    expect(keyOf('11010519491231002x')).toBe(keyOf('11010519491231002X'));
    expect(['', '  ', '-', '——', '/'].map(keyOf)).toEqual([null, null, null, null, null]);
    // A country code is taken off only in front of a mobile number.
    expect(plainCustomerNumber('8612345')).toBe('8612345');
  });

  it('gives other keys under another secret, which are not taken for other customers', () => {
    const [own, other] = [customerKeyer(secret), customerKeyer(newCustomerSecret())];
    const [a, b] = [own('13800138000'), own('13900139000')];
    expect(other('13800138000')).not.toBe(a);
    expect(areDifferentCustomers(a, b)).toBe(true);
    expect(areDifferentCustomers(a, a)).toBe(false);
    expect(areDifferentCustomers(a, null)).toBe(false);
    expect(areDifferentCustomers(a, other('13900139000'))).toBe(false);
  });

  it('refuses what is no secret', () => {
    expect(isCustomerSecret(newCustomerSecret())).toBe(true);
    expect(isCustomerSecret('abc')).toBe(false);
    expect(() => customerKeyer('abc')).toThrow(RangeError);
  });

  it('holds no digit of the number, and masking leaves it alone', () => {
    const keyOf = customerKeyer(secret);
    const mask = createMasker({ column: '客户号', type: 'identifier' });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n }), (number) => {
        const key = keyOf(String(number)) ?? '';
        expect(key).toMatch(/^[a-p]{8}-[a-p]{32}$/);
        expect(mask(key).hits).toEqual([]);
      }),
    );
  });
});
