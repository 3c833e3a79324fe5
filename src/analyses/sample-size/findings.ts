import type { Phrase, PhraseValue } from '../../kernel/result';
import { normalUpperQuantile } from '../../stats/distributions/normal';
import { arcsineSampleSize } from '../../stats/sampling/power-z';
import type { Check, Findings } from '../contract';
import { figure, fixed, percent, say, term } from '../phrases';
import type { SampleSizeOutcome } from './outcome';
import type { SampleSizeSpec } from './spec';
import { achieved, aim, yields } from './words';

/** Expected events below which the normal approximation is a stretch. */
const fewestEvents = 5;

/** How many are needed, what the sample at hand can do, and what the number rests on. */
export function sampleSizeFindings(outcome: SampleSizeOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function inputs(spec: SampleSizeSpec): Record<string, PhraseValue> {
  return {
    share: percent(spec.share / 100, 1),
    points: figure(spec.sharePoints),
    sd: figure(spec.sd),
    margin: figure(spec.margin),
    confidence: percent(Number(spec.confidence) / 100, 0),
    from: percent(spec.from / 100, decimals(spec.from)),
    to: percent(spec.to / 100, decimals(spec.to)),
    delta: figure(spec.delta),
    power: percent(spec.power / 100, 0),
    alpha: percent(spec.alpha / 100, 0),
    sides: term(`analyses.sampleSize.choice.sides.${spec.sides}`),
  };
}

/** As many decimals of a percentage as were typed, so that 0.235 % does not become 0.2 %. */
function decimals(value: number): number {
  return Math.min(4, Math.max(1, /\.(\d+)$/.exec(String(value))?.[1].length ?? 0));
}

function headline(outcome: SampleSizeOutcome): Findings['headline'] {
  const { plan, groups, invited, spec, given } = outcome;
  return [
    {
      label: say(`analyses.sampleSize.headline.${groups === 2 ? 'perGroup' : 'n'}`),
      value: plan.n,
      ...(groups === 2 ? { note: say('analyses.sampleSize.headline.total', { n: plan.n * 2 }) } : {}),
    },
    {
      label: say(`analyses.sampleSize.headline.${yields(spec)}`),
      value: achieved(outcome, plan.value),
      note: say(`analyses.sampleSize.headline.note.${spec.question}`),
    },
    {
      label: say('analyses.sampleSize.headline.invited'),
      value: invited,
      note: say('analyses.sampleSize.headline.response', { share: percent(spec.response / 100, 0) }),
    },
    ...(given
      ? [
          {
            label: say('analyses.sampleSize.headline.given', { n: given.n }),
            value: achieved(outcome, given.value),
            note: say(`analyses.sampleSize.headline.note.${spec.question}`),
          },
        ]
      : []),
  ];
}

function sentences(outcome: SampleSizeOutcome): Phrase[] {
  const { plan, given, spec, invited } = outcome;
  const params = { ...inputs(spec), n: plan.n, total: plan.n * 2, value: achieved(outcome, plan.value) };
  const said = [say(`analyses.sampleSize.finding.${spec.question}`, params)];
  if (given) {
    const isEnough = yields(spec) === 'power' ? given.value >= aim(spec) : given.value <= aim(spec) * (1 + 1e-9);
    said.push(
      say(`analyses.sampleSize.finding.${yields(spec)}${isEnough ? 'Enough' : 'Short'}`, {
        n: given.n,
        value: achieved(outcome, given.value),
        more: Math.max(0, plan.n - given.n),
      }),
    );
  }
  if (spec.response < 100) {
    said.push(say('analyses.sampleSize.finding.invited', { n: invited, share: percent(spec.response / 100, 0) }));
  }
  return said;
}

function reportCard({ spec, plan }: SampleSizeOutcome): Check[] {
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.sampleSize.check.${code}`, params),
  });
  const checks: Check[] = [];
  if (spec.question === 'share' || spec.question === 'twoShares') {
    const shares = spec.question === 'share' ? [spec.share] : [spec.from, spec.to];
    const events = Math.min(...shares.map((share) => (plan.n * Math.min(share, 100 - share)) / 100));
    checks.push(
      events < fewestEvents
        ? check('bad', 'fewEvents', { n: fixed(events, 1) })
        : check('good', 'events', { n: fixed(events, 0) }),
    );
    if (spec.question === 'share' && Math.min(spec.share, 100 - spec.share) <= spec.sharePoints) {
      checks.push(check('caution', 'wide'));
    }
  } else checks.push(check('caution', 'sd'));
  if (plan.n < 30) checks.push(check('caution', 'small', { n: plan.n }));
  checks.push(check('caution', yields(spec) === 'power' ? 'worth' : 'random'));
  checks.push(check('caution', 'independent'));
  if (spec.sides === 'one-sided' && yields(spec) === 'power') checks.push(check('caution', 'oneSided'));
  return checks;
}

function howComputed({ spec, raw, plan }: SampleSizeOutcome): Phrase[] {
  const { question, population } = spec;
  const z = normalUpperQuantile((1 - Number(spec.confidence) / 100) / 2);
  const tail = spec.alpha / 100 / (spec.sides === 'two-sided' ? 2 : 1);
  const params = {
    ...inputs(spec),
    z: fixed(z, 4),
    zAlpha: fixed(normalUpperQuantile(tail), 4),
    zPower: fixed(normalUpperQuantile(1 - spec.power / 100), 4),
    raw: fixed(raw, 2),
    n: plan.n,
  };
  const how = [say(`analyses.sampleSize.how.${question}`, params)];
  if (yields(spec) === 'margin' && population !== null) {
    how.push(say('analyses.sampleSize.how.population', { population }));
  }
  if (question === 'twoShares') {
    const other = arcsineSampleSize(
      { alpha: spec.alpha / 100, sides: spec.sides, from: spec.from / 100, to: spec.to / 100 },
      spec.power / 100,
    );
    if (other.ok) how.push(say('analyses.sampleSize.how.arcsine', { n: fixed(other.value, 1) }));
  }
  return how;
}
