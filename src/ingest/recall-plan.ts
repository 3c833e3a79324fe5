import type { ColumnType } from '../table/column';
import type { OpenedFile } from './inspect-file';
import { planUnpivot } from './plan-unpivot';
import { countEntries } from './propose-columns';
import { entryText, type RawColumn } from './raw-table';
import { CellState, isReadAs, readDictionary, type ReadDictionary } from './read-dictionary';
import type { ColumnPlan, ColumnProposal, ImportPlan, ReadingOptions, RecallNote, UnpivotPlan } from './types';

/** A remembered plan as it fits this file. */
export interface RecalledPlan {
  readonly plan: ImportPlan;
  /** Where the file and the remembered plan do not say the same. */
  readonly notes: readonly RecallNote[];
  /** The file, its cells read as `plan` says wherever they had to be read to find out. */
  readonly opened: OpenedFile;
}

type Reading = Pick<ColumnPlan, 'type' | 'reading'>;

/** The cells of one column, read as the file proposes and as was remembered. */
interface TwoReadings {
  readonly raw: RawColumn;
  readonly proposed: ReadDictionary;
  readonly remembered: ReadDictionary;
}

/**
 * The remembered choices for columns of the same name, over the plan proposed for this file.
 *
 * What was remembered fills what this file leaves open; it never overrules what the file proves. A remembered type is
 * taken where it leaves no more cells unread than the proposed one, a remembered way of reading where besides no day
 * becomes impossible and no cell is lost. Where both can be and differ, the remembered one is taken and a note says so;
 * where it is not taken, a note says that. How the file itself is read (encoding, delimiter, sheet, header row) stays as
 * found in this file, and masking is on for every file until it is switched off for that file.
 */
export function recallPlan(opened: OpenedFile, proposed: ImportPlan, remembered: ImportPlan): RecalledPlan {
  const known = new Map(remembered.columns.map((column) => [column.name, column]));
  const notes: RecallNote[] = [];
  const reads = [...opened.reads];
  const columns = proposed.columns.map((column) => {
    const before = known.get(column.name);
    const at = opened.inspection.columns.findIndex(({ id }) => id === column.id);
    if (!before || at < 0) return column;
    const proposal = opened.inspection.columns[at];
    const found = recallReading(opened, at, proposal, before);
    if (found.note) notes.push(found.note);
    if (found.read) reads[at] = found.read;
    const { type, reading } = found.read ? before : column;
    return { ...column, type, reading, include: before.include };
  });
  const ids = new Set(proposed.columns.map(({ id }) => id));
  const customer = remembered.customer && ids.has(remembered.customer.column) ? remembered.customer : null;
  const before = remembered.unpivot;
  const isUnknown = before === undefined || before?.columns.some((id) => !ids.has(id));
  const unpivot = isUnknown ? (proposed.unpivot ?? null) : before ? recallUnpivot(opened, before, notes) : null;
  const plan = { ...proposed, customer, unpivot, keepTotals: remembered.keepTotals, columns };
  return { plan, notes, opened: { ...opened, reads } };
}

interface RecalledReading {
  /** The cells as remembered, where that is how they are to be read. */
  readonly read: ReadDictionary | null;
  readonly note: RecallNote | null;
}

function recallReading(opened: OpenedFile, at: number, proposal: ColumnProposal, before: ColumnPlan): RecalledReading {
  const proposed = opened.reads[at];
  const raw = opened.raw.columns[at];
  if (isReadAs(proposed, before.type, before.reading)) return { read: proposed, note: null };
  const remembered = readDictionary(raw, { type: before.type, reading: before.reading, name: proposal.name });
  if (proposal.present === 0 && proposal.unreadable === 0) return { read: remembered, note: null };
  const verdict = judge(opened, [{ raw, proposed, remembered }]);
  const { id, name } = proposal;
  const note =
    verdict === 'same'
      ? null
      : toNote(verdict, { id, name, before, now: proposal, questions: proposal.questions.length });
  return { read: verdict === 'differs' ? null : remembered, note };
}

