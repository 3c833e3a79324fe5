import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { fixed, percent, say } from '../phrases';
import type { StaffingOutcome } from './outcome';

/** Above this, agents have no breath between calls and handling times grow. */
const tiring = 0.85;
const idle = 0.6;

/** How many agents the promise takes, what one fewer would mean, and what the model leaves out. */
export function staffingFindings(outcome: StaffingOutcome): Findings {
  const { plan, spec, paid, fewer, forLevel } = outcome;
  const params = {
    n: plan.agents,
    level: percent(plan.serviceLevel),
    target: percent(spec.level / 100),
    seconds: spec.withinSeconds,
    wait: fixed(plan.averageWaitSeconds ?? 0, 1),
    waiting: percent(plan.waitProbability),
    occupancy: percent(plan.occupancy),
    paid,
    shrinkage: percent(spec.shrinkage / 100),
  };
  const sentences = [say('analyses.staffing.finding.plan', params)];
  if (plan.agents > forLevel) {
    sentences.push(
      say('analyses.staffing.finding.occupancy', { n: forLevel, most: percent((spec.mostOccupied ?? 100) / 100) }),
    );
  }
  sentences.push(
    fewer
      ? say('analyses.staffing.finding.fewer', {
          n: fewer.agents,
          level: percent(fewer.serviceLevel),
          wait: fixed(fewer.averageWaitSeconds ?? 0, 1),
        })
      : say('analyses.staffing.finding.unstable', { n: plan.agents }),
  );
  if (spec.shrinkage > 0) sentences.push(say('analyses.staffing.finding.paid', params));
  return {
    headline: [
      {
        label: say('analyses.staffing.headline.agents'),
        value: plan.agents,
        note: say('analyses.staffing.headline.paid', { n: paid }),
      },
      {
        label: say('analyses.staffing.headline.level', { seconds: spec.withinSeconds }),
        value: params.level,
        note: say('analyses.staffing.headline.target', { target: params.target }),
      },
      { label: say('analyses.staffing.headline.wait'), value: params.wait },
      { label: say('analyses.staffing.headline.occupancy'), value: params.occupancy },
    ],
    sentences,
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function reportCard({ plan, spec }: StaffingOutcome): Check[] {
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.staffing.check.${code}`, params),
  });
  const occupancy = percent(plan.occupancy);
  const checks = [
    plan.occupancy > tiring
      ? check('bad', 'tiring', { occupancy })
      : plan.occupancy < idle
        ? check('caution', 'idle', { occupancy })
        : check('good', 'occupied', { occupancy }),
  ];
  if (spec.shrinkage === 0) checks.push(check('caution', 'noShrinkage'));
  checks.push(check('caution', 'steady'), check('caution', 'patience'));
  return checks;
}

function howComputed({ plan, spec }: StaffingOutcome): Phrase[] {
  const free = plan.agents - plan.erlangs;
  return [
    say('analyses.staffing.how.load', {
      arrivals: spec.arrivals,
      handling: spec.handling,
      load: fixed(plan.erlangs, 4),
    }),
    say('analyses.staffing.how.waiting', { n: plan.agents, waiting: fixed(plan.waitProbability, 4) }),
    say('analyses.staffing.how.level', {
      waiting: fixed(plan.waitProbability, 4),
      free: fixed(free, 4),
      seconds: spec.withinSeconds,
      handling: spec.handling,
      level: percent(plan.serviceLevel, 2),
    }),
    say('analyses.staffing.how.wait', {
      waiting: fixed(plan.waitProbability, 4),
      handling: spec.handling,
      free: fixed(free, 4),
      wait: fixed(plan.averageWaitSeconds ?? 0, 2),
    }),
    say('analyses.staffing.how.occupancy', {
      load: fixed(plan.erlangs, 4),
      n: plan.agents,
      occupancy: percent(plan.occupancy),
    }),
  ];
}
