/** Text that a file of markup may hold. */

import { withoutControls } from '../kernel/text';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands between tags or in a quoted attribute, in HTML and XML alike. */
export function escapeMarkup(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => entities[character]);
}

/** A name that can be an id in HTML and a bookmark in a document: letters and digits only, unique if the index is. */
export function anchorOf(index: number): string {
  return `source-${index}`;
}
