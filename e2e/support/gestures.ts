import type { Locator, Page } from '@playwright/test';

/** A spot in window coordinates. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The middle of an element, or the spot itself. */
export async function spotOf(place: Locator | Spot): Promise<Spot> {
  if ('x' in place) return place;
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (box === null) throw new Error(`${place} is not to be seen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses at the first place, moves as a hand does, and lets go at the second. */
export async function drag(page: Page, from: Locator | Spot, to: Locator | Spot): Promise<void> {
  const start = await spotOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // A few pixels first: what tells a drag from a click.
  await page.mouse.move(start.x + 4, start.y + 4, { steps: 2 });
  const end = await spotOf(to);
  await page.mouse.move(end.x, end.y, { steps: 12 });
  await page.mouse.up();
}
