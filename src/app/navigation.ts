import type { MessageKey } from '../i18n/translator';
import type { IconName } from '../ui/icons';
import { hrefTo, type RouteName } from './routes';

export interface NavigationEntry {
  readonly route: RouteName;
  readonly label: MessageKey;
  readonly icon: IconName;
  readonly href: string;
  /** Pages below it; the entry is marked while one of them is open. */
  readonly covers: readonly RouteName[];
}

/** The rail, top to bottom. A place is added here when it exists, never before. */
export const places: readonly NavigationEntry[] = [
  { route: 'home', label: 'shell.place.home', icon: 'home', href: hrefTo('home'), covers: [] },
  {
    route: 'data',
    label: 'shell.place.data',
    icon: 'data',
    href: hrefTo('data'),
    covers: ['import', 'dataset', 'coding'],
  },
  {
    route: 'analyse',
    label: 'shell.place.analyse',
    icon: 'analyse',
    href: hrefTo('analyse'),
    covers: ['analysis', 'newAnalysis'],
  },
  {
    route: 'projects',
    label: 'shell.place.projects',
    icon: 'project',
    href: hrefTo('projects'),
    covers: [
      'project',
      'projectPhase',
      'projectDocument',
      'projectMap',
      'projectWorkshop',
      'projectThread',
      'projectStory',
    ],
  },
  {
    route: 'events',
    label: 'shell.place.events',
    icon: 'list',
    href: hrefTo('events'),
    covers: ['event', 'ledgerImport', 'cases'],
  },
  { route: 'items', label: 'shell.place.items', icon: 'board', href: hrefTo('items'), covers: ['item'] },
  { route: 'outlets', label: 'shell.place.outlets', icon: 'gauge', href: hrefTo('outlets'), covers: ['outlet'] },
  {
    route: 'surveys',
    label: 'shell.place.surveys',
    icon: 'edit',
    href: hrefTo('surveys'),
    covers: ['survey', 'surveyFill'],
  },
  { route: 'monitoring', label: 'shell.place.monitoring', icon: 'shield', href: hrefTo('monitoring'), covers: [] },
  { route: 'kpi', label: 'shell.place.kpi', icon: 'controlChart', href: hrefTo('kpi'), covers: [] },
  {
    route: 'reports',
    label: 'shell.place.reports',
    icon: 'file',
    href: hrefTo('reports'),
    covers: ['report', 'meeting'],
  },
];

/** Below the places: what one needs now and then. */
export const tools: readonly NavigationEntry[] = [
  {
    route: 'taxonomy',
    label: 'shell.place.taxonomy',
    icon: 'taxonomy',
    href: hrefTo('taxonomy'),
    covers: ['taxonomyNode'],
  },
  { route: 'files', label: 'shell.place.files', icon: 'folder', href: hrefTo('files'), covers: [] },
  {
    route: 'settings',
    label: 'shell.place.settings',
    icon: 'settings',
    href: hrefTo('settings'),
    covers: ['storage'],
  },
  { route: 'help', label: 'shell.place.help', icon: 'help', href: hrefTo('help'), covers: [] },
];

/** The entry of the rail under which a page lies. */
export function entryOf(route: RouteName): NavigationEntry | undefined {
  return [...places, ...tools].find((entry) => entry.route === route || entry.covers.includes(route));
}

/** The rail with what a role works with behind the home page; the others follow in their order. */
export function placesFor(first: readonly string[]): readonly NavigationEntry[] {
  const [home, ...others] = places;
  const rank = ({ route }: NavigationEntry): number => (first.includes(route) ? first.indexOf(route) : first.length);
  return [home, ...others.toSorted((a, b) => rank(a) - rank(b))];
}
