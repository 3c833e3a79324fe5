import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../src/domain/taxonomy/default-taxonomy';
import { applyCrosswalk, deriveCrosswalk } from '../../src/domain/taxonomy/crosswalk';
import { editTaxonomy, type TaxonomyEdit } from '../../src/domain/taxonomy/edit';
import { indexTaxonomy } from '../../src/domain/taxonomy/index-of';
import { parseTaxonomy } from '../../src/domain/taxonomy/parse';

const code = fc.constantFrom(...defaultTaxonomy.links.map((l) => l.code), 'G2.2.3', 'G3.3.6', 'G9.9.9');
const aspect = fc.constantFrom(...defaultTaxonomy.aspects.map((a) => a.code));
const word = fc.string({ maxLength: 6 });
const text = fc.record({ zh: word, en: word });
const edit: fc.Arbitrary<TaxonomyEdit> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), code, name: text }),
  fc.record({ kind: fc.constant('severity' as const), code, severity: fc.integer({ min: 0, max: 6 }) }),
  fc.record({
    kind: fc.constant('add' as const),
    aspect,
    link: fc.record({ name: text, definition: text, severity: fc.integer({ min: 1, max: 5 }) }),
  }),
  fc.record({ kind: fc.constant('retire' as const), code, replacedBy: fc.option(code, { nil: undefined }) }),
  fc.record({ kind: fc.constant('move' as const), code, aspect }),
);

describe('any sequence of edits', () => {
  it('keeps codes unique and for ever, versions rising, and the taxonomy readable', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let taxonomy = defaultTaxonomy;
        const ever = new Set(taxonomy.links.map((l) => l.code));
        for (const one of edits) {
          const result = editTaxonomy(taxonomy, one);
          if (!result.ok) continue;
          taxonomy = result.value;
          for (const link of taxonomy.links) ever.add(link.code);
          expect(taxonomy.links.length).toBe(ever.size);
        }
        expect(new Set(taxonomy.links.map((l) => l.code))).toEqual(ever);
        expect(parseTaxonomy(taxonomy).ok).toBe(true);
        const index = indexTaxonomy(taxonomy);
        const apply = applyCrosswalk(deriveCrosswalk(defaultTaxonomy, taxonomy));
        for (const link of defaultTaxonomy.links) {
          const target = apply(link.code);
          if (target !== null) expect(index.link(target)?.retired ?? false).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});
