import type { IconName } from './icons';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly run: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Makes it one of several choices. */
  readonly checked?: boolean;
  /** Keys that do the same. */
  readonly keys?: string;
}
