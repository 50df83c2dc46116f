import { expect, type Locator, type Page } from '@playwright/test';

/** The YAML pane. */
export class EditorPane {
  constructor(private readonly page: Page) {}

  get element(): Locator {
    // Changes has editors of its own, below the canvas.
    return this.page.locator('aside .monaco-editor').first();
  }

  /** The tab of a file. */
  tab(file: string): Locator {
    return this.page.getByRole('tab', { name: file });
  }

  /** The editor comes after the canvas; waits until it shows text. */
  async waitUntilLoaded(): Promise<void> {
    await expect(this.element.locator('.view-line').first()).toBeVisible({ timeout: 30_000 });
  }

  /** Puts the cursor behind the first occurrence of `text` in a file, with the focus in the editor. */
  async putCursorBehind(file: string, text: string): Promise<void> {
    await this.waitUntilLoaded();
    await this.page.evaluate(
      ([path, wanted]) => {
        const studio = window.trafficStudio;
        const at = studio.workspace.getState().files.get(path)?.indexOf(wanted) ?? -1;
        if (at < 0) throw new Error(`${path} does not hold "${wanted}".`);
        const end = at + wanted.length;
        studio.setView({ openFile: path, reveal: { file: path, range: { start: end, end }, focus: true } });
      },
      [file, text] as const,
    );
    await expect(this.element.locator('.native-edit-context, textarea.inputarea').first()).toBeFocused();
  }

  /** Types at the cursor, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** The line the cursor is in, from 1. */
  async cursorLine(): Promise<number> {
    const number = await this.element.locator('.line-numbers.active-line-number').first().textContent();
    return Number(number);
  }
}
