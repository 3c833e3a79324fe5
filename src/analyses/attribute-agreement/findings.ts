import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { pPhrase } from '../p-value';
import { figure, fixed, list, percent, say, term } from '../phrases';
import type { Agreement, AgreementOutcome } from './outcome';
import { kappaOr, verdictOf } from './words';

const confusionsSaid = 3;
/** A study worth deciding on has so many cases; fewer than half of that say little. */
const casesWanted = 50;
const casesLeast = 20;

/** How far raters agree, where they do not, and what the figures stand on. */
export function agreementFindings(outcome: AgreementOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

/** The kappa that is judged: Fleiss for many, Cohen (weighted for grades) for two. */
export function mainAgreement({ whole, pairs, againstReference, raters }: AgreementOutcome): Agreement {
  if (raters.length === 1) return againstReference[0];
  return raters.length === 2 ? pairs[0] : whole;
}

function headline(outcome: AgreementOutcome): Findings['headline'] {
  const { whole, allAgainstReference, referenceName } = outcome;
  const main = mainAgreement(outcome);
  const interval = main.kappaInterval;
  return [
    shareHeadline('share', whole),
    {
      label: say('analyses.attributeAgreement.headline.kappa'),
      value: kappaOr(main.kappa),
      ...(interval
        ? {
            note: say('analyses.attributeAgreement.headline.interval', {
              low: fixed(interval.low, 2),
              high: fixed(interval.high, 2),
            }),
          }
        : {}),
    },
    ...(main.kappa === null
      ? []
      : [
          {
            label: say('analyses.attributeAgreement.headline.verdict'),
            value: term(`analyses.attributeAgreement.verdict.${verdictOf(main.kappa)}`),
          },
        ]),
    ...(allAgainstReference && referenceName !== null ? [shareHeadline('reference', allAgainstReference)] : []),
    ...(allAgainstReference === null
      ? [{ label: say('analyses.attributeAgreement.headline.cases'), value: whole.n }]
      : []),
  ];
}

function shareHeadline(key: 'share' | 'reference', of: Agreement): Findings['headline'][number] {
  return {
    label: say(`analyses.attributeAgreement.headline.${key}`),
    value: percent(of.share),
    note: say('analyses.attributeAgreement.headline.shareNote', {
      agreed: of.agreed,
      of: of.n,
      low: percent(of.interval.low),
      high: percent(of.interval.high),
    }),
    ...(of.agreed < of.n ? { drill: of.disagreements } : {}),
  };
}

function sentences(outcome: AgreementOutcome): Phrase[] {
  const { whole, raters, pairs, kendall } = outcome;
  const main = mainAgreement(outcome);
  const said = [
    say('analyses.attributeAgreement.finding.share', {
      raters: raters.length,
      n: whole.n,
      agreed: whole.agreed,
      share: percent(whole.share),
      low: percent(whole.interval.low),
      high: percent(whole.interval.high),
    }),
  ];
  if (main.kappa === null) said.push(say('analyses.attributeAgreement.finding.noKappa'));
  else
    said.push(
      say(`analyses.attributeAgreement.finding.kappa.${verdictOf(main.kappa)}`, { kappa: fixed(main.kappa, 3) }),
    );
  if (kendall)
    said.push(
      say('analyses.attributeAgreement.finding.kendall', { w: fixed(kendall.w, 3), p: pPhrase(kendall.pValue) }),
    );
  if (pairs.length > 1) {
    const worst = pairs[0];
    said.push(
      say('analyses.attributeAgreement.finding.worstPair', {
        first: worst.first,
        second: worst.second,
        share: percent(worst.share),
      }),
    );
  }
  return [...said, ...referenceSentences(outcome), ...levelSentence(outcome), ...confusionSentences(outcome)];
}

function referenceSentences({ againstReference }: AgreementOutcome): Phrase[] {
  return [...againstReference]
    .sort((a, b) => a.share - b.share)
    .slice(0, confusionsSaid)
    .map((pair) =>
      say('analyses.attributeAgreement.finding.reference', {
        rater: pair.first,
        agreed: pair.agreed,
        n: pair.n,
        share: percent(pair.share),
        low: percent(pair.interval.low),
        high: percent(pair.interval.high),
        kappa: kappaOr(pair.kappa),
      }),
    );
}

/** Good agreement above, poor below: people know the kind of problem, not its exact place. */
function levelSentence({ levels }: AgreementOutcome): Phrase[] {
  if (levels.length < 3) return [];
  const [link, aspect, category] = levels;
  const params = {
    link: kappaOr(link.kappa),
    aspect: kappaOr(aspect.kappa),
    category: kappaOr(category.kappa),
  };
  const isDetail = link.kappa !== null && category.kappa !== null && category.kappa - link.kappa >= 0.1;
  return [
    say(
      isDetail ? 'analyses.attributeAgreement.finding.levelsDetail' : 'analyses.attributeAgreement.finding.levels',
      params,
    ),
  ];
}

function confusionSentences({ confusions, referenceName, categories }: AgreementOutcome): Phrase[] {
  const pairs = confusions.slice(0, confusionsSaid);
  const said = pairs.map(({ first, second, count }) =>
    say(
      referenceName === null
        ? 'analyses.attributeAgreement.finding.confused'
        : 'analyses.attributeAgreement.finding.mistaken',
      { first, second, n: count },
    ),
  );
  const weak = categories
    .filter(({ kappa, share }) => kappa !== null && kappa < 0.4 && share >= 0.01)
    .sort((a, b) => (a.kappa ?? 0) - (b.kappa ?? 0))
    .slice(0, confusionsSaid);
  if (weak.length > 0) {
    const names: PhraseValue[] = weak.map(({ label }) => label);
    said.push(say('analyses.attributeAgreement.finding.weak', { names: list(names) }));
  }
  if (pairs.length > 0) said.push(say('analyses.attributeAgreement.finding.next'));
  return said;
}

function reportCard(outcome: AgreementOutcome): Check[] {
  const { whole, incomplete, rows, categories, raters, spec } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.attributeAgreement.check.${code}`, params),
  });
  const amount = whole.n >= casesWanted ? 'good' : whole.n >= casesLeast ? 'caution' : 'bad';
  const rare = categories.filter(({ share }) => share * whole.n * raters.length < 3).length;
  const width = whole.interval.high - whole.interval.low;
  return [
    check(amount, `amount.${amount}`, { n: whole.n, wanted: casesWanted, least: casesLeast }),
    check(width <= 0.2 ? 'good' : 'caution', width <= 0.2 ? 'precise' : 'imprecise', {
      low: percent(whole.interval.low),
      high: percent(whole.interval.high),
    }),
    ...(incomplete > 0
      ? [
          check(incomplete / rows > 0.2 ? 'bad' : 'caution', 'incomplete', {
            n: incomplete,
            share: percent(incomplete / rows),
          }),
        ]
      : []),
    ...(rare > 0 ? [check('caution', 'rare', { n: rare, of: categories.length })] : []),
    ...(categories.some(({ share }) => share > 0.9) ? [check('caution', 'prevalence')] : []),
    ...(spec.reference === null ? [check('caution', 'noReference')] : []),
    check('caution', 'blind'),
  ];
}

function howComputed(outcome: AgreementOutcome): Phrase[] {
  const { whole, raters, categories, spec, kendall, wholePValue } = outcome;
  const main = mainAgreement(outcome);
  return [
    say('analyses.attributeAgreement.how.share', {
      agreed: whole.agreed,
      n: whole.n,
      share: percent(whole.share),
    }),
    raters.length > 2
      ? say('analyses.attributeAgreement.how.fleiss', {
          kappa: kappaOr(whole.kappa),
          raters: raters.length,
          categories: categories.length,
          p: wholePValue === null ? '–' : pPhrase(wholePValue),
        })
      : say(
          spec.scale === 'ordinal'
            ? `analyses.attributeAgreement.how.${spec.weights}`
            : 'analyses.attributeAgreement.how.cohen',
          {
            kappa: kappaOr(main.kappa),
            categories: categories.length,
          },
        ),
    ...(kendall
      ? [
          say('analyses.attributeAgreement.how.kendall', {
            w: fixed(kendall.w, 4),
            chi: figure(kendall.chiSquared),
            df: kendall.df,
            p: pPhrase(kendall.pValue),
          }),
        ]
      : []),
    say('analyses.attributeAgreement.how.category'),
    say('analyses.attributeAgreement.how.bands'),
  ];
}
