import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Keeper, KeeperState } from './storage/keeper.ts';

const KeeperContext = createContext<Keeper | null>(null);

/** Makes the keeper of workspaces known to everything below. */
export function KeeperProvider({
  keeper,
  children,
}: {
  readonly keeper: Keeper;
  readonly children: ReactNode;
}) {
  return <KeeperContext.Provider value={keeper}>{children}</KeeperContext.Provider>;
}

/** The keeper's commands. */
export function useKeeper(): Keeper {
  const keeper = useContext(KeeperContext);
  if (keeper === null) throw new Error('useKeeper needs a KeeperProvider above it');
  return keeper;
}

/** How the keeping goes. */
export function useKeeperState(): KeeperState {
  const keeper = useKeeper();
  return useSyncExternalStore(keeper.subscribe, () => keeper.state);
}
