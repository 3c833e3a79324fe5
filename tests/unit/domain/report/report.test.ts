import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftReport, windowsOf } from '../../../../src/domain/report/draft';
import { isFigure } from '../../../../src/domain/report/draft-types';
import {
  decideReport,
  emptyReport,
  readReport,
  textsOf,
  volumesOf,
  type QualityReport,
  type ReportCommand,
} from '../../../../src/domain/report/report';
import { selectRows } from '../../../../src/domain/report/rows';
import { readSnapshot, rowsToFreeze, writeSnapshot } from '../../../../src/domain/report/snapshot';
import { dayOfDate, event, inputOf } from './support';

const doing = { now: 1_000, by: '王芳' };

/** The reports after acts that must all be allowed. */
function after(...commands: readonly ReportCommand[]): ReadonlyMap<string, QualityReport> {
  const registers = new Map<string, Record<string, { value: unknown }>>();
  let reports: ReadonlyMap<string, QualityReport> = new Map();
  for (const command of commands) {
    const decided = decideReport(reports, command, doing);
    if (!decided.ok) throw new Error(decided.failure.code);
    for (const { id, field, value } of decided.value) registers.set(id, { ...registers.get(id), [field]: { value } });
    reports = new Map([...registers].map(([id, fields]) => [id, readReport(id, fields)]));
  }
  return reports;
}

function refusal(reports: ReadonlyMap<string, QualityReport>, command: ReportCommand): string {
  const decided = decideReport(reports, command, doing);
  return decided.ok ? 'allowed' : decided.failure.code;
}

const create = { kind: 'create', id: 'a', quarter: '2026-Q2', language: 'zh-CN' } as const;
const issue = { kind: 'issue', id: 'a', snapshot: '{}', digest: 'd' } as const;

describe('a report', () => {
  it('is drafted once per quarter and language', () => {
    const reports = after(create);
    expect(refusal(reports, { ...create, id: 'b' })).toBe('report-exists');
    expect(refusal(reports, { ...create, id: 'b', language: 'en' })).toBe('allowed');
    expect(refusal(reports, { ...create, id: 'b', quarter: '2026Q2' })).toBe('report-quarter-invalid');
  });

  it('keeps a text per language, and volumes', () => {
    const reports = after(
      create,
      { kind: 'edit', id: 'a', edit: { overviewZh: '综述', overviewEn: 'Overview', volumeCurrent: 5 } },
      { kind: 'edit', id: 'a', edit: { overviewEn: null } },
    );
    const report = reports.get('a') ?? emptyReport('a');
    expect(textsOf(report)).toEqual({ overview: '综述' });
    expect(textsOf({ ...report, language: 'en' })).toEqual({});
    expect(volumesOf(report)).toEqual({ current: 5, previous: null, lastYear: null });
    expect(volumesOf(emptyReport('x'))).toBeNull();
  });

  it('does not change once it is issued', () => {
    const reports = after(create, issue);
    for (const command of [
      { kind: 'edit', id: 'a', edit: { overviewZh: '改' } },
      { kind: 'discard', id: 'a' },
      issue,
    ] as const) {
      expect(refusal(reports, command)).toBe('report-issued');
    }
  });

  it('is corrected by a new version that says why', () => {
    const drafted = after(create, { kind: 'edit', id: 'a', edit: { overviewZh: '综述' } });
    expect(refusal(drafted, { kind: 'correct', id: 'b', of: 'a' })).toBe('report-not-issued');
    const commands = [create, { kind: 'edit', id: 'a', edit: { overviewZh: '综述' } }, issue] as const;
    const corrected = after(...commands, { kind: 'correct', id: 'b', of: 'a' });
    expect(corrected.get('b')).toMatchObject({
      version: 2,
      correctionOf: 'a',
      overviewZh: '综述',
      status: 'draft',
      snapshot: null,
    });
    expect(refusal(corrected, { ...issue, id: 'b' })).toBe('report-note-missing');
    expect(refusal(corrected, { kind: 'correct', id: 'c', of: 'a' })).toBe('report-corrected');
    const again = after(
      ...commands,
      { kind: 'correct', id: 'b', of: 'a' },
      { kind: 'edit', id: 'b', edit: { changeNote: '补录三件' } },
      { ...issue, id: 'b' },
    );
    expect(again.get('b')?.status).toBe('issued');
    expect(again.get('a')).toMatchObject({ status: 'issued', version: 1 });
  });
});

describe('a snapshot', () => {
  const frozen = { at: 5, by: '王芳', dataVersion: 3, taxonomyVersion: '1.0.0' };
  const ledger = fc.array(
    fc.record({
      received: fc.integer({ min: dayOfDate('2025-01-01'), max: dayOfDate('2026-07-10') }),
      replied: fc.option(fc.integer({ min: 0, max: 40 })),
      outlet: fc.string({ unit: 'binary', maxLength: 8 }),
      severity: fc.option(fc.integer({ min: 1, max: 5 })),
      primaryLink: fc.constantFrom('G2.2.1', 'G3.1.1', null),
    }),
    { maxLength: 40 },
  );
  const day = (epochDay: number): string => new Date(epochDay * 86_400_000).toISOString().slice(0, 10);

  it('reads back what was issued, whatever it holds', () => {
    fc.assert(
      fc.property(ledger, fc.json({ noUnicodeString: false }), (events, text) => {
        const draft = draftReport(
          inputOf(
            events.map(({ received, replied, ...details }) =>
              event(day(received), replied === null ? null : day(received + replied), details),
            ),
          ),
        );
        const rows = rowsToFreeze(draft.rows, Object.values(windowsOf(draft.quarter, draft.through)));
        const written = writeSnapshot({
          format: 1,
          document: { text, sections: JSON.parse(JSON.stringify(draft.sections)) as object },
          rows,
          frozen,
        });
        const read = readSnapshot<{ text: string }>(written);
        if (!read.ok) throw new Error(read.failure.code);
        expect(read.value.rows).toEqual(rows);
        expect(read.value.document.text).toBe(text);
        expect(read.value.frozen).toEqual(frozen);
        expect(writeSnapshot(read.value)).toBe(written);
        // Every figure counts the same rows in what was frozen as in the ledger.
        for (const { blocks } of draft.sections)
          for (const block of blocks)
            for (const part of block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [])
              if (isFigure(part))
                for (const query of part.queries)
                  expect(selectRows(read.value.rows, query)).toEqual(selectRows(draft.rows, query));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', '{}', '{"format":2}', 'null', '{"format":1,"rows":{"events":{"count":0,"columns":{}}}}', '<html>'])(
    'is not read from %s',
    (text) => {
      expect(readSnapshot(text)).toMatchObject({ ok: false, failure: { code: 'snapshot-unreadable' } });
    },
  );
});
