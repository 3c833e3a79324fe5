import type { RectificationItem } from '../../domain/rectification/item';

/** Departments that items name, in alphabetical order. */
export function departmentsOf(items: readonly RectificationItem[]): readonly string[] {
  const names = new Set(items.flatMap(({ department }) => (department === null ? [] : [department])));
  return [...names].sort((a, b) => a.localeCompare(b));
}
