import { expect, type Page } from '@playwright/test';
import { createTranslator } from '../../src/i18n/translator';
import { Hands } from './hands';
import type { Profile } from './profile';

/** A number from 0 to 1 from a seed, so that a trial can be run again. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is in the database, as the browser itself tells. */
export interface Stored {
  /** Values that the history says the field of the charter was set to. */
  readonly edits: readonly number[];
  /** What the field of the charter holds. */
  readonly value: number | null;
  /** Rows that the datasets claim to have. */
  readonly rows: readonly number[];
  readonly merges: number;
  readonly events: number;
  /** Datasets that have blocks, and those of them that no record knows. */
  readonly withBlocks: readonly string[];
  readonly orphans: readonly string[];
}

const scope = 'f.scopeIn';

/** Works the product on a profile, across starts. */
export class DurableHands extends Hands {
  constructor(page: Page) {
    super(page, createTranslator('zh-CN'));
  }

  /** Opens the product and waits for its first heading. */
  static async on(profile: Profile, path = '/', prepare?: Parameters<Profile['open']>[1]): Promise<DurableHands> {
    const hands = new DurableHands(await profile.open(path, prepare));
    await expect(hands.heading).toBeVisible();
    return hands;
  }

  get heading() {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** A field of the charter of the sample's project. */
  get scopeField() {
    return this.page.locator(`[data-cell="${scope}"] textarea`);
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('home.door.sample.action') }).click();
    await this.expectResult();
  }

  async openCharter(): Promise<void> {
    await this.goTo('/projects');
    await this.page
      .getByRole('main')
      .getByRole('link', { name: this.t('sample.name') })
      .first()
      .click();
    await this.page.waitForURL(/#\/projects\/[^/]+$/);
    await this.goTo(`${/#(\/projects\/[^/?]+)/.exec(this.page.url())?.[1] ?? ''}/edit/charter`);
    await expect(this.scopeField).toBeVisible();
  }

  /** Types into the field and leaves it, as a person does. */
  async type(value: number): Promise<void> {
    await this.scopeField.fill(`#${value}`);
    await this.scopeField.blur();
  }

  /**
   * Types one number after the other, as fast as the product takes them, and tells each once the screen says that it is
   * saved. Runs until the browser ends, if `last` is infinite.
   */
  async typeOn(first: number, last: number, onSaved: (value: number) => void): Promise<void> {
    const name = `told${first}`;
    await this.page.exposeFunction(name, onSaved);
    await this.page.evaluate(
      async ([selector, from, to, report]) => {
        const field = document.querySelector<HTMLTextAreaElement>(`[data-cell="${selector}"] textarea`);
        const status = document.querySelector('header button.saved, header button.saving');
        if (!field || !status) throw new Error('there is no field, or no word of it being saved');
        const tell = (globalThis as unknown as Record<string, (value: number) => void>)[report];
        for (let value = from; value <= (to ?? Infinity); value++) {
          const seen = new Promise<void>((resolve) => {
            let saving = false;
            const observer = new MutationObserver(() => {
              if (status.classList.contains('saving')) saving = true;
              else if (saving && status.classList.contains('saved')) {
                observer.disconnect();
                resolve();
              }
            });
            observer.observe(status, { attributes: true });
          });
          field.value = `#${value}`;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
          await seen;
          tell(value);
        }
      },
      [scope, first, Number.isFinite(last) ? last : null, name] as const,
    );
  }

  /** Whether a snapshot was written since a time. */
  async waitForSnapshot(since: number): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(async (after) => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle('snapshots', { create: true });
          const names: string[] = [];
          for await (const name of folder.keys()) names.push(name);
          return names.some((name) => Number(/^records-(\d+)-.*\.dmaic$/.exec(name)?.[1] ?? 0) >= after);
        }, since),
      )
      .toBe(true);
  }

  /** Waits until the note outside the database has heard of the last act in it. */
  async waitForNote(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(async () => {
          const root = await navigator.storage.getDirectory();
          const note = await (await root.getFileHandle('sentinel.json')).getFile();
          // A file that is written anew meanwhile cannot be read any more.
          const text = await note.text().catch(() => null);
          if (text === null) return Infinity;
          const { generation } = JSON.parse(text) as { generation: number };
          const opening = indexedDB.open('service-quality-workbench');
          return new Promise<number>((resolve, reject) => {
            opening.onerror = () => reject(opening.error ?? new Error('the database was not opened'));
            opening.onsuccess = () => {
              const database = opening.result;
              const state = database.transaction('meta').objectStore('meta').get('state') as IDBRequest<{
                state: { generation: number };
              }>;
              state.onsuccess = () => {
                database.close();
                resolve(state.result.state.generation - generation);
              };
            };
          });
        }),
      )
      .toBe(0);
  }

  /** Reads the database past the product. */
  stored(): Promise<Stored> {
    return this.page.evaluate(async (field) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('the request failed'));
        });
      const database = await done(indexedDB.open('service-quality-workbench'));
      const all = <T>(store: string): Promise<T[]> =>
        done(database.transaction(store).objectStore(store).getAll() as IDBRequest<T[]>);
      const keys = (store: string) => done(database.transaction(store).objectStore(store).getAllKeys());
      type Fields = Readonly<Record<string, { readonly value: unknown } | undefined>>;
      interface Row {
        readonly id: string;
        readonly fields: Fields;
      }
      const numberOf = (value: unknown): number | null => {
        const digits = typeof value === 'string' ? /^#(\d+)$/.exec(value) : null;
        return digits ? Number(digits[1]) : null;
      };
      const acts = await all<{ changes: readonly { field: string; after: unknown }[] }>('journal');
      const artefacts = await all<Row>('artefact');
      const datasets = await all<Row>('dataset');
      const blocks = (await keys('blocks')) as unknown as [string, string, number][];
      const withBlocks = [...new Set(blocks.map(([dataset]) => dataset))];
      const result = {
        edits: acts
          .flatMap(({ changes }) => changes.filter((change) => change.field === field))
          .map(({ after }) => numberOf(after))
          .filter((value) => value !== null),
        value: artefacts.map(({ fields }) => numberOf(fields[field]?.value)).find((value) => value !== null) ?? null,
        rows: datasets.map(({ fields }) => (fields.manifest?.value as { rows: number } | undefined)?.rows ?? -1),
        merges: (await keys('merges')).length,
        events: (await keys('event')).length,
        withBlocks,
        orphans: withBlocks.filter((id) => !datasets.some((dataset) => dataset.id === id)),
      };
      database.close();
      return result;
    }, scope);
  }
}
