/** Props and language of a component under test; both may change while it is shown. */
export class State {
  props = $state.raw<Record<string, unknown>>({});
  locale = $state('en');

  constructor(props: Record<string, unknown>, locale: string) {
    this.props = props;
    this.locale = locale;
  }
}
