import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../src/domain/taxonomy/default-taxonomy';
import { fail, ok, type Result } from '../../../src/kernel/result';
import type { BlockStore } from '../../../src/store/types';
import { DatasetCache } from '../../../src/worker/dataset-cache';
import { createCodingJobs } from '../../../src/worker/jobs/coding-jobs';
import type { CodedDataset, DatasetRef, JobHooks } from '../../../src/worker/protocol';
import { words } from '../table/build-table';

const hooks: JobHooks = { signal: new AbortController().signal, onProgress: () => undefined };
const texts: Readonly<Record<string, readonly (string | null)[]>> = {
  march: ['蓝鲸卡积分兑不了', '蓝鲸卡又不能用', null, '排队两小时'],
  april: ['这张蓝鲸卡怎么回事', '蓝鲸卡打不开'],
};
const code = 'G2.3.1';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function refOf(id: string, byRow: Readonly<Record<string, string>> = {}): DatasetRef {
  return {
    id,
    rows: texts[id].length,
    chunkRows: 65_536,
    columns: [{ id: 'c0', name: '内容', type: 'text' }],
    blocks: [],
    coding: { column: null, byValue: {}, byRow, contributing: {} },
  };
}

function open(): { readonly jobs: ReturnType<typeof createCodingJobs>; readonly reads: string[] } {
  const reads: string[] = [];
  const blocks = {
    read: (id: string) => {
      reads.push(id);
      return Promise.resolve(
        id === 'gone'
          ? fail('block-damaged')
          : ok({ rows: texts[id].length, columns: [words('c0', texts[id], '内容')] }),
      );
    },
  } as unknown as BlockStore;
  const cache = new DatasetCache(blocks);
  return { jobs: createCodingJobs(() => Promise.resolve(cache)), reads };
}

async function firstOf(
  jobs: ReturnType<typeof createCodingJobs>,
  more: { elsewhere?: readonly CodedDataset[]; confirmed?: readonly { text: string; code: string }[] } = {},
): Promise<readonly string[]> {
  const queue = valueOf(
    await jobs.codingQueue(
      { dataset: refOf('april'), textColumn: 'c0', taxonomy: defaultTaxonomy, skip: [], limit: 5, ...more },
      hooks,
    ),
  );
  return queue.items.map(({ suggestions }) => suggestions.at(0)?.code ?? '');
}

describe('suggestions for rows', () => {
  const march = { dataset: refOf('march', { 0: code, 1: code, 2: code }), textColumn: 'c0' };

  it('learn from what was confirmed in another dataset', async () => {
    const { jobs } = open();
    expect(defaultTaxonomy.links.map((link) => link.code)).toContain(code);
    expect(await firstOf(jobs)).not.toContain(code);
    expect(await firstOf(jobs, { elsewhere: [march] })).toEqual([code, code]);
  });

  it('read another dataset once, and again when its coding has changed', async () => {
    const { jobs, reads } = open();
    for (let i = 0; i < 3; i++) await firstOf(jobs, { elsewhere: [march] });
    expect(reads.filter((id) => id === 'march')).toHaveLength(1);
    const other = { ...march, dataset: refOf('march', { 3: code }) };
    expect(await firstOf(jobs, { elsewhere: [other] })).not.toEqual([code, code]);
  });

  it('go without a dataset that cannot be read', async () => {
    const { jobs } = open();
    const gone = { ...march, dataset: { ...march.dataset, id: 'gone' } };
    expect(await firstOf(jobs, { elsewhere: [gone, march] })).toEqual([code, code]);
  });

  it('learn from values that were mapped', async () => {
    const { jobs } = open();
    expect(await firstOf(jobs, { confirmed: [{ text: '蓝鲸卡', code }] })).toEqual([code, code]);
    const ask = (confirmed: readonly { text: string; code: string }[]) =>
      valueOf(
        jobs.suggestForValues({ taxonomy: defaultTaxonomy, values: ['蓝鲸卡问题'], confirmed }, hooks) as Result<
          readonly (readonly { code: string }[])[]
        >,
      );
    expect(ask([])[0].map((one) => one.code)).not.toContain(code);
    expect(ask([{ text: '蓝鲸卡', code }])[0][0].code).toBe(code);
  });
});
