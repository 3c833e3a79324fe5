import type { Taxonomy } from '../taxonomy';
import { aspects } from './default/aspects';
import { categories } from './default/categories';
import { linksG1 } from './default/links-g1';
import { linksG2 } from './default/links-g2';
import { linksG3 } from './default/links-g3';
import { linksG4 } from './default/links-g4';

/** The shipped taxonomy: 4 categories, 17 aspects, 57 links. A bank's edits make versions of their own from it. */
export const defaultTaxonomy: Taxonomy = {
  id: 'bank-service-gap-4-17-57',
  version: '1.0.0',
  categories,
  aspects,
  links: [...linksG1, ...linksG2, ...linksG3, ...linksG4],
};
