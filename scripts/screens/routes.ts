import type { Page } from '@playwright/test';
import type { Translator } from '../../src/i18n/translator.ts';

/** What a step has in hand: the page, and the sentences in its language to find things by. */
export interface Hands {
  readonly page: Page;
  readonly t: Translator['t'];
}

export interface Screen {
  /** The first part of the picture's file name. */
  readonly name: string;
  /** What stands behind the `#`; absent = stay where the last step led. */
  readonly path?: string;
  /** What a person does on the screen before the picture is taken. */
  readonly prepare?: (hands: Hands) => Promise<void>;
  /** Also as it would be printed. */
  readonly print?: boolean;
}

/** Screens that are visited one after the other by the same person, whose data stays between them. */
export const screens: readonly Screen[] = [
  { name: 'home-empty', path: '/' },
  { name: 'data-empty', path: '/data' },
  { name: 'import', path: '/data/import' },
  { name: 'analyse-empty', path: '/analyse' },
  { name: 'taxonomy', path: '/taxonomy', print: true },
  { name: 'settings', path: '/settings' },
  { name: 'help', path: '/help', print: true },
  { name: 'not-found', path: '/no/such/place' },
];
