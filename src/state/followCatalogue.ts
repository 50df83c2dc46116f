import type { CataloguePart } from '../worker/coreHost.ts';
import type { Studio } from './types.ts';

/**
 * Brings the parts of the catalogue that a workspace needs, when it needs them: the index at once, then the pack of
 * each API group that is met. `fetchPart` answers JSON, and is asked again when the user asks for it.
 */
export function followCatalogue(studio: Studio, fetchPart: (name: string) => Promise<string>): () => void {
  const asked = new Set<string>();

  async function bring(type: CataloguePart['type'], names: readonly string[]): Promise<void> {
    const fresh = names.filter((name) => !asked.has(name));
    if (fresh.length === 0) return;
    for (const name of fresh) asked.add(name);
    try {
      const texts = await Promise.all(fresh.map((name) => fetchPart(name)));
      await studio.learn(texts.map((json) => ({ type, json })));
    } catch (error) {
      for (const name of fresh) asked.delete(name);
      studio.notify({
        tone: 'warning',
        sticky: true,
        text: `The descriptions of ${fresh.join(', ')} could not be loaded (${messageOf(error)}). Until they are here, resources of these groups are not checked.`,
        action: { label: 'Try again', run: () => void bring(type, fresh) },
      });
    }
  }

  void bring('index', ['index']);
  return studio.analysis.subscribe(({ wants }, before) => {
    if (wants !== before.wants) void bring('pack', wants);
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
