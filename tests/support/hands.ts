import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { parseHash } from '../../src/app/routes';
import type { Translator } from '../../src/i18n/translator';

/** A table twin as it stands on the screen. */
export interface ScreenTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The number that a cell shows; NaN for words. Percentages become fractions. */
export function numberIn(text: string): number {
  const plain = text.replace(/[\s,\u00a0\u202f]/g, '').replace('\u2212', '-');
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : plain === '' ? NaN : Number(plain);
}

/** What a person does with the product, in the words of their language. */
export class Hands {
  readonly page: Page;
  readonly translator: Translator;

  constructor(page: Page, translator: Translator) {
    this.page = page;
    this.translator = translator;
  }

  get t(): Translator['t'] {
    return this.translator.t;
  }

  word(code: string): string {
    return this.translator.phrase({ code, params: {} });
  }

  async start(url = '/'): Promise<void> {
    await this.page.goto(url);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async goTo(path: string): Promise<void> {
    await this.page.evaluate((hash) => void (location.hash = hash), path);
    // The page before stays until this one has been loaded.
    await expect(this.page.locator(`[data-page=${parseHash(path).name}]`)).toBeAttached();
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  // Import

  get dropZone(): Locator {
    return this.page.getByRole('group', { name: this.t('wizard.drop.title') });
  }

  async chooseFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.dropZone.locator('input[type=file]').setInputFiles(file);
  }

  /** A real drop event with the file in it. */
  async dropFile(path: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([text, name]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
        return data;
      },
      [readFileSync(path).toString('base64'), basename(path)] as const,
    );
    await this.dropZone.dispatchEvent('dragover', { dataTransfer: transfer });
    await this.dropZone.dispatchEvent('drop', { dataTransfer: transfer });
  }

  get storeButton(): Locator {
    return this.page.getByRole('button', { name: this.t('wizard.check.store'), exact: true });
  }

  async expectChecked(): Promise<void> {
    await expect(this.storeButton).toBeEnabled();
  }

  /** Stores what was checked and returns the id of the dataset. */
  async store(): Promise<string> {
    await this.storeButton.click();
    await this.page.waitForURL(/#\/data\/(?!import)[^/?]+$/);
    await expect(this.page.getByRole('grid')).toBeVisible();
    return /#\/data\/([^/?]+)/.exec(this.page.url())?.[1] ?? '';
  }

  /** Types into a picker and takes the first hit, with the keyboard alone. */
  async pick(box: Locator, text: string): Promise<void> {
    await box.focus();
    await this.page.keyboard.press('ArrowDown');
    await box.fill(text);
    await expect(this.page.getByRole('listbox').getByRole('option').first()).toContainText(text);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('listbox')).toHaveCount(0);
  }

  /** The picker of one source category. */
  linkPicker(value: string): Locator {
    const exact = this.page.getByRole('rowheader', { name: value, exact: true });
    return this.page.getByRole('row').filter({ has: exact }).getByRole('combobox');
  }

  // Analyses

  get options(): Locator {
    return this.page.getByRole('form', { name: this.t('analyse.options') });
  }

  field(slice: string, key: string): string {
    return this.word(`analyses.${slice}.field.${key}`);
  }

  /** Waits for a result that belongs to the options shown, and for its picture. */
  async expectResult(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: this.t('analyse.table'), exact: true })).toBeVisible();
    await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0);
    await expect(this.page.locator('main .drawing:not(:has(canvas))')).toHaveCount(0);
  }

  get resultTable(): Locator {
    return this.page.getByRole('region', { name: this.t('analyse.table'), exact: true }).getByRole('table');
  }

  async readTable(table: Locator = this.resultTable): Promise<ScreenTable> {
    return table.evaluate((element) => {
      const texts = (row: Element): string[] => [...row.children].map((cell) => cell.textContent.trim());
      const [header, ...rows] = [...element.querySelectorAll('tr')].map(texts);
      return { header, rows };
    });
  }

  get chart(): Locator {
    return this.page.getByRole('application', { name: this.t('shell.chartKeys') });
  }

  async saveAnalysis(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.t('analyse.name') }).fill(name);
    await this.page.getByRole('button', { name: this.t('analyse.save'), exact: true }).click();
    await expect(this.page.getByText(this.t('analyse.savedAs', { name }))).toBeVisible();
  }
}
