/**
 * Prints on paper of this size while a page is open, such as `A4 landscape`; null leaves the usual one.
 *
 * The size belongs to the whole document, so it is a rule of its own that comes and goes with the page.
 */
export function usePaperSize(size: () => string | null): void {
  // Syncs with the style sheets of the document.
  $effect(() => {
    const wanted = size();
    if (wanted === null) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${wanted}; margin: 10mm; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  });
}
