import { describe, expect, it } from 'vitest';
import { shopFiles } from '../templates/testing/shopWorkspace.ts';
import { id, perform, refusalOf } from './testContext.ts';
import {
  patternArgs as args,
  shopGateway as edge,
  linesOfPattern as lines,
  shopRoute as route,
} from './testPatterns.ts';

const gatewayApi = 'gateway.networking.k8s.io';

describe('apply-pattern', () => {
  it('is one change with a name, and selects what it is about', () => {
    const { change, texts } = perform({}, 'apply-pattern', args('cors'));
    expect(change.label).toBe('Apply CORS');
    expect(change.files).toHaveLength(1);
    expect(change.select).toEqual([
      `${gatewayApi}/Gateway/default/web`,
      `${gatewayApi}/HTTPRoute/default/api`,
      'gateway.envoyproxy.io/SecurityPolicy/default/api',
    ]);
    expect(texts['traffic.yaml']).toMatch(/^# traffic-studio: pattern cors\napiVersion: /);
  });

  it('edits what it is given: the five lines of a canary and no other', () => {
    const spare = id('/Service/shop/spare');
    const roles = { route, stable: id('/Service/shop/cart'), canary: spare };
    expect(lines('canary', { roles, answers: { percent: 25 } })).toEqual([
      '+           weight: 75',
      '+         # traffic-studio: pattern canary',
      '+         # Raise this share step by step, and lower the other by as much.',
      '+         - name: spare',
      '+           port: 80',
      '+           weight: 25',
    ]);
  });

  it('goes where the first role is, or where it is told', () => {
    const select = (rest: Parameters<typeof args>[1]) =>
      perform(shopFiles, 'apply-pattern', args('cors', rest)).change.select?.at(-1);
    expect(select({ roles: { target: route } })).toBe('gateway.envoyproxy.io/SecurityPolicy/shop/shop');
    expect(select({})).toBe('gateway.envoyproxy.io/SecurityPolicy/default/api');
    expect(select({ namespace: 'lab' })).toBe('gateway.envoyproxy.io/SecurityPolicy/lab/api');
  });

  it('makes a namespace in which nothing is yet', () => {
    const { texts } = perform(shopFiles, 'apply-pattern', args('cors', { namespace: 'lab' }));
    expect(Object.keys(texts)).toContain('namespace-lab.yaml');
    const again = perform(texts, 'apply-pattern', args('cors', { namespace: 'lab' })).texts;
    expect(Object.keys(again).filter((path) => path.startsWith('namespace-'))).toHaveLength(1);
  });

  it('gives what it makes names that are free', () => {
    const once = perform({}, 'apply-pattern', args('cors')).texts;
    const { change } = perform(once, 'apply-pattern', args('cors'));
    expect(change.select).toEqual([
      `${gatewayApi}/Gateway/default/web-2`,
      `${gatewayApi}/HTTPRoute/default/api-2`,
      'gateway.envoyproxy.io/SecurityPolicy/default/api-2',
    ]);
  });

  it('notes the guide that led to it', () => {
    const guide = { id: 'authentication', answers: ['no', 'yes'] };
    const { texts } = perform({}, 'apply-pattern', args('jwt', { guide }));
    expect(texts['traffic.yaml']).toMatch(/^# traffic-studio: pattern jwt guide authentication: no, yes\n/);
  });

  it.each([
    [args('none'), 'There is no pattern "none". Choose another.'],
    [
      args('canary', { answers: { percent: 101 } }),
      'Share of the new version wants a whole number from 0 to 100, not 101.',
    ],
    [args('canary', { answers: { speed: 1 } }), 'Canary release has no parameter "speed". Leave it out.'],
    [args('canary', { roles: { boss: route } }), 'Canary release has no place for "boss". Leave it out.'],
    [
      args('canary', { roles: { route: id('x/Y/z/w') } }),
      'What was chosen as Route is not in the workspace any more. Choose an HTTPRoute.',
    ],
    [
      args('canary', { roles: { route: edge } }),
      'Gateway edge in namespace shop cannot be Route. Choose an HTTPRoute.',
    ],
    [
      args('canary', { namespace: 'No' }),
      '"No" is no name for a Namespace. Use lower case letters, digits and "-", and begin and end with a letter or digit.',
    ],
    [
      args('jwt', { guide: { id: 'x', answers: ['a b'] } }),
      'The answers of the guide cannot be written down. Open the guide again.',
    ],
  ])('refuses %j', (given, reason) => {
    expect(refusalOf(shopFiles, 'apply-pattern', given)).toBe(reason);
  });

  it('refuses to work with what does not parse', () => {
    const files = { ...shopFiles, 'shop.yaml': `${shopFiles['shop.yaml']}  - [\n` };
    const broken = args('cors', { roles: { target: id(`${gatewayApi}/GRPCRoute/shop/stock`) } });
    expect(refusalOf(files, 'apply-pattern', broken)).toBe(
      'GRPCRoute stock in namespace shop cannot be changed while shop.yaml does not parse. Mend that first.',
    );
  });
});
