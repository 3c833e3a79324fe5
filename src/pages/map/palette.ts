/** Colours of a drawing. On the screen they follow the theme; in a file and on paper they are what they are. */
export interface Palette {
  readonly surface: string;
  readonly sunk: string;
  readonly border: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly good: string;
  readonly concern: string;
  readonly bad: string;
}

export const screenPalette: Palette = {
  surface: 'var(--surface)',
  sunk: 'var(--surface-sunk)',
  border: 'var(--border)',
  line: 'var(--chart-data)',
  text: 'var(--text)',
  muted: 'var(--text-muted)',
  accent: 'var(--accent)',
  good: 'var(--good)',
  concern: 'var(--concern)',
  bad: 'var(--bad)',
};

/** The light theme of styles/tokens.css. */
export const paperPalette: Palette = {
  surface: '#ffffff',
  sunk: '#f3f4f7',
  border: '#dde1e7',
  line: '#48596f',
  text: '#19202a',
  muted: '#545e6c',
  accent: '#2f55c4',
  good: '#0b62b3',
  concern: '#ad4504',
  bad: '#b3261b',
};
