import { decideAll, type BulkOutcome } from '../bulk';
import { decideItem, type ItemCommand, type ItemDoing, type ItemState } from './commands';
import { itemShape, type RectificationItem } from './item';

/** Many acts on items at once; see `decideAll`. */
export function decideItems(
  state: ItemState,
  commands: readonly ItemCommand[],
  doing: ItemDoing,
): BulkOutcome<RectificationItem> {
  return decideAll<typeof itemShape.fields, typeof itemShape.lists, ItemCommand>(
    itemShape,
    state.items,
    commands,
    (items, command) => decideItem({ ...state, items }, command, doing),
  );
}
