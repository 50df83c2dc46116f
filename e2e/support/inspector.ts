import { expect, type Locator, type Page } from '@playwright/test';

/** The form of what is selected, as a person fills it in: by the names of its fields. */
export class InspectorPane {
  constructor(
    private readonly page: Page,
    /** Waits until the workspace has taken what was done. */
    private readonly settled: () => Promise<void>,
  ) {}

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Inspector', exact: true });
  }

  /** Brings the form to the front. */
  async open(): Promise<void> {
    if (await this.panel.isVisible()) return;
    await this.page.locator('aside').getByText('Inspector', { exact: true }).click();
    await expect(this.panel).toBeVisible();
  }

  /** A part of the form that is open. */
  section(title: string): Locator {
    return this.panel.getByRole('region', { name: title, exact: true });
  }

  /** Opens a part of the form that nothing is set of yet. */
  async add(title: string): Promise<Locator> {
    await this.panel
      .getByRole('group', { name: 'Add' })
      .getByRole('button', { name: title, exact: true })
      .click();
    await expect(this.section(title)).toBeVisible();
    return this.section(title);
  }

  /** An item of a list by its place, from 1: `item('Rules', 2)`. It is opened if it is closed. */
  async item(list: string, number: number, within: Locator = this.panel): Promise<Locator> {
    const item = within
      .getByRole('list', { name: list, exact: true })
      .first()
      .locator(':scope > li')
      .nth(number - 1);
    await item.waitFor();
    const head = item.locator('button[aria-expanded]').first();
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
    return item;
  }

  /** Adds an item to a list and answers it: `addItem('Rules', 'rule')`. */
  async addItem(list: string, noun: string, within: Locator = this.panel): Promise<Locator> {
    const items = within.getByRole('list', { name: list, exact: true }).first().locator(':scope > li');
    const before = await items.count();
    await this.press(`Add ${noun}`, within, 'last');
    await expect(items).toHaveCount(before + 1);
    return this.item(list, before + 1, within);
  }

  /** Fills in a field of one line and leaves it. */
  async fill(label: string, text: string, within: Locator = this.panel): Promise<void> {
    const field = within.getByRole('textbox', { name: label, exact: true }).first();
    await field.fill(text);
    await field.press('Enter');
    await this.settled();
    await expect(field).toHaveValue(text);
  }

  /** Fills in a field of several lines. */
  async write(label: string, text: string, within: Locator = this.panel): Promise<void> {
    const field = within.getByRole('textbox', { name: label, exact: true }).first();
    await field.fill(text);
    await field.press('ControlOrMeta+Enter');
    await this.settled();
  }

  /** Adds words to a list of words. */
  async type(label: string, words: readonly string[], within: Locator = this.panel): Promise<void> {
    const field = within.getByLabel(label, { exact: true }).first();
    for (const word of words) {
      await field.fill(word);
      await field.press('Enter');
      await this.settled();
    }
  }

  /** Chooses an option of a field. */
  async choose(label: string, option: string, within: Locator = this.panel): Promise<void> {
    await within.getByRole('combobox', { name: label, exact: true }).first().click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
    await this.settled();
  }

  /** Switches something on or off. */
  async toggle(label: string, within: Locator = this.panel): Promise<void> {
    await within.getByRole('switch', { name: label, exact: true }).first().click({ force: true });
    await this.settled();
  }

  /** Points a reference at something of the workspace. */
  async refer(label: string, name: string | RegExp, within: Locator = this.panel): Promise<void> {
    await within.getByRole('textbox', { name: label, exact: true }).first().click();
    await this.page.getByRole('option', { name }).first().click();
    await this.settled();
  }

  /** Presses a button of the form. */
  async press(name: string, within: Locator = this.panel, which: 'first' | 'last' = 'first'): Promise<void> {
    const buttons = within.getByRole('button', { name, exact: true });
    await (which === 'first' ? buttons.first() : buttons.last()).click();
    await this.settled();
  }
}
