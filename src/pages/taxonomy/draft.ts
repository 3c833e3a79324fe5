import type { NewLink, TaxonomyEdit } from '../../domain/taxonomy/edit';
import type { TaxonomyNode } from '../../domain/taxonomy/index-of';

/** What the edit form holds: text as typed. */
export interface Draft {
  nameZh: string;
  nameEn: string;
  definitionZh: string;
  definitionEn: string;
  keywords: string;
  severity: string;
}

export function toDraft(entry: TaxonomyNode): Draft {
  const { name, definition } = entry.node;
  return {
    nameZh: name.zh,
    nameEn: name.en,
    definitionZh: definition.zh,
    definitionEn: definition.en,
    keywords: entry.level === 'link' ? entry.node.keywords.join(' ') : '',
    severity: entry.level === 'link' ? String(entry.node.severity) : '3',
  };
}

function words(text: string): readonly string[] {
  return text.split(/[\s,，、;；]+/).filter((word) => word !== '');
}

/** The edits that lead from an entry to a draft; none if nothing was changed. */
export function changedParts(entry: TaxonomyNode, draft: Draft): readonly TaxonomyEdit[] {
  const { code, name, definition } = entry.node;
  const edits: TaxonomyEdit[] = [];
  if (draft.nameZh !== name.zh || draft.nameEn !== name.en) {
    edits.push({ kind: 'rename', code, name: { zh: draft.nameZh, en: draft.nameEn } });
  }
  if (draft.definitionZh !== definition.zh || draft.definitionEn !== definition.en) {
    edits.push({ kind: 'define', code, definition: { zh: draft.definitionZh, en: draft.definitionEn } });
  }
  if (entry.level !== 'link') return edits;
  const keywords = words(draft.keywords);
  if (keywords.join(' ') !== entry.node.keywords.join(' ')) edits.push({ kind: 'keywords', code, keywords });
  const severity = Number(draft.severity);
  if (severity !== entry.node.severity) edits.push({ kind: 'severity', code, severity });
  return edits;
}

/** A draft as a new link. */
export function addedLink(draft: Draft): NewLink {
  return {
    name: { zh: draft.nameZh, en: draft.nameEn },
    definition: { zh: draft.definitionZh, en: draft.definitionEn },
    keywords: words(draft.keywords),
    severity: Number(draft.severity),
  };
}
