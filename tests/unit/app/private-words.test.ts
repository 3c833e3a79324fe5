import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventQuery, readEventPlace } from '../../../src/app/event-query';
import { PrivateWords, privateWords } from '../../../src/app/private-words';
import { hrefTo, parseHash, withoutPrivateWords } from '../../../src/app/routes';

/** What several tabs of one browser share. */
class Place {
  readonly texts = new Map<string, string>();
  getItem = (key: string): string | null => this.texts.get(key) ?? null;
  setItem = (key: string, text: string): void => void this.texts.set(key, text);
}

afterEach(() => privateWords.keepIn(null));

describe('addresses of a profile without a passphrase', () => {
  it('say what was searched for', () => {
    expect(hrefTo('events', {}, eventQuery({ text: 'Wang Li', owner: '王丽' }))).toBe(
      '#/events?q=Wang+Li&owner=%E7%8E%8B%E4%B8%BD',
    );
    expect(withoutPrivateWords('#/events?q=Wang')).toBe('#/events?q=Wang');
  });
});

describe('addresses of a protected profile', () => {
  beforeEach(() => privateWords.keepIn(new Place()));

  it('C01 hold neither what was searched for nor a name, and lead to the same place', () => {
    const wanted = { view: 'all', text: 'Wang Li', owner: 'li.ming', outlet: '城南支行', code: 'L12' } as const;
    const address = hrefTo('events', {}, eventQuery(wanted));
    expect(address).toMatch(/^#\/events\?q=[^&]+&view=all&owner=[^&]+&outlet=[^&]+&code=L12$/);
    for (const word of ['Wang', 'li.ming', '城南', encodeURIComponent('城南')]) expect(address).not.toContain(word);
    expect(readEventPlace(parseHash(address).query)).toMatchObject(wanted);

    const outlet = hrefTo('outlet', { id: 'South branch' }, { quarter: '2026Q3' });
    expect(outlet).toMatch(/^#\/outlets\/[^?]+\?quarter=2026Q3$/);
    expect(outlet).not.toContain('South');
    expect(parseHash(outlet)).toEqual({ name: 'outlet', params: { id: 'South branch' }, query: { quarter: '2026Q3' } });
  });

  it('name a word always in the same way, so that going to where one is goes nowhere', () => {
    const address = hrefTo('outlet', { id: '城南支行' });
    expect(hrefTo('outlet', { id: '城南支行' })).toBe(address);
    expect(withoutPrivateWords(address)).toBe(address);
  });

  it('leave ids, codes, choices and days as they are', () => {
    const address = '#/data/9fQ2abcdefghij0123456A/coding?tab=report&from=2026-01-01';
    expect(withoutPrivateWords(address)).toBe(address);
  });

  it('take words out of an address that was typed or kept from before', () => {
    const kept = '#/events?q=13800138000&view=open';
    const shown = withoutPrivateWords(kept);
    expect(shown).not.toContain('13800138000');
    expect(parseHash(shown)).toEqual(parseHash(kept));
    // Also behind a key that no page knows.
    expect(withoutPrivateWords(`#/data?who=${encodeURIComponent('王丽')}`)).not.toContain('%E7');
  });

  it('lead to the whole list where the words are no longer known', () => {
    const address = hrefTo('events', {}, eventQuery({ text: 'gone', view: 'open' }));
    privateWords.keepIn(new Place());
    expect(parseHash(address)).toEqual({ name: 'events', params: {}, query: { view: 'open' } });
  });

  it('keep what a person types that looks like a reference', () => {
    const address = hrefTo('events', {}, eventQuery({ text: '~0123456789' }));
    expect(parseHash(address).query.q).toBe('~0123456789');
  });
});

describe('private words', () => {
  it('are found again after a reload and by another tab, whichever wrote last', () => {
    const place = new Place();
    const [one, two] = [new PrivateWords(), new PrivateWords()];
    one.keepIn(place);
    two.keepIn(place);
    const [a, b] = [one.hide('a'), two.hide('b')];
    expect([two.reveal(a), one.reveal(b)]).toEqual(['a', 'b']);
    expect(two.hide('a')).toBe(a);
    const later = new PrivateWords();
    later.keepIn(place);
    expect([later.reveal(a), later.reveal(b)]).toEqual(['a', 'b']);
  });

  it('keep the latest 300', () => {
    const place = new Place();
    const words = new PrivateWords();
    words.keepIn(place);
    const references = Array.from({ length: 310 }, (_, i) => words.hide(`word ${i}`));
    expect(references.filter((reference) => words.reveal(reference) === null)).toEqual(references.slice(0, 10));
  });

  it('hold for the visit where nothing can be kept', () => {
    const words = new PrivateWords();
    const refuse = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    words.keepIn({ getItem: refuse, setItem: refuse });
    expect(words.reveal(words.hide('a'))).toBe('a');
  });

  it.each(['{', '{}', '[["~12345678"]]', '[[1,2]]', 'null'])('take %s for nothing', (stored) => {
    const words = new PrivateWords();
    words.keepIn({ getItem: () => stored, setItem: () => undefined });
    expect(words.reveal('~12345678')).toBeNull();
  });
});
