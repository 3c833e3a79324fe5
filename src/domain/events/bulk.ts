import { decideAll, type BulkOutcome } from '../bulk';
import { countNumbers, decideEvent, type Doing, type EventCommand, type EventState } from './commands';
import { eventShape, type ServiceEvent } from './event';

/** Many acts on the ledger at once; see `decideAll`. Numbers go on from event to event. */
export function decideEvents(
  state: EventState,
  commands: readonly EventCommand[],
  doing: Doing,
): BulkOutcome<ServiceEvent> {
  const numbers = commands.some(({ kind }) => kind === 'register') ? countNumbers(state.events.values()) : null;
  const counted = numbers ? { ...state, lastNumber: numbers.last } : state;
  return decideAll<typeof eventShape.fields, typeof eventShape.lists, EventCommand>(
    eventShape,
    state.events,
    commands,
    (events, command) => {
      const decided = decideEvent({ ...counted, events }, command, doing);
      if (decided.ok && numbers && command.kind === 'register') {
        const given = decided.value.find(({ field }) => field === 'number')?.value;
        numbers.note(typeof given === 'string' ? given : null);
      }
      return decided;
    },
  );
}
