import * as v from 'valibot';
import type { Failure, Result } from '../../kernel/result';
import { summarize } from '../../stats/descriptive/summary';
import { applyFilters } from '../../table/apply-filters';
import type { Table } from '../../table/column';
import { countMissing } from '../../table/group';
import { countRows } from '../../table/rows';
import type { AnalysisInput, SpecSchema } from '../contract';
import { findFlag } from '../find-flag';
import { findMeasure, measuredValues, openMeasure } from '../measure';
import { readSpec, specParts } from '../read-spec';
import { valuesFilter } from '../scope';
import { positiveOrNone, within } from '../series-fields';

const questions = ['share', 'mean', 'twoShares', 'twoMeans'] as const;
const confidences = ['90', '95', '99'] as const;
const sidedness = ['two-sided', 'one-sided'] as const;

export interface SampleSizeSpec {
  /** Estimate a share or a mean closely enough, or find a difference of two shares or two means. */
  readonly question: (typeof questions)[number];
  /** Percent. */
  readonly share: number;
  /** Percentage points. */
  readonly sharePoints: number;
  readonly sd: number;
  readonly margin: number;
  readonly confidence: (typeof confidences)[number];
  readonly population: number | null;
  /** Percent of one group and of the other. */
  readonly from: number;
  readonly to: number;
  readonly delta: number;
  /** Percent. */
  readonly power: number;
  /** Percent: the chance to find a difference where there is none. */
  readonly alpha: number;
  readonly sides: (typeof sidedness)[number];
  /** A sample that is at hand, per group where there are two. */
  readonly given: number | null;
  /** Percent of those invited who answer, or whose records can be used. */
  readonly response: number;
}

const one = { key: 'question', in: ['share', 'mean'] };
const two = { key: 'question', in: ['twoShares', 'twoMeans'] };
const spread = { key: 'question', in: ['mean', 'twoMeans'] };

/** The options form. */
export const sampleSizeSchema: SpecSchema = {
  fields: [
    { key: 'question', input: 'choice', choices: questions },
    { key: 'share', input: 'number', min: 0.001, max: 99.999, showWhen: { key: 'question', in: ['share'] } },
    { key: 'sharePoints', input: 'number', min: 0.001, max: 50, showWhen: { key: 'question', in: ['share'] } },
    { key: 'from', input: 'number', min: 0.0001, max: 99.9999, showWhen: { key: 'question', in: ['twoShares'] } },
    { key: 'to', input: 'number', min: 0.0001, max: 99.9999, showWhen: { key: 'question', in: ['twoShares'] } },
    { key: 'sd', input: 'number', min: 0, showWhen: spread },
    { key: 'margin', input: 'number', min: 0, showWhen: { key: 'question', in: ['mean'] } },
    { key: 'delta', input: 'number', showWhen: { key: 'question', in: ['twoMeans'] } },
    { key: 'confidence', input: 'choice', choices: confidences, showWhen: one },
    { key: 'power', input: 'number', min: 1, max: 99.9, showWhen: two },
    { key: 'given', input: 'number', min: 2, step: 1, optional: true },
    { key: 'response', input: 'number', min: 1, max: 100 },
    { key: 'population', input: 'number', min: 1, step: 1, optional: true, showWhen: one, advanced: true },
    { key: 'alpha', input: 'number', min: 0.1, max: 20, showWhen: two, advanced: true },
    { key: 'sides', input: 'choice', choices: sidedness, showWhen: two, advanced: true },
  ],
};

const stored: v.GenericSchema<unknown, SampleSizeSpec> = v.object({
  question: specParts.choice(questions, 'share'),
  share: within(0, 100, 50),
  sharePoints: within(0, 50, 5),
  sd: specParts.number(10),
  margin: specParts.number(1),
  confidence: specParts.choice(confidences, '95'),
  population: positiveOrNone,
  from: within(0, 100, 80),
  to: within(0, 100, 85),
  delta: specParts.number(5),
  power: within(1, 99.9, 80),
  alpha: within(0.1, 20, 5),
  sides: specParts.choice(sidedness, 'two-sided'),
  given: positiveOrNone,
  response: within(1, 100, 100),
});

/** A sample size spec from unknown data. */
export function parseSampleSizeSpec(raw: unknown): Result<SampleSizeSpec, Failure> {
  return readSpec(stored, raw);
}

/** The customary plan, with a share and a standard deviation of the data where it has them. */
export function sampleSizeDefaults({ table }: AnalysisInput): Result<SampleSizeSpec, Failure> {
  return parseSampleSizeSpec({ ...fromFlag(table), ...fromMeasure(table) });
}

/** The rarer answer of the first yes/no column, and a fifth fewer of it as what is worth finding. */
function fromFlag(table: Table): Partial<SampleSizeSpec> {
  const flag = findFlag(table);
  if (!flag) return {};
  const rows = applyFilters(table, [valuesFilter(flag.column, [flag.rarer])]);
  const all = table.rows - countMissing(flag.column, null);
  const share = rows.ok && all > 0 ? short((100 * countRows(rows.value, table.rows)) / all) : 0;
  return share > 0 && share < 100 ? { share, from: share, to: short(share * 0.8) } : {};
}

/** The scatter of the likeliest measure; a tenth of it is a close estimate, half of it a medium difference. */
function fromMeasure(table: Table): Partial<SampleSizeSpec> {
  const column = findMeasure(table);
  const measure = column ? openMeasure(table, column.id) : null;
  if (!measure?.ok) return {};
  const { sd } = summarize(measuredValues(measure.value.column).map((value) => value / measure.value.size));
  return sd === null || !(sd > 0) ? {} : { sd: short(sd), margin: short(sd / 10), delta: short(sd / 2) };
}

/** Three significant digits: what a person would type. */
function short(value: number): number {
  return Number(value.toPrecision(3));
}
