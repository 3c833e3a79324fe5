import type { Locale } from '../i18n/locale';
import type { Toasts } from '../ui/toasts.svelte';
import type { Preferences } from './preferences.svelte';
import { failureText } from './show-failure';

/** Shows the product in another language, or says why it stays in this one. */
export async function switchLanguage(preferences: Preferences, toasts: Toasts, locale: Locale): Promise<void> {
  const switched = await preferences.setLocale(locale);
  if (!switched.ok) toasts.show(failureText(preferences.translator, switched.failure), { tone: 'error' });
}
