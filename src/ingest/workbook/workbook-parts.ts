import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { readPart } from './inflate-part';
import { walkPart } from './small-part';
import { damaged, type ZipArchive, type ZipEntry } from './zip-archive';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** Where the parts of a workbook lie. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly strings: ZipEntry | null;
  readonly styles: ZipEntry | null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/**
 * Follows the relations of a package to its workbook and from there to its data sheets; chart and macro sheets are
 * left out.
 *
 * Fails  workbook-other-kind, workbook-without-sheets, workbook-damaged, workbook-doctype, workbook-too-large
 */
export async function findParts(archive: ZipArchive): Promise<Result<WorkbookParts, Failure>> {
  const root = await readRelations(archive, '');
  if (!root.ok) return root;
  const main = [...root.value.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = archive.entries.get(main.toLowerCase());
  if (!entry || !/\.xml$/i.test(main) || !main.toLowerCase().startsWith('xl/')) return fail('workbook-other-kind');
  const relations = await readRelations(archive, main);
  if (!relations.ok) return relations;
  const bytes = await readPart(archive, entry);
  if (!bytes.ok) return bytes;

  const sheets: SheetPart[] = [];
  let date1904 = false;
  let lost: string | null = null;
  const walked = walkPart(bytes.value, entry.name, (cursor) => {
    if (cursor.is('workbookPr')) date1904 = /^(?:1|true)$/.test(cursor.attribute('date1904') ?? '');
    if (!cursor.is('sheet')) return;
    const relation = relations.value.get(cursor.attribute('id') ?? '');
    if (relation && relation.type !== 'worksheet') return;
    const sheet = relation && archive.entries.get(relation.target.toLowerCase());
    const name = cursor.attribute('name') ?? '';
    if (sheet) sheets.push({ name, hidden: (cursor.attribute('state') ?? 'visible') !== 'visible', entry: sheet });
    else lost ??= name;
  });
  if (!walked.ok) return walked;
  if (lost !== null) return damaged(lost);
  if (sheets.length === 0) return fail('workbook-without-sheets');
  const part = (type: string): ZipEntry | null => {
    const relation = [...relations.value.values()].find((one) => one.type === type);
    return (relation && archive.entries.get(relation.target.toLowerCase())) ?? null;
  };
  return ok({ sheets, date1904, strings: part('sharedStrings'), styles: part('styles') });
}

/** The relations of a part by id, targets as full part names. A part without relations has none. */
async function readRelations(
  archive: ZipArchive,
  part: string,
): Promise<Result<ReadonlyMap<string, Relation>, Failure>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = archive.entries.get(`${folder}_rels/${part.slice(slash)}.rels`.toLowerCase());
  const relations = new Map<string, Relation>();
  if (!entry) return ok(relations);
  const bytes = await readPart(archive, entry);
  if (!bytes.ok) return bytes;
  const walked = walkPart(bytes.value, entry.name, (cursor) => {
    // Targets outside the package are never followed.
    if (!cursor.is('Relationship') || cursor.attribute('TargetMode') === 'External') return;
    const type = cursor.attribute('Type') ?? '';
    relations.set(cursor.attribute('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolvePath(folder, cursor.attribute('Target') ?? ''),
    });
  });
  return walked.ok ? ok(relations) : walked;
}

function resolvePath(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
