import type { Component } from 'svelte';
import type { Query, RouteName, RouteParams } from '../app/routes';

/** What every page gets: the pieces of its address. Everything else it takes from contexts. */
export interface PageProps<Name extends RouteName> {
  readonly params: RouteParams<Name>;
  readonly query: Query;
}

/** A page may leave out what it does not need. */
type Page<Name extends RouteName> = Component<PageProps<Name>> | Component<Record<string, never>> | Component;
type LazyPage<Name extends RouteName> = () => Promise<{ readonly default: Page<Name> }>;

/** The page of each address, loaded when it is first opened. */
export const pages: { readonly [Name in RouteName]?: LazyPage<Name> } = {
  home: () => import('./home/HomePage.svelte'),
  data: () => import('./data/DataPage.svelte'),
  import: () => import('./data/ImportPage.svelte'),
  dataset: () => import('./data/DatasetPage.svelte'),
  coding: () => import('./data/DatasetPage.svelte'),
  analyse: () => import('./analyse/AnalysePage.svelte'),
  newAnalysis: () => import('./analyse/NewAnalysisPage.svelte'),
  analysis: () => import('./analyse/AnalysisPage.svelte'),
  projects: () => import('./projects/ProjectsPage.svelte'),
  project: () => import('./projects/ProjectPage.svelte'),
  projectPhase: () => import('./projects/PhasePage.svelte'),
  projectDocument: () => import('./projects/DocumentPage.svelte'),
  projectThread: () => import('./projects/ThreadPage.svelte'),
  projectStory: () => import('./projects/StoryPage.svelte'),
  projectMap: () => import('./map/ProjectMapPage.svelte'),
  projectWorkshop: () => import('./workshop/WorkshopPage.svelte'),
  events: () => import('./events/EventsPage.svelte'),
  ledgerImport: () => import('./events/LedgerImportPage.svelte'),
  cases: () => import('./events/CasesPage.svelte'),
  event: () => import('./events/EventPage.svelte'),
  outlets: () => import('./outlets/OutletsPage.svelte'),
  outlet: () => import('./outlets/OutletPage.svelte'),
  surveys: () => import('./surveys/SurveysPage.svelte'),
  survey: () => import('./surveys/SurveyPage.svelte'),
  surveyFill: () => import('./surveys/FillPage.svelte'),
  monitoring: () => import('./monitoring/MonitoringPage.svelte'),
  kpi: () => import('./kpi/KpiPage.svelte'),
  items: () => import('./rectification/ItemsPage.svelte'),
  item: () => import('./rectification/ItemPage.svelte'),
  reports: () => import('./report/ReportsPage.svelte'),
  report: () => import('./report/ReportPage.svelte'),
  meeting: () => import('./meeting/MeetingPage.svelte'),
  taxonomy: () => import('./taxonomy/TaxonomyPage.svelte'),
  taxonomyNode: () => import('./taxonomy/TaxonomyPage.svelte'),
  files: () => import('./files/FilesPage.svelte'),
  settings: () => import('./settings/SettingsPage.svelte'),
  storage: () => import('./storage/StoragePage.svelte'),
  help: () => import('./help/HelpPage.svelte'),
};

/** The page that a list leads to. */
const follower: { readonly [Name in RouteName]?: RouteName } = {
  data: 'dataset',
  events: 'event',
  items: 'item',
  outlets: 'outlet',
  projects: 'project',
  reports: 'report',
  surveys: 'survey',
};

/** Fetches the page that a list leads to while the list is looked at, so that its first record opens as fast as the next. */
export function prepareFollower(name: RouteName): void {
  const next = follower[name];
  // After the list is drawn; not every browser tells when it is idle. What cannot be fetched is told when it is opened.
  if (next) setTimeout(() => void pages[next]?.().catch(() => undefined), 200);
}
