/** Labels of the plotted points of an outcome that has points, in order; other outcomes have none. */
export function pointLabels(outcome: unknown): readonly string[] {
  if (typeof outcome !== 'object' || outcome === null || !('points' in outcome) || !Array.isArray(outcome.points)) return [];
  return outcome.points.flatMap((point: unknown) =>
    typeof point === 'object' && point !== null && 'label' in point && typeof point.label === 'string' ? [point.label] : [],
  );
}
