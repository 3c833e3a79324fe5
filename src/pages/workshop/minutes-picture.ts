import { widthOf, wrapLabel } from '../projects/place-labels';
import type { MinutesPart } from './minutes';

const width = 1000;
const margin = 48;
const lineHeight = 28;
/** In units of half a Chinese character, at the size of the text. */
const widest = 100;
const namespace = 'http://www.w3.org/2000/svg';

/** The minutes as a drawing of its own, black on white, for a picture file. */
export function drawMinutes(title: string, subtitle: string, parts: readonly MinutesPart[]): SVGSVGElement {
  const texts: { readonly text: string; readonly size: number; readonly bold: boolean; readonly y: number }[] = [];
  let y = margin;
  const put = (text: string, size: number, bold: boolean, advance: number): void => {
    y += advance;
    texts.push({ text, size, bold, y });
  };
  put(title, 28, true, 0);
  put(subtitle, 16, false, lineHeight);
  for (const { heading, lines } of parts) {
    put(heading, 20, true, 1.6 * lineHeight);
    for (const line of lines)
      for (const part of widthOf(line) > widest ? wrapLabel(line, widest) : [line]) put(part, 17, false, lineHeight);
  }
  const height = y + margin;
  const svg = document.createElementNS(namespace, 'svg');
  const set = (element: Element, values: Readonly<Record<string, string | number>>): void => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
  };
  set(svg, { xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}` });
  const paper = document.createElementNS(namespace, 'rect');
  set(paper, { width, height, fill: '#ffffff' });
  svg.append(paper);
  for (const { text, size, bold, y: at } of texts) {
    const element = document.createElementNS(namespace, 'text');
    set(element, {
      x: margin,
      y: at,
      fill: '#19202a',
      'font-size': size,
      'font-weight': bold ? 600 : 400,
      'font-family': 'system-ui, sans-serif',
    });
    element.textContent = text;
    svg.append(element);
  }
  return svg;
}
