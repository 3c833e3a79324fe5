/** What a layer may import: a layer's name, or how much of it. */
export type Permission = 'all' | 'types' | readonly string[];

/**
 * The house, as data. A list of words permits only files whose path below the layer begins with one of them, and the types
 * of all others.
 */
export const layers: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  kernel: {},
  stats: { kernel: 'all' },
  table: { kernel: 'all' },
  charts: { kernel: 'all' },
  i18n: { kernel: 'all' },
  ui: { kernel: 'all', i18n: 'all' },
  domain: { kernel: 'all', stats: 'all' },
  ingest: { kernel: 'all', table: 'all' },
  analyses: { kernel: 'all', stats: 'all', table: 'all', charts: 'all', domain: ['taxonomy'] },
  artefacts: { kernel: 'all', stats: 'all', domain: 'all' },
  store: {
    kernel: 'all',
    table: 'all',
    domain: 'all',
    analyses: 'types',
    artefacts: 'types',
    ingest: ['workbook/zip-archive', 'workbook/inflate-part'],
  },
  report: { kernel: 'all', i18n: 'all', domain: 'all', artefacts: 'all' },
  worker: {
    kernel: 'all',
    table: 'all',
    stats: 'all',
    // The coding suggester and the taxonomy are pure functions that rows need.
    domain: 'all',
    ingest: 'all',
    analyses: 'all',
    store: ['blocks', 'vault/cipher'],
  },
  'service-worker': {},
  app: everythingBut('pages', 'main', 'cli', 'service-worker'),
  cli: everythingBut('pages', 'main', 'app', 'ui', 'service-worker'),
  pages: {
    kernel: 'all',
    table: 'all',
    domain: 'all',
    analyses: 'all',
    artefacts: 'all',
    charts: 'all',
    report: 'all',
    i18n: 'all',
    ui: 'all',
    app: 'all',
    // Types say what a session holds; the functions stay behind `app`.
    store: 'types',
    worker: 'types',
    ingest: 'types',
  },
  // `main` starts the worker, and needs its address for that.
  main: { pages: 'all', app: 'all', ui: 'all', i18n: 'all', worker: ['entry'] },
};

function everythingBut(...names: readonly string[]): Readonly<Record<string, Permission>> {
  const all = 'kernel stats table charts i18n ui domain ingest analyses artefacts store report worker'.split(' ');
  return Object.fromEntries(all.filter((name) => !names.includes(name)).map((name) => [name, 'all']));
}

/** Who may import a package; a package that is not listed may be imported nowhere. */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  echarts: ['charts'],
  dexie: ['store'],
  papaparse: ['ingest'],
  '@noble/hashes': ['kernel'],
  '@noble/ciphers': ['store'],
  valibot: ['domain', 'ingest', 'analyses', 'artefacts', 'store', 'cli'],
  '@xyflow/svelte': ['pages'],
  '@dagrejs/dagre': ['worker'],
  'bpmn-moddle': ['domain'],
  fflate: ['ingest', 'report', 'store'],
  svelte: ['charts', 'i18n', 'ui', 'app', 'pages', 'main'],
  node: ['cli'],
};

/** The layer of a path below `src`; files at the top are `main`. */
export function layerOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main';
}

/** The package of an import specifier: `echarts/core` → `echarts`, `node:fs` → `node`. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
