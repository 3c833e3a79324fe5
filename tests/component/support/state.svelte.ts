/** Props and language of a component under test; both may change while it is shown. */
export class State {
  props = $state.raw<Record<string, unknown>>({});
  locale = $state('en');

  constructor(props: Record<string, unknown>, locale: string) {
    this.props = props;
    this.locale = locale;
  }
}

/** A value that a test changes while something is shown of it. */
export class Changing<T> {
  value = $state.raw() as T;

  constructor(value: T) {
    this.value = value;
  }
}
