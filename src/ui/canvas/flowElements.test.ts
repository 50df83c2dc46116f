import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { createCanvasModel } from '../../state/canvas/createCanvasModel.ts';
import { framesOf } from '../../state/canvas/frames.ts';
import type { Rect } from '../../state/canvas/spatial.ts';
import { createFlowEdges, createFlowNodes } from './flowElements.ts';

const text = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop }
spec: { rules: [{ backendRefs: [{ name: cart, port: 80 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart }
spec: { ports: [{ port: 80 }] }
`;
const route = 'gateway.networking.k8s.io/HTTPRoute/default/shop' as ResourceId;
const service = '/Service/default/cart' as ResourceId;
const model = createCanvasModel()(analyse([{ path: 'a.yaml', text }]), {
  hiddenKinds: [],
  hiddenNamespaces: [],
  expandedPolicies: [],
  unfolded: new Set(),
});
const rectsAt = (x: number): ReadonlyMap<ResourceId, Rect> =>
  new Map([
    [route, { x: 0, y: 0, width: 280, height: 100 }],
    [service, { x, y: 40, width: 280, height: 100 }],
  ]);
const noSelection: ReadonlySet<string> = new Set();

describe('createFlowEdges', () => {
  const sides = (x: number) => {
    const [edge] = createFlowEdges()(model.links, rectsAt(x), noSelection);
    return [edge?.sourceHandle, edge?.targetHandle].map((handle) => handle?.split(':')[0]);
  };

  it('leaves and enters where the cards face each other', () => {
    expect(sides(400)).toEqual(['right', 'left']);
    expect(sides(-400)).toEqual(['left', 'right']);
    expect(sides(40)).toEqual(['left', 'left']);
  });

  it('runs between rows', () => {
    const [edge] = createFlowEdges()(model.links, rectsAt(400), noSelection);
    expect(edge?.sourceHandle).toMatch(/^right:rules\//);
    expect(edge?.targetHandle).toMatch(/^left:/);
  });

  it('is the same list while nothing changes', () => {
    const build = createFlowEdges();
    expect(build(model.links, rectsAt(400), noSelection)).toBe(build(model.links, rectsAt(440), noSelection));
  });

  it('leaves out lines to cards without a place', () => {
    expect(createFlowEdges()(model.links, new Map(), noSelection)).toEqual([]);
  });
});

describe('createFlowNodes', () => {
  const cards = model.cards;
  const input = (x: number, selected: readonly string[] = []) => ({
    cards,
    rects: rectsAt(x),
    selected: new Set(selected),
    frames: framesOf(cards.values(), (id) => rectsAt(x).get(id)),
    edges: createFlowEdges()(model.links, rectsAt(x), noSelection),
  });
  const nodeOf = (nodes: ReturnType<ReturnType<typeof createFlowNodes>>, id: string) =>
    nodes.find((node) => node.id === id);

  it('gives only what changed a new object', () => {
    const build = createFlowNodes();
    const before = build(input(400));
    const moved = build(input(440));
    expect(nodeOf(moved, route)).toBe(nodeOf(before, route));
    expect(nodeOf(moved, service)).not.toBe(nodeOf(before, service));
    const selected = build(input(440, [route]));
    expect(nodeOf(selected, service)).toBe(nodeOf(moved, service));
    expect(nodeOf(selected, route)).toMatchObject({ selected: true });
    expect(nodeOf(selected, route)?.ariaLabel).toMatch(/selected$/);
  });

  it('says sizes and handles, so nothing has to be measured', () => {
    const node = nodeOf(createFlowNodes()(input(400)), service);
    const { width, height } = cards.get(service)?.size ?? {};
    expect(node?.measured).toEqual({ width, height });
    expect(node?.handles?.find((handle) => handle.id === 'right')).toMatchObject({
      x: width,
      type: 'source',
    });
  });

  it('puts frames below the cards', () => {
    const [frame, ...others] = createFlowNodes()(input(400));
    expect(frame).toMatchObject({ id: 'frame default', type: 'frame', zIndex: -1, selectable: false });
    expect(others.every((node) => node.type !== 'frame')).toBe(true);
  });
});
