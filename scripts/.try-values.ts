import { inferColumn } from '/work/main/src/ingest/values/infer-column';
import { createReader } from '/work/main/src/ingest/values/create-reader';
import { readFileSync, readdirSync } from 'node:fs';
import Papa from 'papaparse';
const dir = process.argv[2]; const only = process.argv[3];
for (const f of readdirSync(dir).sort()) {
  if (!/\.(csv|txt)$/.test(f) || (only && !f.includes(only))) continue;
  const bytes = readFileSync(`${dir}/${f}`);
  const enc = f.includes('cp949') ? 'euc-kr' : /^(02|30|14|08)_/.test(f) ? 'gb18030' : f.startsWith('10_')?'windows-1252': f.startsWith('05')?'utf-16le':'utf-8';
  let text = new TextDecoder(enc).decode(bytes);
  if (f.startsWith('qe_') && f.endsWith('.txt')) text = text.split(/\r?\n/).map(l=>l.trim().split(/\s+/).join(',')).join('\n');
  const rows = Papa.parse<string[]>(text.trimEnd(), { header: false }).data;
  const head = rows[0]; console.log('##', f, rows.length - 1);
  const t0=performance.now();
  head.slice(0,60).forEach((name, c) => {
    const counts = new Map<string, number>();
    for (const r of rows.slice(1)) counts.set(r[c] ?? '', (counts.get(r[c] ?? '') ?? 0) + 1);
    const d = [...counts].map(([t, count]) => ({ text: t, hint: 0 as const, count }));
    const inf = inferColumn(name, d); const read = createReader(inf.type, inf.reading, name);
    let miss = 0, bad = 0, sum = 0; const codes = new Map<string,number>();
    for (const v of d) { const r = read(v.text, 0); if (r.kind === 'missing') miss += v.count; else if (r.kind === 'unreadable') { bad += v.count; codes.set(r.code,(codes.get(r.code)??0)+v.count);} else if (r.kind === 'number') {sum += r.value * v.count; if(r.warning) codes.set(r.warning,(codes.get(r.warning)??0)+v.count);} }
    console.log('  ', name.slice(0, 26).replace(/\s+/g,' ').padEnd(26), inf.type.padEnd(10), JSON.stringify(inf.reading), inf.questions.join(), `d=${d.length} miss=${miss} bad=${bad} sum=${Math.round(sum*1e4)/1e4}`, [...codes].join(' '));
  });
  console.log('   ms', Math.round(performance.now()-t0));
}
