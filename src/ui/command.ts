import type { IconName } from './icons';

/** An entry of the command palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Where it belongs, such as "Datasets". Commands of a group should follow each other. */
  readonly group?: string;
  readonly icon?: IconName;
  /** Further words under which it is found, such as the name in the other language. */
  readonly keywords?: string;
  /** Keys that do the same. */
  readonly keys?: readonly string[];
  readonly run: () => void;
}
