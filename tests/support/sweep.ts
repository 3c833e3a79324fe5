import type { Page } from '@playwright/test';
import { hostileWords, wordCanary } from './hostile-words';

export interface Swept {
  /** Elements, attributes and addresses that a text must have become: the product has none of them. */
  readonly live: string[];
  /** Places in `hostileWords` of the words that stand on the page as they are. */
  readonly seen: readonly number[];
}

/**
 * Looks at everything that is in the page, whether it is shown or not. The marks are those of any document, so that the
 * same is asked of a page and of a file that it saved.
 */
export function sweep(
  page: Page,
  file?: { readonly text: string; readonly type: DOMParserSupportedType },
): Promise<Swept> {
  return page.evaluate(
    ([words, canary, source]) => {
      const root = source ? new DOMParser().parseFromString(source.text, source.type) : document;
      const live: string[] = [];
      const texts = [root.documentElement.textContent];
      if (Reflect.has(globalThis, canary)) live.push(`${canary} is set`);
      if (root.querySelector('parsererror')) live.push('is no document');
      const never =
        'iframe, frame, object, embed, applet, video, audio, source, base, template, math, animate, set, ' +
        'animateTransform, animateMotion, foreignObject, marquee, portal, frameset, body meta, body link';
      const own = (address: string): boolean => {
        const plain = address.replace(/[\s\0]/g, '').toLowerCase();
        if (plain === '' || plain.startsWith('#')) return true;
        if (/^data:image\/(png|svg\+xml)[;,]/.test(plain)) return true;
        const url = URL.parse(address, location.href);
        return url !== null && /^(https?|blob):$/.test(url.protocol) && url.origin === location.origin;
      };
      for (const element of root.querySelectorAll('*')) {
        const name = element.localName;
        for (const { value } of source ? element.attributes : []) texts.push(value);
        // What a browser shows; a style of a word processor is something else.
        if (!/xhtml|svg|MathML/.test(element.namespaceURI ?? '')) continue;
        if (element.matches(never)) live.push(`<${name}>`);
        if (name === 'script' && (source || !/^\.?\/?(assets\/|frame-guard)/.test(element.getAttribute('src') ?? '')))
          live.push('<script>');
        // Drawings have a sheet of their own, in which no text of a person stands.
        const isOwnSheet =
          element.closest('head, svg') !== null && !/url\s*\(|@import|[<>]|\*/i.test(element.textContent);
        if (name === 'style' && !isOwnSheet) live.push('<style>');
        if (element.id === canary) live.push(`#${canary}`);
        for (const { name: attribute, value } of element.attributes) {
          if (/^on/i.test(attribute)) live.push(`<${name} ${attribute}>`);
          if (
            /^(src|srcset|srcdoc|href|xlink:href|action|formaction|data|poster|ping|background|cite)$/i.test(attribute)
          ) {
            // An anchor of the product is a place in it, whatever else stands in it.
            if (!own(value)) live.push(`<${name} ${attribute}=${value.slice(0, 60)}>`);
          }
          if (attribute === 'style' && /url\s*\(|expression|@import/i.test(value))
            live.push(`<${name} style=${value.slice(0, 60)}>`);
        }
      }
      for (const element of root.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
        for (const name of ['aria-label', 'title', 'alt', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
      for (const field of root.querySelectorAll('input, textarea')) texts.push((field as HTMLInputElement).value);
      // Some words stand in others, so the longest are looked for first, and taken out.
      let all = texts.join('\n');
      const longestFirst = words.map((word, at) => ({ word, at })).sort((a, b) => b.word.length - a.word.length);
      const seen = longestFirst.flatMap(({ word, at }) => {
        if (!all.includes(word)) return [];
        all = all.replaceAll(word, '\n');
        return [at];
      });
      return { live, seen };
    },
    [hostileWords, wordCanary, file] as const,
  );
}

/**
 * Puts a word into every field for text that is shown, as if it were typed, each another one.
 *
 * @param from place of the first word
 * @returns how many fields there were
 */
export function typeEverywhere(page: Page, from: number): Promise<number> {
  return page.evaluate(
    ([words, first]) => {
      const fields = [
        ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
          'textarea, input:not([type]), input[type=text], input[type=search]',
        ),
      ].filter((field) => field.checkVisibility() && !field.disabled && !field.readOnly);
      for (const [at, field] of fields.entries()) {
        field.focus();
        field.value = words[(first + at) % words.length];
        for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
        field.blur();
      }
      return fields.length;
    },
    [hostileWords, from] as const,
  );
}
