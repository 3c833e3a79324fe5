/** Text that a file of markup may hold. */

/** Characters that XML 1.0 does not know, lone surrogates among them, taken out. */
export function withoutControls(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- these are the ones to find
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  );
}

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
