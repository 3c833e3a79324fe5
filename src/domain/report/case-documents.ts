/** What the documents of improvement projects say of the process behind a case. */

import type { ServiceEvent } from '../events/event';
import type { RectificationItem } from '../rectification/item';

/** A step of a process map where the service can fail. */
export interface FailurePoint {
  readonly step: string;
  /** Name of its lane; empty = none. */
  readonly lane: string;
  readonly failure: string;
  /** Taxonomy links of the step. */
  readonly links: readonly string[];
}

/** A chain of whys from a problem to its root cause. */
export interface WhyChain {
  readonly problem: string;
  readonly whys: readonly { readonly why: string; readonly proof: string }[];
  readonly rootCause: string;
  readonly link: string;
}

export interface ProjectDocuments {
  /** Id of the project. */
  readonly project: string;
  readonly name: string;
  readonly failurePoints: readonly FailurePoint[];
  readonly chains: readonly WhyChain[];
}

/** What was found on a case, each part with the project that says it. */
export interface CaseDocuments {
  readonly failurePoints: readonly (FailurePoint & Pick<ProjectDocuments, 'project' | 'name'>)[];
  readonly chain: (WhyChain & Pick<ProjectDocuments, 'project' | 'name'>) | null;
}

/**
 * Failure points and the chain of whys that belong to a case.
 *
 * Formula  the projects of the items that the case raised are asked first: what they say of its link, or of no link at
 *          all; then the other projects, only for what they say of exactly this link
 */
export function documentsOfCase(
  { id, primaryLink, itemIds }: Pick<ServiceEvent, 'id' | 'primaryLink' | 'itemIds'>,
  items: readonly RectificationItem[],
  documents: readonly ProjectDocuments[],
): CaseDocuments {
  const own = new Set(
    items
      .filter((item) => (item.eventIds ?? []).includes(id) || (itemIds ?? []).includes(item.id))
      .flatMap(({ project }) => project ?? []),
  );
  const isOn = (links: readonly string[]): boolean => primaryLink !== null && links.includes(primaryLink);
  /** The parts of the first project that has any; one project says it, and others may say it otherwise. */
  const choose = <Part>(
    partsOf: (one: ProjectDocuments) => readonly Part[],
    linksOf: (part: Part) => readonly string[],
  ): readonly (Part & Pick<ProjectDocuments, 'project' | 'name'>)[] => {
    const found = documents.flatMap((one) =>
      partsOf(one).map((part) => {
        const links = linksOf(part);
        const rank = isOn(links) ? (own.has(one.project) ? 0 : 2) : own.has(one.project) && links.length === 0 ? 1 : 3;
        return { rank, part: { ...part, project: one.project, name: one.name } };
      }),
    );
    const best = Math.min(2, ...found.map(({ rank }) => rank));
    const chosen = found.filter(({ rank }) => rank === best).map(({ part }) => part);
    return chosen.filter(({ project }) => project === chosen[0].project);
  };
  const chains = choose(
    ({ chains: list }) => list.filter(({ whys, rootCause }) => whys.length > 0 || rootCause !== ''),
    ({ link }) => (link === '' ? [] : [link]),
  );
  return {
    failurePoints: choose(
      ({ failurePoints }) => failurePoints.filter(({ failure }) => failure !== ''),
      ({ links }) => links,
    ),
    chain: chains.at(0) ?? null,
  };
}
