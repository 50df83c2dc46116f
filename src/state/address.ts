import type { ResourceId } from '../core/workspace/types.ts';
import type { Keeper } from './storage/keeper.ts';
import type { Drawer, Studio } from './types.ts';

/** What the address bar holds: `#w=ID&s=resource&d=problems`. */
export interface Address {
  readonly workspace: string | undefined;
  readonly selection: readonly ResourceId[];
  readonly drawer: Drawer | null;
}

/** Longer selections are not written: an address should stay readable. */
const MOST_SELECTED = 5;

export function readAddress(hash: string): Address {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const drawer = params.get('d');
  return {
    workspace: params.get('w') ?? undefined,
    selection: params.getAll('s') as ResourceId[],
    drawer: drawer === 'problems' || drawer === 'changes' ? drawer : null,
  };
}

export function writeAddress({ workspace, selection, drawer }: Address): string {
  const params = new URLSearchParams();
  if (workspace !== undefined) params.set('w', workspace);
  for (const id of selection.slice(0, MOST_SELECTED)) params.append('s', id);
  if (drawer !== null) params.set('d', drawer);
  return `#${params}`;
}

/**
 * Keeps the address bar and the studio in step. Another workspace or drawer is a step that Back undoes; a
 * selection only replaces the present address.
 */
export function followAddress(studio: Studio, keeper: Keeper): void {
  const present = (): Address => {
    const { selection, drawer } = studio.view.getState();
    return { workspace: studio.workspace.getState().id || undefined, selection, drawer };
  };
  const write = () => {
    const next = present();
    const hash = writeAddress(next);
    if (hash === location.hash) return;
    const now = readAddress(location.hash);
    const isStep =
      now.workspace !== undefined && (now.workspace !== next.workspace || now.drawer !== next.drawer);
    if (isStep) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  };
  studio.workspace.subscribe((state, before) => state.id !== before.id && write());
  studio.view.subscribe((view, before) => {
    if (view.selection !== before.selection || view.drawer !== before.drawer) write();
  });
  window.addEventListener('popstate', () => void takeAddress(studio, keeper, readAddress(location.hash)));
  write();
}

/** Brings the studio to an address: opens the workspace if it is another one, selects, opens the drawer. */
export async function takeAddress(studio: Studio, keeper: Keeper, address: Address): Promise<void> {
  const { id } = studio.workspace.getState();
  if (address.workspace !== undefined && address.workspace !== id) {
    const opened = await keeper.openKept(address.workspace).catch(() => undefined);
    if (opened === undefined)
      studio.notify({ tone: 'warning', text: 'That workspace is not kept in this browser any more.' });
  }
  studio.setView({ drawer: address.drawer });
  const present = address.selection.filter((each) => studio.analysis.getState().resources.has(each));
  if (present.length > 0) studio.select(present, { bring: true });
}
