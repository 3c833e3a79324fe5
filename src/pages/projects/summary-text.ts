import type { ProjectSummary } from '../../app/project-summary';
import type { Translator } from '../../i18n/translator';

type Words = Pick<Translator, 't' | 'phrase' | 'formats'>;

/** The phase of a project, or that all gates are passed. */
export function phaseText({ t }: Words, { phase }: ProjectSummary): string {
  return phase === null ? t('projects.allPassed') : t(`artefacts.phase.${phase}`);
}

/** How long the phase still has. */
export function timeText({ t }: Words, { daysLeft, phase }: ProjectSummary): string {
  if (phase === null) return '–';
  if (daysLeft === null) return t('projects.noDate');
  return daysLeft < 0 ? t('projects.daysLate', { n: -daysLeft }) : t('projects.daysLeftValue', { n: daysLeft });
}

/** The word of a unit. */
export function unitText({ phrase }: Words, unit: string): string {
  return phrase({ code: `artefacts.choice.unit.${unit}`, params: {} });
}

/** From the baseline to the target, without the unit. */
export function rangeText({ formats }: Words, { baseline, target }: ProjectSummary): string {
  return baseline === null || target === null ? '–' : `${formats.number(baseline)} → ${formats.number(target)}`;
}

/** From the baseline to the target. */
export function metricText(words: Words, project: ProjectSummary): string {
  const { t, formats } = words;
  const { baseline, target, unit } = project;
  if (baseline === null || target === null) return '–';
  const word = unit === '' ? '' : unitText(words, unit);
  return t('projects.metricValue', {
    baseline: formats.number(baseline),
    target: formats.number(target),
    unit: word,
  }).trim();
}

/** The benefit in yuan a year. */
export function benefitText({ t, formats }: Words, { benefit }: ProjectSummary): string {
  return benefit === null ? '–' : t('projects.benefitValue', { amount: formats.number(benefit, 0) });
}
