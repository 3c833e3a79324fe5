/** Trusted Types as browsers offer them; the standard library does not declare them yet. */
export interface TrustedTypeFactory {
  createPolicy(
    name: string,
    rules: {
      readonly createHTML: (text: string) => string | null;
      readonly createScriptURL: (address: string) => string | null;
    },
  ): unknown;
}

/** Addresses below the page that hold code of the product: its worker and its service worker. */
const ownScript = /^(?:assets\/[\w.-]+\.js|sw\.js)$/;

/**
 * Lets through what the product itself hands to the browser as markup or as the address of code, and nothing else.
 *
 * Only the empty string is markup: the drawing library empties its canvas with it. Code comes from the files of the
 * build, or, in the portable build, out of the page itself, where the security policy says which.
 */
export function permitOwnCode(factory: TrustedTypeFactory | undefined, page: Pick<Location, 'href'>): void {
  factory?.createPolicy('default', {
    createHTML: (text) => (text === '' ? text : null),
    createScriptURL: (address) => (isOwnScript(address, page.href) ? address : null),
  });
}

function isOwnScript(address: string, page: string): boolean {
  if (address.startsWith('blob:')) return true;
  const folder = new URL('.', page).href;
  const { href } = new URL(address, page);
  return href.startsWith(folder) && ownScript.test(href.slice(folder.length));
}
