/** The eight roles of the service-quality system, and who does what. Roles choose what one sees; they protect nothing. */

export const roles = [
  'leadingGroup',
  'resolutionCentre',
  'qualityManagement',
  'serviceManagement',
  'supervision',
  'frontOffice',
  'middleBackOffice',
  'businessManagement',
] as const;
export type Role = (typeof roles)[number];

export const activities = ['intake', 'coding', 'scorecard', 'report', 'rectification', 'standards'] as const;
export type Activity = (typeof activities)[number];

/** R responsible, A accountable, C consulted, I informed. */
export type Raci = 'A' | 'R' | 'AR' | 'C' | 'I';

const order: Readonly<Record<Activity, readonly Raci[]>> = {
  intake: ['I', 'AR', 'I', 'C', 'I', 'R', 'C', 'C'],
  coding: ['I', 'AR', 'C', 'I', 'C', 'R', 'I', 'I'],
  scorecard: ['A', 'C', 'R', 'C', 'I', 'I', 'I', 'I'],
  report: ['A', 'R', 'R', 'C', 'C', 'I', 'I', 'C'],
  rectification: ['A', 'C', 'C', 'R', 'R', 'R', 'R', 'R'],
  standards: ['A', 'C', 'C', 'R', 'I', 'C', 'C', 'R'],
};

/** What a role has to do with an activity. In rectification, supervision verifies. */
export function raciOf(activity: Activity, role: Role): Raci {
  return order[activity][roles.indexOf(role)];
}

/** Activities for which a role is responsible or accountable; what its screens put first. */
export function activitiesOf(role: Role): readonly Activity[] {
  return activities.filter((activity) => /[AR]/.test(raciOf(activity, role)));
}

/** What the lists of a role show first. A choice of the screen puts it aside. */
export interface RoleView {
  readonly events: 'open' | 'overdue' | 'severe' | 'uncoded';
  readonly items: 'all' | 'mine' | 'verify';
  /** Places of the navigation that come first, in this order. */
  readonly places: readonly ('events' | 'items' | 'outlets' | 'analyse' | 'projects' | 'data')[];
}

const views: Readonly<Record<Role, RoleView>> = {
  leadingGroup: { events: 'severe', items: 'all', places: ['items', 'outlets', 'events'] },
  resolutionCentre: { events: 'open', items: 'all', places: ['events', 'items', 'data'] },
  qualityManagement: { events: 'uncoded', items: 'all', places: ['analyse', 'data', 'events', 'outlets'] },
  serviceManagement: { events: 'open', items: 'all', places: ['items', 'projects', 'events'] },
  supervision: { events: 'overdue', items: 'verify', places: ['items', 'events', 'outlets'] },
  frontOffice: { events: 'open', items: 'mine', places: ['events', 'items'] },
  middleBackOffice: { events: 'open', items: 'mine', places: ['items', 'events'] },
  businessManagement: { events: 'overdue', items: 'mine', places: ['items', 'projects', 'events'] },
};

/** What the screens of a role put first. */
export function viewOf(role: Role): RoleView {
  return views[role];
}
