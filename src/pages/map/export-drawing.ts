import { withoutControls } from '../../kernel/text';

/** The drawing as the text of a file of its own. */
export function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  // Classes of the page mean nothing in a file.
  for (const element of [copy, ...copy.querySelectorAll('*')]) element.removeAttribute('class');
  // A label may hold what no drawing can, such as a control character from a spreadsheet.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withoutControls(new XMLSerializer().serializeToString(copy))}`;
}

/** Beyond this browsers refuse a canvas. */
const longestSide = 12_000;

/** The drawing as a picture of twice its size; null where the browser cannot draw it. */
export async function pngBlob(drawing: SVGSVGElement): Promise<Blob | null> {
  const [width, height] = ['width', 'height'].map((name) => Number(drawing.getAttribute(name)));
  const scale = Math.min(2, longestSide / Math.max(width, height, 1));
  const image = new Image();
  // The security policy permits pictures from blobs and data addresses alone.
  const address = URL.createObjectURL(new Blob([svgText(drawing)], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, 'image/png'));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}
