import type { Component } from 'svelte';
import type { Query, RouteName, RouteParams } from '../app/routes';

/** What every page gets: the pieces of its address. Everything else it takes from contexts. */
export interface PageProps<Name extends RouteName> {
  readonly params: RouteParams<Name>;
  readonly query: Query;
}

type LazyPage<Name extends RouteName> = () => Promise<{ readonly default: Component<PageProps<Name>> }>;

/** The page of each address, loaded when it is first opened. */
export const pages: { readonly [Name in RouteName]?: LazyPage<Name> } = {
  home: () => import('./home/HomePage.svelte'),
  settings: () => import('./settings/SettingsPage.svelte'),
  help: () => import('./help/HelpPage.svelte'),
};