/** The remembered columns turned into rows; their cells are read as this file's own where that loses fewer. */
function recallUnpivot(opened: OpenedFile, before: UnpivotPlan, notes: RecallNote[]): UnpivotPlan {
  const proposals = opened.inspection.columns;
  const { type, reading } = planUnpivot(proposals, before.columns).value;
  const now = { type, reading };
  const { id, name } = before.value;
  const pairs = before.columns.map((column) => {
    const at = proposals.findIndex((proposal) => proposal.id === column);
    const raw = opened.raw.columns[at];
    const readAs = (as: Reading): ReadDictionary =>
      isReadAs(opened.reads[at], as.type, as.reading)
        ? opened.reads[at]
        : readDictionary(raw, { ...as, name: proposals[at].name });
    return { raw, proposed: readAs(now), remembered: readAs(before.value) };
  });
  const verdict = judge(opened, pairs);
  if (verdict === 'same') return before;
  notes.push(toNote(verdict, { id, name, before: before.value, now, questions: 0 }));
  return verdict === 'differs' ? { ...before, value: { ...before.value, ...now } } : before;
}

function toNote(
  verdict: 'kept' | 'differs',
  found: {
    readonly id: string;
    readonly name: string;
    readonly before: Reading;
    readonly now: Reading;
    readonly questions: number;
  },
): RecallNote {
  const { id, name, questions } = found;
  const [before, now] = [found.before, found.now].map(({ type, reading }) => ({ type, reading }));
  const what = before.type === now.type ? 'reading' : 'type';
  const isOpen = verdict === 'differs' && what === 'reading' && questions > 0;
  return { column: id, name, what, outcome: isOpen ? 'open' : verdict, before, now };
}

/**
 * Whether the remembered reading gives what the proposed one gives, may stand beside it, or is ruled out by the file.
 */
function judge(opened: OpenedFile, pairs: readonly TwoReadings[]): 'same' | 'kept' | 'differs' {
  let isSame = true;
  const now = { unread: 0, impossible: 0, present: 0 };
  const before = { unread: 0, impossible: 0, present: 0 };
  for (const { raw, proposed, remembered } of pairs) {
    if (proposed === remembered) continue;
    const counts = countEntries(raw, opened.dataRows);
    if (!canReplace(raw, proposed, remembered, counts)) return 'differs';
    tally(proposed, counts, now);
    tally(remembered, counts, before);
    isSame &&= areEqual(proposed, remembered, counts);
  }
  if (isSame) return 'same';
  if (before.unread > now.unread || before.impossible > now.impossible) return 'differs';
  const [first] = pairs;
  return first.proposed.type === first.remembered.type && before.present < now.present ? 'differs' : 'kept';
}

interface Tally {
  unread: number;
  /** Of these: days that no calendar has, or not in this order. */
  impossible: number;
  present: number;
}

function tally({ states, remarks }: ReadDictionary, counts: Uint32Array, sums: Tally): void {
  for (let entry = 0; entry < counts.length; entry++) {
    if (states[entry] === CellState.present) sums.present += counts[entry];
    if (states[entry] !== CellState.unreadable) continue;
    sums.unread += counts[entry];
    if (remarks.get(entry) === 'dateImpossible') sums.impossible += counts[entry];
  }
}

function areEqual(a: ReadDictionary, b: ReadDictionary, counts: Uint32Array): boolean {
  if (a.type !== b.type) return false;
  for (let entry = 0; entry < counts.length; entry++) {
    if (counts[entry] === 0) continue;
    if (a.states[entry] !== b.states[entry]) return false;
    if (a.values[entry] !== b.values[entry] || a.texts[entry] !== b.texts[entry]) return false;
  }
  return true;
}

const lossyRemarks: ReadonlySet<string> = new Set(['numberBeyondExact', 'digitsLost']);

/** What no count of unread cells shows: codes that numbers would shorten, and words that would all become "no". */
function canReplace(
  raw: RawColumn,
  proposed: ReadDictionary,
  remembered: ReadDictionary,
  counts: Uint32Array,
): boolean {
  if (remembered.reading.yesWords !== undefined) return haveSameYesWords(proposed, remembered.reading);
  if (proposed.type !== 'identifier' || !isAmount(remembered.type)) return true;
  for (const code of remembered.remarks.values()) if (lossyRemarks.has(code)) return false;
  return !counts.some((count, entry) => count > 0 && /^\D{0,2}0\d/.test(entryText(raw, entry)));
}

function haveSameYesWords(proposed: ReadDictionary, { yesWords }: ReadingOptions): boolean {
  return proposed.type === 'boolean' && JSON.stringify(proposed.reading.yesWords) === JSON.stringify(yesWords);
}

function isAmount(type: ColumnType): boolean {
  return type === 'number' || type === 'duration';
}
