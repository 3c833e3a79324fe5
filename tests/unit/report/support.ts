import type { ReportDocument } from '../../../src/report/model';

/** A document with one of everything. */
export function documentOf(text: string, language: ReportDocument['language'] = 'zh-CN'): ReportDocument {
  return {
    language,
    title: `客户服务质量报告${text}`,
    subtitle: '2026-Q2',
    facts: [{ label: `版本${text}`, value: text }],
    blocks: [
      { kind: 'heading', level: 1, id: 'overview', text: `一、综述${text}` },
      { kind: 'text', id: 'overview', label: '综述文字', text: `第一段${text}\n第二段` },
      { kind: 'paragraph', runs: [{ text: '共 ' }, { text: '30', figure: 'overview.total' }, { text: ` 件${text}` }] },
      { kind: 'heading', level: 3, id: 'case', text },
      { kind: 'list', items: [[{ text }]] },
      {
        kind: 'table',
        id: 'source',
        caption: `按来源${text}`,
        columns: [
          { label: '名称', numeric: false },
          { label: '件数', numeric: true },
        ],
        rows: [{ cells: [{ text }, { text: '24', figure: 'overview.source' }], strong: true }],
      },
      { kind: 'picture', id: 'months', caption: `按月${text}` },
    ],
    pictures: {
      months: { svg: `<svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>`, width: 760, height: 340 },
    },
    origins: {
      'overview.total': { value: '30', words: `服务事件${text}`, queries: [], rows: [30] },
      'overview.source': { value: '24', words: text, queries: [], rows: [24, 30] },
    },
    words: { origins: '数字来源', number: '序号', value: '数字', origin: '统计口径', rows: '行数', page: '页' },
  };
}

export const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=cmd|"/c calc"!A1',
  'a\u0000b\u0008c\u000bd\u001fe',
  '\ud800 lone \udc00',
  ']]>&amp;&<!--',
  // eslint-disable-next-line no-script-url -- what must not become an address
  "javascript:alert('x')",
  '\ufffe\uffff',
  '</w:t></w:r><w:r><w:t>',
];
