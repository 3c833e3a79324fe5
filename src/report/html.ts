import { withoutControls } from '../kernel/text';
import { anchorOf, escapeMarkup } from './escape';
import { numberOrigins, type Block, type Drawing, type ReportDocument, type Run } from './model';

const styles = `
:root{color-scheme:light}
body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem;font:15px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1c2430;background:#fff}
h1{font-size:1.7rem;margin:0}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid #c9d1db}
h3{font-size:1.05rem;margin:1.6rem 0 .4rem}h4{font-size:1rem;margin:1.2rem 0 .3rem}
header p{margin:.2rem 0 1rem;color:#5a6675}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dt{color:#5a6675}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.93rem}
caption{text-align:start;color:#5a6675;padding:.25rem 0}
th,td{border-bottom:1px solid #dbe1e8;padding:.3rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600}.n{text-align:end;font-variant-numeric:tabular-nums}.s td{font-weight:600}
a{color:inherit;text-decoration:underline dotted #8793a1}
figure{margin:1rem 0}img{max-width:100%;height:auto}figcaption{color:#5a6675;font-size:.93rem}
.text{white-space:pre-wrap}.muted{color:#5a6675}
@media print{body{max-width:none;padding:0;font-size:10.5pt}tr,figure{break-inside:avoid}h1,h2,h3{break-after:avoid}thead{display:table-header-group}@page{size:A4;margin:16mm 14mm}}
`;

/**
 * A report as one HTML file that needs nothing else and runs nothing: no script, no address of a network, pictures inside.
 *
 * Numbers lead to the list of sources at its end.
 */
export function toHtml(document: ReportDocument): string {
  const numbers = numberOrigins(document);
  const run = ({ text, figure, strong }: Run): string => {
    const shown = escapeMarkup(text);
    const number = figure === undefined ? undefined : numbers.get(figure);
    const linked = number === undefined ? shown : `<a href="#${anchorOf(number)}">${shown}</a>`;
    return strong ? `<strong>${linked}</strong>` : linked;
  };
  const body = document.blocks.map((block) => blockHtml(block, document, run)).join('\n');
  const { words } = document;
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(`${document.title} ${document.subtitle}`)}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(document.title)}</h1>
<p>${escapeMarkup(document.subtitle)}</p>
<dl>${document.facts.map(({ label, value }) => `<dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(value)}</dd>`).join('')}</dl>
</header>
<main>
${body}
<h2>${escapeMarkup(words.origins)}</h2>
<table><thead><tr><th scope="col" class="n">${escapeMarkup(words.number)}</th><th scope="col" class="n">${escapeMarkup(words.value)}</th><th scope="col">${escapeMarkup(words.origin)}</th><th scope="col" class="n">${escapeMarkup(words.rows)}</th></tr></thead><tbody>
${Object.entries(document.origins)
  .map(
    ([id, origin]) =>
      `<tr id="${anchorOf(numbers.get(id) ?? 0)}"><td class="n">${numbers.get(id) ?? 0}</td><td class="n">${escapeMarkup(origin.value)}</td><td>${escapeMarkup(origin.words)}</td><td class="n">${origin.rows.join(' / ')}</td></tr>`,
  )
  .join('\n')}
</tbody></table>
</main>
</body>
</html>
`;
}

function blockHtml(block: Block, document: ReportDocument, run: (run: Run) => string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escapeMarkup(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p${block.muted ? ' class="muted"' : ''}>${block.runs.map(run).join('')}</p>`;
    case 'list':
      return `<ul>${block.items.map((runs) => `<li>${runs.map(run).join('')}</li>`).join('')}</ul>`;
    case 'text':
      return block.text.trim() === '' ? '' : `<p class="text">${escapeMarkup(block.text)}</p>`;
    case 'picture': {
      const drawing = document.pictures[block.id];
      return `<figure><img src="${svgAddress(drawing)}" width="${drawing.width}" height="${drawing.height}" alt="${escapeMarkup(block.caption)}"><figcaption>${escapeMarkup(block.caption)}</figcaption></figure>`;
    }
    case 'table':
      return `<table><caption>${escapeMarkup(block.caption)}</caption><thead><tr>${block.columns
        .map(({ label, numeric }) => `<th scope="col"${numeric ? ' class="n"' : ''}>${escapeMarkup(label)}</th>`)
        .join('')}</tr></thead><tbody>${block.rows
        .map(
          ({ cells, strong }) =>
            `<tr${strong ? ' class="s"' : ''}>${cells
              .map((cell, i) => `<td${block.columns[i].numeric ? ' class="n"' : ''}>${run(cell)}</td>`)
              .join('')}</tr>`,
        )
        .join('')}</tbody></table>`;
  }
}

/** A drawing as an address: as a picture it can neither run scripts nor load anything, whatever it holds. */
export function svgAddress({ svg }: Drawing): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withoutControls(svg)).replaceAll("'", '%27')}`;
}
