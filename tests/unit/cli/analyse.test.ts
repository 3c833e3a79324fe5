import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { slices } from '../../../src/analyses/registry';
import { analyse } from '../../../src/cli/analyse';

const folder = mkdtempSync(join(tmpdir(), 'analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the command and returns its exit code and the object it printed. */
async function run(file: string, request: unknown): Promise<{ code: number; printed: Record<string, never> }> {
  let text = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    const spec = put('spec.json', typeof request === 'string' ? request : JSON.stringify(request));
    const code = await analyse([file, '--spec', spec]);
    return { code, printed: JSON.parse(text) as Record<string, never> };
  } finally {
    write.mockRestore();
  }
}

const months = ['2024-01', '2024-02', '2024-03', '2024-04'];
const rows = months.flatMap((month, m) =>
  Array.from({ length: 40 }, (_, i) =>
    [`${month}-${String((i % 28) + 1).padStart(2, '0')}`, i % 4 === 0 ? '排队' : '态度', i < m + 3 ? '是' : '否'].join(
      ',',
    ),
  ),
);
const complaints = put('complaints.csv', ['日期,类别,是否超时', ...rows].join('\n'));
const volumes = put(
  'volumes.csv',
  ['月份,业务笔数', ...months.map((month, i) => `${month},${1000 * (i + 1)}`)].join('\n'),
);

describe('engine analyse', () => {
  it('Pareto by header name, with the coding laid over the file', async () => {
    const plain = await run(complaints, { analysis: 'pareto', spec: { column: '类别' } });
    expect(plain.code).toBe(0);
    expect(plain.printed).toMatchObject({
      outcome: {
        bars: [
          { key: '态度', value: 120 },
          { key: '排队', value: 40 },
        ],
      },
    });
    const coded = await run(complaints, {
      analysis: 'pareto',
      spec: { column: 'category' },
      coding: { column: '类别', map: { 排队: 'G2.2.1' } },
    });
    expect(coded.printed).toMatchObject({
      outcome: {
        bars: [
          { key: 'G2', value: 40 },
          { kind: 'uncoded', value: 120 },
        ],
      },
    });
  });
  it('p chart from yes and no as the file says them', async () => {
    const spec = {
      chart: 'p',
      subgroup: 'month',
      dateColumn: '日期',
      countedColumn: '是否超时',
      countedValues: ['是'],
    };
    const { code, printed } = await run(complaints, { analysis: 'control-chart', spec });
    expect(code).toBe(0);
    expect(printed).toMatchObject({
      analysis: 'controlChart',
      outcome: { labels: months, numerators: [3, 4, 5, 6], sizes: [40, 40, 40, 40] },
    });
  });
  it('u chart with a second file beside the spec, and a period in ISO dates', async () => {
    const spec = {
      chart: 'u',
      subgroup: 'month',
      dateColumn: '日期',
      numerator: 'rows',
      denominator: 'second',
      secondKey: '月份',
      secondNumber: '业务笔数',
      period: { from: '2024-02', before: '2024-05-01' },
      filters: [{ column: '日期', op: 'range', from: '2024-01-15', before: null }],
    };
    const { printed } = await run(complaints, { analysis: 'controlChart', spec, second: 'volumes.csv' });
    expect(printed).toMatchObject({ outcome: { labels: months.slice(1), sizes: [2000, 3000, 4000] } });
    expect(volumes).toContain('volumes.csv');
  });
  it('DPMO, with findings as codes and English text', async () => {
    const spec = { countedColumn: '是否超时', countedValues: ['是'], opportunities: 2 };
    const { printed } = await run(complaints, { analysis: 'dpmo', spec });
    expect(printed).toMatchObject({ outcome: { overall: { defects: 18, units: 160, dpmo: 56_250 } } });
    const { sentences, headline } = printed['findings'] as {
      sentences: { code: string; text: string }[];
      headline: { text: string }[];
    };
    expect(sentences[0]).toMatchObject({ code: 'analyses.dpmo.finding.rate' });
    expect(sentences[0].text).toContain('18 defects in 160 units with 2 opportunities each');
    expect(headline[0].text).toBe('56,250');
  });
  it('a spec without keys runs on what the analysis proposes', async () => {
    expect((await run(complaints, { analysis: 'pareto' })).code).toBe(0);
    expect((await run(complaints, { analysis: 'control-chart' })).code).toBe(0);
  });
  it('refuses in one JSON object with a sentence, exit code 2', async () => {
    const refusals: [unknown, string][] = [
      [{ analysis: 'tarot' }, 'analysis-unknown'],
      [{ analysis: 'pareto', spec: { column: '没有' } }, 'column-unknown'],
      [{ analysis: 'pareto', spec: { weight: 'luck' } }, 'spec-invalid'],
      [{ spec: {} }, 'spec-invalid'],
      ['{', 'spec-not-json'],
      [{ analysis: 'pareto', second: 'gone.csv' }, 'file-unreadable'],
      [{ analysis: 'pareto', coding: { column: '没有', map: {} } }, 'column-unknown'],
    ];
    for (const [request, failure] of refusals) {
      const { code, printed } = await run(complaints, request);
      expect([code, printed]).toMatchObject([2, { failure: { code: failure } }]);
      expect((printed['failure'] as { message: string }).message).not.toMatch(/failure\.|\{/);
    }
  });
  it('names every registered analysis where one is unknown', async () => {
    const { printed } = await run(complaints, { analysis: 'tarot' });
    const { message } = printed['failure'] as { message: string };
    for (const { id } of slices) expect(message).toContain(id);
  });
});
