/** The steps of a workshop of 90 minutes, with the minutes each may take. */
export const agenda = [
  { id: 'open', minutes: 5 },
  { id: 'problem', minutes: 10 },
  { id: 'map', minutes: 15 },
  { id: 'drill', minutes: 15 },
  { id: 'coding', minutes: 15 },
  { id: 'causes', minutes: 15 },
  { id: 'actions', minutes: 10 },
  { id: 'close', minutes: 5 },
] as const;

export type AgendaStep = (typeof agenda)[number]['id'];

/** The step with this id; the first one for any other word. */
export function stepOf(id: string | undefined): AgendaStep {
  return agenda.find((step) => step.id === id)?.id ?? 'open';
}

/** When a step begins and ends, in minutes from the start. */
export function spanOf(id: AgendaStep): readonly [number, number] {
  const at = agenda.findIndex((step) => step.id === id);
  const from = agenda.slice(0, at).reduce<number>((sum, { minutes }) => sum + minutes, 0);
  return [from, from + agenda[at].minutes];
}

/** The step that a key of a presenter leads to; null for any other key, and beyond both ends. */
export function stepAfter(id: AgendaStep, key: string): AgendaStep | null {
  const way = key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0;
  if (way === 0) return null;
  const at = agenda.findIndex((step) => step.id === id) + way;
  return at < 0 || at >= agenda.length ? null : agenda[at].id;
}
