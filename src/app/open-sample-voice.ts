import { sampleVoice } from '../domain/sample/voice';
import { newId } from '../kernel/ids';
import type { Failure, Result } from '../kernel/result';
import type { Translator } from '../i18n/translator';
import { wallNow } from './quality-records';
import type { Workbench } from './workbench.svelte';

const kinds = ['survey', 'surveyAnswer', 'monitoring', 'training', 'standardAnswer', 'indicator'] as const;

/** Whether the sample may be filled in: it is open, and nothing of a person's own would stand between its records. */
export async function canOpenSampleVoice(workbench: Workbench): Promise<boolean> {
  if (!workbench.datasets.some(({ manifest }) => manifest.source.invented)) return false;
  const found = await Promise.all(kinds.map((kind) => workbench.store.all(kind)));
  return found.every((records) => records.ok && records.value.length === 0);
}

/** Fills surveys, monitoring and indicators with the invented records of the sample, in one act. */
export function openSampleVoice(
  workbench: Workbench,
  { locale }: Pick<Translator, 'locale'>,
): Promise<Result<null, Failure>> {
  const changes = sampleVoice(locale === 'en' ? 'en' : 'zh', wallNow(), () => newId());
  return workbench.commit(changes, { code: 'sampleVoice' }, { durability: 'strict' });
}
