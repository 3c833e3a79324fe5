import { describe, expect, it } from 'vitest';
import { permitOwnCode, type TrustedTypeFactory } from '../../../src/app/trusted-types';

type Rules = Parameters<TrustedTypeFactory['createPolicy']>[1];

function rulesAt(href: string): Rules {
  let rules: Rules | undefined;
  permitOwnCode(
    {
      createPolicy(name, given) {
        expect([name, rules]).toEqual(['default', undefined]);
        rules = given;
      },
    },
    { href },
  );
  if (!rules) throw new RangeError('no policy was made');
  return rules;
}

describe('trusted types', () => {
  it('take the empty text for markup and nothing else', () => {
    const { createHTML } = rulesAt('https://host/dept/quality/#/data');
    expect([createHTML(''), createHTML(' '), createHTML('<b>')]).toEqual(['', null, null]);
  });

  it.each([
    ['./sw.js', true],
    ['https://host/dept/quality/sw.js', true],
    ['https://host/dept/quality/assets/entry-D3_f-a.js', true],
    ['blob:https://host/0b6a', true],
    ['https://host/dept/quality/assets/sub/entry.js', false],
    ['https://host/dept/quality/assets/entry.js?x=1', false],
    ['https://host/dept/quality/integrity.json', false],
    ['https://host/sw.js', false],
    ['https://host/dept/quality/../evil/assets/a.js', false],
    ['https://host.evil/dept/quality/sw.js', false],
    ['//evil/dept/quality/sw.js', false],
    ['data:text/javascript,1', false],
    ['vbscript:alert(1)', false],
  ])('of the addresses of code, %s: %s', (address, isOwn) => {
    const { createScriptURL } = rulesAt('https://host/dept/quality/?a=b#/data');
    expect(createScriptURL(address)).toBe(isOwn ? address : null);
  });

  it('does nothing where the browser has none', () => {
    expect(() => permitOwnCode(undefined, { href: 'https://host/' })).not.toThrow();
  });
});
