/*
 * The studio as a person uses it, for tests that read as gestures:
 * `await studio.palette.drag('HTTPRoute').to('Gateway/web')`. Cards are named `Kind/name` or
 * `Kind/namespace/name`; `Gateway/web#listeners/https` is a row of one. Whatever is asked of the page goes through
 * the mouse, the keyboard and the names a screen reader hears; text and analysis are read from
 * `window.trafficStudio`, which the app offers for debugging and automation.
 */
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { AnalysedResource, Finding } from '../../src/core/analysis.ts';
import type { Edge } from '../../src/core/graph/types.ts';
import type {} from '../../src/state/types.ts';
import { changedLines } from './changedLines.ts';
import { EditorPane } from './editor.ts';
import { drag, type Spot, spotOf } from './gestures.ts';
import { InspectorPane } from './inspector.ts';

/** Where a drag may end: a card, a row of one, or a spot of the canvas in window coordinates. */
export type DropTarget = string | Spot;

export class StudioPage {
  readonly editor: EditorPane;
  readonly inspector: InspectorPane;

  constructor(readonly page: Page) {
    this.editor = new EditorPane(page);
    this.inspector = new InspectorPane(page, () => this.settled());
  }

  /** Opens the studio and waits for the first analysis and its canvas. */
  async open(url = './'): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForFunction(() => window.trafficStudio?.analysis.getState().isReady === true);
    await expect(this.canvas).toBeVisible();
  }

  /** Opens the studio, then a new empty workspace from its menu. */
  async openEmpty(): Promise<void> {
    await this.open();
    await this.button(/^Workspace /).click();
    await this.button('New empty workspace').click();
    await this.page.waitForFunction(() => window.trafficStudio.workspace.getState().files.size === 0);
    await this.settled();
  }

  /** Opens the studio with these files instead of the sample. An arrangement, not a gesture. */
  async openWith(files: Readonly<Record<string, string>>): Promise<void> {
    await this.openEmpty();
    await this.page.evaluate((texts) => {
      const { id, name } = window.trafficStudio.workspace.getState();
      return window.trafficStudio.open({ id, name, files: new Map(Object.entries(texts)) });
    }, files);
    await this.settled();
  }

  /** Waits until the analysis describes the text as it is, with all of the catalogue, and the canvas has drawn it. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const { workspace, analysis } = window.trafficStudio;
      const { isReady, version, wants, library } = analysis.getState();
      const hasCatalogue = wants.length === 0 && (library?.releases.length ?? 0) > 0;
      return isReady && hasCatalogue && version === workspace.getState().version;
    });
    await this.page.evaluate(stillCanvas);
  }

  // What is on the screen

  get canvas(): Locator {
    return this.page.locator('.react-flow').first();
  }

  /** The card of a resource, or of the ghost of one: `Service/cart`, `Service/shop/cart`. */
  card(name: string): Locator {
    return this.page
      .locator('.react-flow__node-card, .react-flow__node-ghost')
      .and(this.#withId(name, 'data-id'));
  }

  /** A row of a card: `Gateway/web#listeners/https`, or its parts. */
  row(name: string, row = name.split('#')[1] ?? ''): Locator {
    return this.card(name).locator(`[data-row="${row}"]`);
  }

  /** A card, or the row of it that is named behind `#`. */
  point(name: string): Locator {
    return name.includes('#') ? this.row(name) : this.card(name);
  }

  /** A policy that is shown as a chip on what it governs. */
  policy(name: string): Locator {
    return this.page.locator('[data-policy]').and(this.#withId(name, 'data-policy'));
  }

  /** The line of a reference, by the id of its edge (see `expectEdge`). */
  link(edge: string): Locator {
    return this.page.locator('.react-flow__edge').and(this.page.locator(`[data-id="${edge}"]`));
  }

  /** The share of the traffic on the line of a reference. */
  weight(edge: string): Locator {
    return this.page.locator(`[data-weight="${edge}"]`);
  }

  readonly problems = {
    /** Opens Problems with the pill that counts them. */
    open: async () => {
      if (!(await this.problems.panel().isVisible())) await this.page.getByTestId('health').click();
      await expect(this.problems.panel()).toBeVisible();
    },
    panel: (): Locator => this.page.getByRole('region', { name: 'Problems', exact: true }),
    /** The rows, or those that say this. */
    row: (says: string | RegExp = ''): Locator =>
      this.problems
        .panel()
        .getByRole('list', { name: 'Findings' })
        .getByRole('button')
        .filter({ hasText: says }),
    /** The one that is looked at, in full. */
    detail: (): Locator => this.problems.panel().getByRole('article'),
    /** What its way out would change. */
    patch: (): Locator => this.problems.detail().getByRole('region', { name: 'What would change' }),
  };

  // Gestures

  /** Pastes a text from the clipboard onto the canvas. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.focusCanvas();
    await this.key('ControlOrMeta+v');
    await this.settled();
  }

  readonly palette = {
    /** `palette.drag('HTTPRoute').to('Gateway/web')`, or `.to({ x, y })`. */
    drag: (kind: string) => ({
      to: async (target: DropTarget) => {
        await this.openPanel('Palette');
        await drag(this.page, this.palette.item(kind), this.#place(target));
        await this.settled();
      },
    }),
    item: (kind: string): Locator =>
      this.page
        .getByRole('listbox', { name: 'Kinds' })
        .getByRole('option')
        .filter({
          has: this.page.getByText(kind, { exact: true }),
        }),
    /** A click on the item: a new resource where there is room. */
    add: async (kind: string) => {
      await this.openPanel('Palette');
      await this.palette.item(kind).click();
      await this.settled();
    },
  };

  /** Opens a panel of the rail, unless it is open. */
  async openPanel(name: 'Palette' | 'Patterns' | 'Tree' | 'Files'): Promise<void> {
    const button = this.page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    await this.settled();
  }

  /**
   * Drags from a handle to a card or row: `connect('HTTPRoute/shop#rules/0').to('Service/cart')`. Where the
   * connection can mean several things, `meaning` names one: `/sends to/`.
   */
  connect(from: string): { to(target: string, meaning?: string | RegExp): Promise<void> } {
    return {
      to: async (target, meaning) => {
        const [start, end] = [this.point(from), this.point(target)];
        const isRightward = (await spotOf(end)).x >= (await spotOf(start)).x;
        await start.hover();
        const row = from.includes('#') ? '' : ':not([data-handle-row])';
        const handle = start.locator(`[data-handle-side="${isRightward ? 'right' : 'left'}"]${row}`);
        await drag(this.page, handle.first(), end);
        if (meaning !== undefined) await this.page.getByRole('menuitem', { name: meaning }).click();
        await this.settled();
      },
    };
  }

  /** Drags the weight on a line sideways until it shows this many percent. */
  async dragWeight(edge: string, percent: number): Promise<void> {
    const pill = this.weight(edge);
    const { x, y } = await spotOf(pill);
    const shown = async () => Number(await pill.getAttribute('aria-valuenow'));
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    for (let at = x, step = 0; (await shown()) !== percent; step += 1) {
      if (step > 400) throw new Error(`The weight stays at ${await shown()} %.`);
      at += (await shown()) < percent ? 1 : -1;
      await this.page.mouse.move(at, y);
    }
    await this.page.mouse.up();
    await this.settled();
  }

  /** Moves a card by its header. */
  move(name: string): { by(x: number, y: number): Promise<void> } {
    return {
      by: async (x, y) => {
        const { box, grip } = await this.#grip(name);
        const start = { x: box.x + grip.x, y: box.y + grip.y };
        await drag(this.page, start, { x: start.x + x, y: start.y + y });
        await this.settled();
      },
    };
  }

  /** Clicks the cards; all but the first with Shift. */
  async select(...names: readonly string[]): Promise<void> {
    for (const [index, name] of names.entries()) {
      const { grip } = await this.#grip(name);
      await this.card(name).click({ position: grip, modifiers: index > 0 ? ['Shift'] : [] });
    }
  }

  /** Brings everything into view. */
  async fit(): Promise<void> {
    await this.canvas.click({ position: { x: 8, y: 60 } });
    await this.key('Shift+1');
    await this.settled();
  }

  /** Back to 100 %. */
  async zoomToFullSize(): Promise<void> {
    await this.button(/^Zoom \d+ percent/).click();
    await this.settled();
  }

  /** Brings one card into view, large enough to work with its rows. */
  async zoomTo(name: string): Promise<void> {
    await this.fit();
    await this.select(name);
    await this.key('Shift+2');
    await this.settled();
  }

  /** Puts the focus on the canvas itself, as F6 does. */
  async focusCanvas(): Promise<void> {
    await this.page.locator('[data-focus-home]').focus();
  }

  /** Goes to a card with Tab and selects it with Enter. */
  async focusCard(name: string): Promise<void> {
    await this.focusCanvas();
    const wanted = await this.card(name).getAttribute('data-id');
    const inFocus = () =>
      this.page.evaluate(() => document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id'));
    for (let steps = 0; (await inFocus()) !== wanted; steps += 1) {
      if (steps > 80) throw new Error(`Tab never comes to ${name}.`);
      await this.key('Tab');
    }
    await this.key('Enter');
    await this.settled();
  }

  /** Exports and downloads; answers the path of the file that came. */
  async download(format: 'bundle' | 'zip' = 'bundle'): Promise<string> {
    await this.button('Export').click();
    await this.dialog()
      .getByText(format === 'zip' ? /zip/i : /one yaml|bundle/i)
      .first()
      .click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.dialog()
        .getByRole('button', { name: /^Download/ })
        .click(),
    ]);
    return download.path();
  }

  /** Presses keys one after the other: `key('n')`, `key('ControlOrMeta+z')`. */
  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async undo(): Promise<void> {
    await this.key('ControlOrMeta+z');
    await this.settled();
  }

  async redo(): Promise<void> {
    await this.key('ControlOrMeta+Shift+z');
    await this.settled();
  }

  button(name: string | RegExp, exact = false): Locator {
    return this.page.getByRole('button', { name, exact });
  }

  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name });
  }

  // What it came to

  /** Every file with its text. */
  files(): Promise<Readonly<Record<string, string>>> {
    return this.page.evaluate(() => Object.fromEntries(window.trafficStudio.workspace.getState().files));
  }

  /** The exact text of a file; of all files one after the other when none is named. */
  async yaml(file?: string): Promise<string> {
    const files = await this.files();
    if (file === undefined) return Object.values(files).join('');
    const text = files[file];
    if (text === undefined)
      throw new Error(`There is no file ${file}; there are ${Object.keys(files).join(', ')}.`);
    return text;
  }

  /** The resource of this name, as the analysis reads it. */
  async resource(name: string): Promise<AnalysedResource> {
    await this.settled();
    const [kind, ...rest] = name.split('/');
    const found = await this.page.evaluate(
      ([wanted, end]) =>
        [...window.trafficStudio.analysis.getState().resources.values()].filter(
          (resource) =>
            resource.kind === wanted && `/${resource.namespace}/${resource.name}`.endsWith(`/${end}`),
        ),
      [kind, rest.join('/')] as const,
    );
    const [first, ...others] = found;
    if (first === undefined || others.length > 0)
      throw new Error(`${found.length} resources are called ${name}.`);
    return first;
  }

  /** The names of all resources of a kind, in the order of the text. */
  async names(kind: string): Promise<readonly string[]> {
    await this.settled();
    return this.page.evaluate(
      (wanted) =>
        [...window.trafficStudio.analysis.getState().resources.values()].flatMap((each) =>
          each.kind === wanted ? [each.name] : [],
        ),
      kind,
    );
  }

  async edges(): Promise<readonly Edge[]> {
    await this.settled();
    return this.page.evaluate(() => [...window.trafficStudio.analysis.getState().edges.values()]);
  }

  /**
   * Expects one reference between two resources, or rows of them: `HTTPRoute/shop#rules/0`, `Service/cart`. It must
   * be resolved unless another state is given.
   */
  async expectEdge(
    from: string,
    reference: string,
    to: string,
    state: Edge['state'] = 'resolved',
  ): Promise<Edge> {
    const isAt = (point: string, id: string, row: string | undefined) => {
      const [name = '', wanted] = point.split('#');
      const [kind, ...rest] = name.split('/');
      return (
        id.includes(`/${kind}/`) &&
        id.endsWith(`/${rest.join('/')}`) &&
        (wanted === undefined || wanted === row)
      );
    };
    const all = await this.edges();
    const found = all.filter(
      (edge) =>
        edge.reference === reference && isAt(from, edge.from, edge.fromRow) && isAt(to, edge.to, edge.toRow),
    );
    const told = all.map((edge) => `${edge.from}#${edge.fromRow} ${edge.reference} ${edge.to}#${edge.toRow}`);
    expect(found.length, `${from} ${reference} ${to}, once, among:\n${told.join('\n')}\n`).toBe(1);
    const [edge] = found as [Edge];
    expect(edge.state).toBe(state);
    return edge;
  }

  /** Findings of the analysis, of one severity if given. */
  async findings(severity?: Finding['severity']): Promise<readonly Finding[]> {
    await this.settled();
    const all = await this.page.evaluate(() => [...window.trafficStudio.analysis.getState().findings]);
    return severity === undefined ? all : all.filter((finding) => finding.severity === severity);
  }

  /** Drops files somewhere on the window that is not the canvas. */
  async dropFiles(files: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((texts) => {
      const data = new DataTransfer();
      for (const [name, text] of Object.entries(texts)) data.items.add(new File([text], name));
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data });
        document.querySelector('footer')?.dispatchEvent(event);
      }
    }, files);
  }

  /** Expects that exactly these lines (without their indent) came and went. */
  expectLineChanges(
    before: string,
    after: string,
    lines: { readonly removed?: string[]; readonly added?: string[] },
  ) {
    const { removed, added } = changedLines(before, after);
    const bare = (list: readonly string[]) => list.map((line) => line.trim());
    expect({ removed: bare(removed), added: bare(added) }).toEqual({ removed: [], added: [], ...lines });
  }

  #place(target: DropTarget): Locator | Spot {
    return typeof target === 'string' ? this.point(target) : target;
  }

  /** The box of a card in the window, and the spot of its header that belongs to nothing else. */
  async #grip(name: string) {
    const card = this.card(name);
    await card.waitFor();
    const box = await card.boundingBox();
    if (box === null) throw new Error(`The card ${name} is not to be seen.`);
    const scale = box.width / (await card.evaluate((element: HTMLElement) => element.offsetWidth));
    return { box, grip: { x: 90 * scale, y: 14 * scale } };
  }

  /** Elements that carry the id of this resource: `group/Kind/namespace/name`. */
  #withId(name: string, attribute: string): Locator {
    const [kind = '', ...rest] = name.split('#')[0]?.split('/') ?? [];
    const end = rest.length === 1 ? `/${rest[0]}` : `/${kind}/${rest.join('/')}`;
    return this.page.locator(`[${attribute}*="/${kind}/"][${attribute}$="${end}"]`);
  }
}

/** Runs in the page: waits until the canvas has not moved for some frames. */
async function stillCanvas(): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const places = () =>
    [...document.querySelectorAll<HTMLElement>('.react-flow__viewport, .react-flow__node')]
      .map((element) => element.style.transform)
      .join();
  for (let last = '', frames = 0, all = 0; frames < 4 && all < 600; all += 1) {
    await nextFrame();
    const now = places();
    frames = now === last ? frames + 1 : 0;
    last = now;
  }
}

interface Fixtures {
  readonly studio: StudioPage;
}

/** The test of Playwright with a `studio`; what the page throws or logs as an error fails the test. */
export const test = base.extend<Fixtures>({
  studio: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(new StudioPage(page));
    expect(errors, 'errors of the page').toEqual([]);
  },
});

export { expect };
