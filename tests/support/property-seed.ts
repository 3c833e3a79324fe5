import fc from 'fast-check';

/**
 * The seed of all property tests; one that fails prints it. It stays the same from run to run, so that a change is judged by
 * what it changed and not by luck; `SEED` names another, and `npm run trials` draws a new one each time.
 */
export const propertySeed = Number(process.env['SEED'] ?? 20_260_101);

fc.configureGlobal({ seed: propertySeed });
