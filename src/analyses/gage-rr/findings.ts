import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { pPhrase } from '../p-value';
import { figure, fixed, percent, say, term } from '../phrases';
import type { GageOutcome } from './outcome';
import { figuresOf, judgedShare, verdictOf } from './words';

/** Whether the measuring can be relied on, what weakens it, and how the figures came about. */
export function gageFindings(outcome: GageOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function shareOr(share: number | null): PhraseValue {
  return share === null ? '–' : percent(share);
}

function headline(outcome: GageOutcome): Findings['headline'] {
  const gage = figuresOf(outcome, 'totalGageRR');
  const share = judgedShare(outcome);
  return [
    {
      label: say('analyses.gageRr.headline.study'),
      value: shareOr(gage?.studyVariation ?? null),
      note: say('analyses.gageRr.headline.contribution', { share: shareOr(gage?.contribution ?? null) }),
    },
    ...(outcome.spec.tolerance === null
      ? []
      : [{ label: say('analyses.gageRr.headline.tolerance'), value: shareOr(gage?.tolerance ?? null) }]),
    { label: say('analyses.gageRr.headline.distinct'), value: outcome.distinct ?? '–' },
    ...(share === null
      ? []
      : [
          {
            label: say('analyses.gageRr.headline.verdict'),
            value: term(`analyses.gageRr.verdict.${verdictOf(share)}`),
          },
        ]),
  ];
}

function sentences(outcome: GageOutcome): Phrase[] {
  const share = judgedShare(outcome);
  const gage = figuresOf(outcome, 'totalGageRR');
  const repeat = figuresOf(outcome, 'repeatability')?.sd ?? 0;
  const reproduce = figuresOf(outcome, 'reproducibility')?.sd ?? 0;
  if (share === null || !gage) return [say('analyses.gageRr.finding.noVariation')];
  const basis = outcome.spec.tolerance === null ? 'study' : 'tolerance';
  const said = [
    say(`analyses.gageRr.finding.${verdictOf(share)}`, {
      share: percent(share),
      basis: term(`analyses.gageRr.word.basis.${basis}`),
    }),
  ];
  if (outcome.distinct !== null) {
    said.push(
      say(outcome.distinct >= 5 ? 'analyses.gageRr.finding.distinctGood' : 'analyses.gageRr.finding.distinctFew', {
        n: outcome.distinct,
      }),
    );
  }
  if (gage.sd > 0) {
    const params = { repeat: figure(repeat), reproduce: figure(reproduce) };
    said.push(
      say(
        repeat >= reproduce ? 'analyses.gageRr.finding.mostlyRepeat' : 'analyses.gageRr.finding.mostlyReproduce',
        params,
      ),
    );
  }
  return [...said, ...interactionSentence(outcome)];
}

function interactionSentence({ anova }: GageOutcome): Phrase[] {
  const p = anova?.full.interaction?.pValue ?? null;
  if (!anova || p === null) return [];
  return [
    say(anova.interactionPooled ? 'analyses.gageRr.finding.pooled' : 'analyses.gageRr.finding.interaction', {
      p: pPhrase(p),
    }),
  ];
}

const partsWanted = 10;

function reportCard(outcome: GageOutcome): Check[] {
  const { parts, operators, trials, anova, spec } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.gageRr.check.${code}`, params),
  });
  const shape = { parts: parts.length, operators: operators.length, trials, wanted: partsWanted };
  const enough = parts.length >= partsWanted && operators.length >= 3 && trials >= 2;
  return [
    check('good', 'balanced', shape),
    check(enough ? 'good' : 'caution', enough ? 'enough' : 'few', shape),
    ...(operators.length === 1 ? [check('caution', 'oneOperator')] : []),
    ...(anova && hasNegative(outcome) ? [check('caution', 'zeroed')] : []),
    ...(spec.tolerance === null ? [check('caution', 'noTolerance')] : []),
    check('caution', 'range'),
  ];
}

/** A component of 0 that a source of variation should have: its mean square was below the error. */
function hasNegative({ anova }: GageOutcome): boolean {
  const { operator, partToPart } = anova?.varianceComponents ?? { operator: 1, partToPart: 1 };
  return partToPart === 0 || (operator === 0 && (anova?.operators ?? 1) > 1);
}

function howComputed(outcome: GageOutcome): Phrase[] {
  const { anova, averageRange, distinct, spec } = outcome;
  const gage = figuresOf(outcome, 'totalGageRR');
  const part = figuresOf(outcome, 'partToPart');
  const said = anova ? anovaTexts(outcome) : [];
  if (averageRange) {
    said.push(
      say('analyses.gageRr.how.averageRange', {
        range: figure(averageRange.meanRange),
        k1: fixed(averageRange.factors.k1, 4),
        k2: fixed(averageRange.factors.k2, 4),
        k3: fixed(averageRange.factors.k3, 4),
        ev: figure(averageRange.equipment),
        av: figure(averageRange.appraiser),
      }),
    );
  }
  if (gage && part) {
    said.push(
      say('analyses.gageRr.how.study', {
        gage: figure(gage.sd),
        total: figure(figuresOf(outcome, 'total')?.sd ?? 0),
        share: shareOr(gage.studyVariation),
      }),
      say('analyses.gageRr.how.distinct', { part: figure(part.sd), gage: figure(gage.sd), n: distinct ?? '–' }),
    );
    if (spec.tolerance !== null) {
      said.push(
        say('analyses.gageRr.how.tolerance', {
          gage: figure(gage.sd),
          tolerance: figure(spec.tolerance),
          share: shareOr(gage.tolerance),
        }),
      );
    }
  }
  return [...said, say('analyses.gageRr.how.bands')];
}

function anovaTexts({ anova }: GageOutcome): Phrase[] {
  if (!anova) return [];
  const used = anova.reduced ?? anova.full;
  const line = (key: 'part' | 'operator' | 'interaction'): Phrase[] => {
    const found = used[key];
    return found === null || found.f === null || found.pValue === null
      ? []
      : [
          say('analyses.gageRr.how.line', {
            source: term(`analyses.gageRr.source.${key === 'part' ? 'partToPart' : key}`),
            df: found.df,
            ms: figure(found.ms),
            f: fixed(found.f, 2),
            p: pPhrase(found.pValue),
          }),
        ];
  };
  return [
    say(anova.reduced ? 'analyses.gageRr.how.reduced' : 'analyses.gageRr.how.full'),
    ...line('part'),
    ...line('operator'),
    ...line('interaction'),
    say('analyses.gageRr.how.error', { df: used.repeatability.df, ms: figure(used.repeatability.ms) }),
  ];
}
