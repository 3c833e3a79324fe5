import type { Translator } from '../i18n/translator';
import type { Toasts } from '../ui/toasts.svelte';
import { workUnderWay, type Work } from './unsaved-work';

export interface UpdateOffer {
  readonly toasts: Toasts;
  readonly translator: () => Translator;
  /** Puts the new version in charge; every tab reloads. */
  readonly apply: () => void;
  readonly underWay?: () => Promise<Work | null>;
  readonly everyMs?: number;
}

/**
 * Offers a new version. Once it is asked for, it waits until no tab is importing, merging or filling in a sheet, says
 * so, and offers to go on all the same; whoever dismisses that keeps the old version for now.
 */
export function offerUpdate(offer: UpdateOffer): void {
  const { toasts, translator } = offer;
  const { t } = translator();
  const run = (): void => void updateWhenIdle(offer);
  toasts.show(t('start.update'), { action: { label: t('start.updateNow'), run }, ms: Infinity });
}

async function updateWhenIdle(offer: UpdateOffer): Promise<void> {
  const { toasts, translator, apply, underWay = workUnderWay, everyMs = 500 } = offer;
  let told = null as { readonly work: Work; readonly id: number } | null;
  let idle = 0;
  // What was in hand is let go a moment before it is written: nothing counts as done before it is so twice.
  for (let work = await underWay(); work !== null || (told !== null && idle < 2); work = await underWay()) {
    if (work === null) idle++;
    else {
      idle = 0;
      if (told?.work !== work) {
        if (told) toasts.dismiss(told.id);
        const { t } = translator();
        const action = { label: t('start.updateAnyway'), run: apply };
        told = { work, id: toasts.show(t(`start.updateWaits.${work}`), { action, ms: Infinity }) };
      }
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    const { list } = toasts;
    if (told !== null && !list.some(({ id }) => id === told?.id)) return;
  }
  if (told) toasts.dismiss(told.id);
  apply();
}
