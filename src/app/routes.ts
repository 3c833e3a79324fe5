import { privateWords, type PrivateWords } from './private-words';

/** Every address of the product: what stands behind the `#`. */
export const routes = {
  home: '/',
  data: '/data',
  import: '/data/import',
  dataset: '/data/:id',
  coding: '/data/:id/coding',
  analyse: '/analyse',
  newAnalysis: '/analyse/new/:slice',
  analysis: '/analyse/:id',
  projects: '/projects',
  project: '/projects/:id',
  projectPhase: '/projects/:id/phase/:phase',
  projectDocument: '/projects/:id/edit/:kind',
  projectThread: '/projects/:id/thread',
  projectStory: '/projects/:id/a3',
  projectMap: '/projects/:id/map',
  projectWorkshop: '/projects/:id/workshop',
  events: '/events',
  ledgerImport: '/events/import',
  cases: '/events/cases',
  event: '/events/:id',
  outlets: '/outlets',
  outlet: '/outlets/:id',
  surveys: '/surveys',
  survey: '/surveys/:id',
  surveyFill: '/surveys/:id/fill',
  monitoring: '/monitoring',
  kpi: '/kpi',
  items: '/rectification',
  item: '/rectification/:id',
  reports: '/reports',
  report: '/reports/:id',
  meeting: '/meetings/:id',
  taxonomy: '/taxonomy',
  taxonomyNode: '/taxonomy/:code',
  files: '/files',
  settings: '/settings',
  storage: '/settings/storage',
  help: '/help',
} as const;

export type RouteName = keyof typeof routes;

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type RouteParams<Name extends RouteName> = Readonly<Record<ParamNames<(typeof routes)[Name]>, string>>;

export type Query = Readonly<Record<string, string>>;

/** Where the person is. `name` is null for an address that does not exist. */
export interface Place {
  readonly name: RouteName | null;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The params of a path under a pattern, or null if it is another path. */
function match(pattern: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = pattern.split('/').filter((part) => part !== '');
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (!part.startsWith(':')) {
      if (part !== parts[index]) return null;
      continue;
    }
    const value = decode(parts[index]);
    if (value === null) return null;
    params[part.slice(1)] = value;
  }
  return params;
}

/** Keys behind the `?` and names in a path whose words are of people, or typed by one. */
const privateKeys: ReadonlySet<string> = new Set(['q', 'owner', 'outlet']);
const privateParams: ReadonlySet<RouteName> = new Set<RouteName>(['outlet']);
/** Ids, codes and choices have no other letters; a text that has them was entered by somebody. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Puts words in the place of references; a key whose reference leads nowhere is left out. */
function revealQuery(query: Query, words: PrivateWords): Query {
  const entries = Object.entries(query).map(([key, value]) => [key, words.reveal(value)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Reads `location.hash`. Of two patterns that fit, the one with fewer params wins: `/data/import` is not a dataset. */
export function parseHash(hash: string, words = privateWords): Place {
  const [path, search = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const parts = path.split('/').filter((part) => part !== '');
  const query = revealQuery(Object.fromEntries(new URLSearchParams(search)), words);
  const found = (Object.entries(routes) as [RouteName, string][])
    .map(([name, pattern]) => ({ name, params: match(pattern, parts) }))
    .filter((candidate) => candidate.params !== null)
    .sort((a, b) => Object.keys(a.params ?? {}).length - Object.keys(b.params ?? {}).length)[0];
  if (!found) return { name: null, params: {}, query };
  const params = Object.entries(found.params ?? {}).map(([key, value]) => [key, words.reveal(value) ?? value]);
  return { name: found.name, params: Object.fromEntries(params) as Record<string, string>, query };
}

type PathArguments<Name extends RouteName> = [ParamNames<(typeof routes)[Name]>] extends [never]
  ? [params?: RouteParams<Name>, query?: Query]
  : [params: RouteParams<Name>, query?: Query];

/** A text as a part of a path. Half of a character, as a torn file holds it, has no form in an address: a sign stands for it. */
function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** What stands behind a path, `?` included; nothing for an empty query. */
export function toSearch(query: Query = {}, words = privateWords): string {
  const hidden = Object.entries(query).map(([key, value]) => [
    key,
    privateKeys.has(key) || !isPlain(value) ? words.hide(value) : value,
  ]);
  const search = new URLSearchParams(hidden).toString();
  return search === '' ? '' : `?${search}`;
}

/** The address of a place, for `href`. */
export function hrefTo<Name extends RouteName>(name: Name, ...[params, query]: PathArguments<Name>): string {
  const given: Readonly<Record<string, string>> = params ?? {};
  const hide = (value: string): string =>
    privateParams.has(name) || !isPlain(value) ? privateWords.hide(value) : value;
  const path = routes[name].replace(/:(\w+)/g, (_, key: string) => encodePart(hide(given[key])));
  return `#${path}${toSearch(query)}`;
}

/** The same address without words that must not be in it, such as one that was typed or kept as a bookmark. */
export function withoutPrivateWords(hash: string): string {
  const { name, params, query } = parseHash(hash);
  return name === null || !privateWords.hides ? hash : hrefTo<RouteName>(name, params, query);
}
