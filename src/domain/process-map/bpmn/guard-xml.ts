import { fail, ok, type Failure, type Result } from '../../../kernel/result';

export type XmlFailureCode = 'bpmn-too-large' | 'bpmn-doctype' | 'bpmn-too-deep' | 'bpmn-not-xml';

/** Beyond these a file is no process that a person drew. */
export const xmlLimits = { characters: 12_000_000, elements: 150_000, depth: 120 } as const;

/**
 * Looks through a file before a parser that trusts it: size, number and depth of elements, no document type (and with
 * it no entity that could grow).
 *
 * Fails  bpmn-too-large, bpmn-doctype, bpmn-too-deep, bpmn-not-xml
 */
export function guardXml(text: string): Result<null, Failure<XmlFailureCode>> {
  if (text.length > xmlLimits.characters) return fail('bpmn-too-large');
  if (!/^\s*</.test(text.replace(/^\uFEFF/, ''))) return fail('bpmn-not-xml');
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const skip = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : null;
    if (skip !== null) {
      const end = text.indexOf(skip, at);
      if (end < 0) return fail('bpmn-not-xml');
      at = end;
    } else if (text[at + 1] === '!') return fail('bpmn-doctype');
    else if (text[at + 1] === '/') depth--;
    else if (text[at + 1] !== '?') {
      elements++;
      const end = endOfTag(text, at);
      if (end < 0) return fail('bpmn-not-xml');
      if (text[end - 1] !== '/') depth++;
      if (elements > xmlLimits.elements) return fail('bpmn-too-large');
      if (depth > xmlLimits.depth) return fail('bpmn-too-deep', { depth: xmlLimits.depth });
      at = end;
    }
  }
  return elements > 0 ? ok(null) : fail('bpmn-not-xml');
}

/** The `>` of a tag; one inside a quoted value is none. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
}
