import { toDocx } from '../../report/docx';
import { toHtml } from '../../report/html';
import type { Drawing, ReportDocument } from '../../report/model';
import type { Translator } from '../../i18n/translator';
import type { MenuItem } from '../../ui/menu-item';
import { saveFile } from '../../ui/save-file';

/** A drawing as a PNG of twice its size; null where the browser cannot draw it. */
async function toPng({ svg, width, height }: Drawing): Promise<Uint8Array | null> {
  const image = new Image();
  // The security policy permits pictures from blobs and data addresses alone.
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * 2, height * 2];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function fileName({ title, subtitle }: ReportDocument): string {
  return `${title} ${subtitle}`;
}

/** Saves a document as one HTML file. */
function saveHtml(report: ReportDocument): void {
  saveFile(`${fileName(report)}.html`, toHtml(report), 'text/html;charset=utf-8');
}

/** Saves a document for word processors, pictures included. */
async function saveDocx(report: ReportDocument): Promise<void> {
  const pngs: Record<string, Uint8Array> = {};
  for (const [id, drawing] of Object.entries(report.pictures)) {
    const png = await toPng(drawing);
    if (png) pngs[id] = png;
  }
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  saveFile(`${fileName(report)}.docx`, new Blob([toDocx(report, pngs) as Uint8Array<ArrayBuffer>], { type }));
}

/** Saving a document for word processors or as a page; nothing happens while there is none. */
export function documentExports(report: ReportDocument | null, { t }: Translator): MenuItem[] {
  return [
    {
      id: 'docx',
      label: t('report.exportDocx'),
      icon: 'file',
      run: () => void (report && saveDocx(report)),
    },
    {
      id: 'html',
      label: t('report.exportHtml'),
      icon: 'download',
      run: () => {
        if (report) saveHtml(report);
      },
    },
  ];
}
