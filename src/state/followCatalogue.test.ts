import { describe, expect, it, vi } from 'vitest';
import { loadPacks } from '../../scripts/catalogue/loadPacks.ts';
import { CoreHost } from '../worker/coreHost.ts';
import { createStudio } from './createStudio.ts';
import { followCatalogue } from './followCatalogue.ts';

const { index, packs } = loadPacks();
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop}
spec: {rulez: []}
`;
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

function partOf(name: string): string {
  return JSON.stringify(name === 'index' ? index : packs.find((pack) => pack.name === name));
}

describe('followCatalogue', () => {
  it('brings the index, then the packs of the groups that are met, each once', async () => {
    const studio = createStudio(new CoreHost());
    const asked: string[] = [];
    const stop = followCatalogue(studio, async (name) => {
      asked.push(name);
      return partOf(name);
    });
    await studio.open({ id: 'a', name: 'A', files: new Map([['a.yaml', route]]) });
    const codes = () => studio.analysis.getState().findings.map(({ code }) => code);
    await soon(() => expect(codes()).toContain('TS101'));
    expect(asked).toEqual(['index', 'gateway.networking.k8s.io']);
    await studio.open({ id: 'b', name: 'B', files: new Map([['b.yaml', route]]) });
    await soon(() => expect(codes()).toContain('TS101'));
    expect(asked).toHaveLength(2);
    stop();
  });

  it('says what could not be loaded and tries again when asked to', async () => {
    const studio = createStudio(new CoreHost());
    let isDown = true;
    const stop = followCatalogue(studio, async (name) => {
      if (isDown) throw new Error('status 503');
      return partOf(name);
    });
    await studio.open({ id: 'a', name: 'A', files: new Map([['a.yaml', route]]) });
    await soon(() => expect(studio.view.getState().notices).toHaveLength(1));
    const [notice] = studio.view.getState().notices;
    expect(notice?.text).toContain('status 503');
    isDown = false;
    notice?.action?.run();
    await soon(() => expect(studio.analysis.getState().findings.map(({ code }) => code)).toContain('TS101'));
    stop();
  });
});
