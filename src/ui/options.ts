/** A value of a list of options, or '' while nothing is chosen. */
export type Chosen<Value extends string> = Value | '';

/** One choice of a Select, Combobox, RadioGroup or Segmented. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** A second line, such as the type of a column. */
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Heading under which it stands; options of a group must follow each other. */
  readonly group?: string;
}
