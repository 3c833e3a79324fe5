import { createContext } from 'svelte';
import type { Protection } from './protection.svelte';

/** The passphrase of the open profile. Apart from its class, which the first screen does not wait for. */
export const [useProtection, provideProtection] = createContext<Protection>();
