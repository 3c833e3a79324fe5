import type { ChartOption } from './option';

const hexColour = /^#[0-9a-f]{6}$/i;
const namedColours: readonly string[] = ['transparent', 'inherit', 'none', 'auto'];
/** Parts that open addresses, show HTML or take HTML from data. */
const bannedKeys: readonly string[] = [
  'link',
  'sublink',
  'target',
  'subtarget',
  'toolbox',
  'dataView',
  'extraCssText',
  'className',
  'renderMode',
];

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Array.isArray(value);
}

function isColourKey(key: string): boolean {
  return /color$/i.test(key);
}

function isSafeColour(value: unknown): boolean {
  return typeof value !== 'string' || hexColour.test(value) || namedColours.includes(value);
}

function hardenArray(list: readonly unknown[], key: string): unknown[] {
  // Long runs of plain numbers are the data itself: nothing in them can be harmful, and copying them costs time.
  if (list.length > 64 && list.every((item) => typeof item === 'number' || item === null)) return list as unknown[];
  return list.filter((item) => !isColourKey(key) || isSafeColour(item)).map((item) => hardenValue(item, key));
}

/**
 * Names that every object has. The drawing library remembers the width of a text in a plain object under that text: one of
 * these, alone, as a word of a line or where a text is cut, would be written onto what all objects share.
 */
const inheritedNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** The text with a mark of no width in each of those names; all others as they are. */
function hardenText(text: string): string {
  return inheritedNames.reduce(
    (safe, name) => (safe.includes(name) ? safe.replaceAll(name, `${name.slice(0, 1)}\u200B${name.slice(1)}`) : safe),
    text,
  );
}

function hardenFormatter(format: (...marks: unknown[]) => unknown): (...marks: unknown[]) => unknown {
  return (...marks) => {
    const text = format(...marks);
    return typeof text === 'string' ? hardenText(text) : text;
  };
}

function hardenValue(value: unknown, key: string): unknown {
  if (typeof value === 'string') return hardenText(value);
  if (typeof value === 'function' && /formatter$/i.test(key)) return hardenFormatter(value as () => unknown);
  if (Array.isArray(value)) return hardenArray(value, key);
  return isPlainObject(value) ? hardenObject(value) : value;
}

function hardenObject(source: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(source).filter(
    ([key, value]) => !bannedKeys.includes(key) && !(isColourKey(key) && !isSafeColour(value)),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, hardenValue(value, key)]));
}

function withRichText(tooltip: unknown): unknown {
  if (Array.isArray(tooltip)) return tooltip.map(withRichText);
  return isPlainObject(tooltip) ? { ...tooltip, renderMode: 'richText', confine: true } : tooltip;
}

/**
 * An option that cannot carry anything of a file onto the page.
 *
 * Tooltips are drawn on the canvas, never as HTML; colours are `#rrggbb` or left out; links, the data view and
 * foreign classes are dropped; no text is a name that every object has. The input is not changed.
 */
export function hardenOption(option: ChartOption): ChartOption {
  const safe = hardenObject(option);
  if (safe.tooltip !== undefined) safe.tooltip = withRichText(safe.tooltip);
  return { ...safe, aria: { enabled: false } };
}
