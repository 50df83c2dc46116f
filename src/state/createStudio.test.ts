import { describe, expect, it } from 'vitest';
import type { ResourceId } from '../core/workspace/types.ts';
import { CoreHost } from '../worker/coreHost.ts';
import { createStudio } from './createStudio.ts';

const service = (name: string) => `apiVersion: v1
kind: Service
metadata:
  name: ${name} # the name
spec:
  ports:
    - port: 80
`;
const id = (name: string) => `/Service/default/${name}` as ResourceId;

async function studioWith(files: Record<string, string>) {
  const studio = createStudio(new CoreHost());
  await studio.open({ id: 'w', name: 'W', files: new Map(Object.entries(files)) });
  return studio;
}

describe('createStudio', () => {
  it('runs an action as one undo step and selects what it made', async () => {
    const studio = await studioWith({ 'a.yaml': service('cart') });
    await studio.run('duplicate', { ids: [id('cart')] }, { at: { x: 5, y: 6 } });
    expect([...studio.analysis.getState().resources.keys()]).toEqual([id('cart'), id('cart-copy')]);
    expect(studio.view.getState().selection).toEqual([id('cart-copy')]);
    expect(studio.workspace.getState().layout).toEqual({ [id('cart-copy')]: { x: 5, y: 6 } });
    studio.undo();
    await studio.settled();
    expect(studio.workspace.getState().files.get('a.yaml')).toBe(service('cart'));
    expect(studio.workspace.getState().layout).toEqual({});
    expect([...studio.analysis.getState().resources.keys()]).toEqual([id('cart')]);
  });

  it('shows a refusal and changes nothing', async () => {
    const studio = await studioWith({ 'a.yaml': service('cart') });
    await studio.run('rename', { id: id('cart'), name: 'Not A Name' });
    expect(studio.view.getState().notices).toHaveLength(1);
    expect(studio.workspace.getState().past).toEqual([]);
  });

  it('applies an action to the newest text, also when keys are pressed meanwhile', async () => {
    const studio = await studioWith({ 'a.yaml': service('cart') });
    const running = studio.run('rename', { id: id('cart'), name: 'basket' });
    studio.commit(
      {
        label: 'Type',
        files: [{ type: 'edit', path: 'a.yaml', edits: [{ start: 0, end: 0, text: '# typed\n' }] }],
      },
      'editor',
    );
    await running;
    expect(studio.workspace.getState().files.get('a.yaml')).toBe(`# typed\n${service('basket')}`);
  });

  it('lets layout and selection follow a name that is typed', async () => {
    const studio = await studioWith({ 'a.yaml': service('cart') });
    studio.select([id('cart')]);
    studio.move({ [id('cart')]: { x: 1, y: 2 } });
    const at = service('cart').indexOf(' # the name');
    studio.commit(
      {
        label: 'Type',
        files: [{ type: 'edit', path: 'a.yaml', edits: [{ start: at, end: at, text: 's' }] }],
      },
      'editor',
    );
    await studio.settled();
    expect(studio.view.getState().selection).toEqual([id('carts')]);
    expect(studio.workspace.getState().layout).toEqual({ [id('carts')]: { x: 1, y: 2 } });
  });

  it('reveals the lines of what is selected and knows what stands at an offset', async () => {
    const studio = await studioWith({ 'a.yaml': `${service('cart')}---\n${service('shop')}` });
    studio.select([id('shop')]);
    const { reveal, openFile } = studio.view.getState();
    expect(openFile).toBe('a.yaml');
    expect(reveal?.range.start).toBe(service('cart').length);
    expect(studio.resourceAt('a.yaml', 3)).toBe(id('cart'));
    expect(studio.resourceAt('a.yaml', service('cart').length + 8)).toBe(id('shop'));
  });

  it('counts changes from the baseline', async () => {
    const studio = await studioWith({ 'a.yaml': service('cart') });
    await studio.run('rename', { id: id('cart'), name: 'basket' });
    expect((await studio.review()).resources).toHaveLength(1);
    studio.markReviewed();
    expect((await studio.review()).resources).toHaveLength(0);
  });
});
