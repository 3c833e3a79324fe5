/** What the top bar shows. */
export interface BarState {
  /** Where the person is: the last entry is the page itself. */
  readonly trail: readonly { readonly label: string; readonly href?: string }[];
  readonly save: {
    readonly state: 'saved' | 'saving' | 'unsaved' | 'failed' | 'offline';
    readonly detail?: string;
    readonly onclick?: () => void;
  } | null;
  /** What would be undone and redone; null while there is nothing. */
  readonly undo: { readonly label: string; readonly run: () => void } | null;
  readonly redo: { readonly label: string; readonly run: () => void } | null;
}
