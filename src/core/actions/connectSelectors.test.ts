import { describe, expect, it } from 'vitest';
import { cartDeployment, cartService } from './samples.ts';
import { changedLines, id, linesChangedBy, perform, refusalOf, testContext } from './testContext.ts';

const deployment = id('apps/Deployment/web/cart');
const service = id('/Service/web/cart');
const budget = id('policy/PodDisruptionBudget/web/calm');
const monitor = id('monitoring.coreos.com/ServiceMonitor/web/watch');
const ingress = id('networking.k8s.io/Ingress/web/door');
const scaled = id('http.keda.sh/HTTPScaledObject/web/wake');

const calm = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: calm
  namespace: web
spec:
  maxUnavailable: 1
`;
const watch = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: watch
  namespace: web
spec:
  selector: {}
  endpoints:
    - port: metrics
`;
const door = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: door
  namespace: web
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: old # until now
                port:
                  name: web
`;
const labelled = cartService.replace(
  'namespace: web\n',
  'namespace: web\n  labels: {app: cart, team: shop}\n',
);
const join = (...documents: readonly string[]) => documents.join('---\n');

describe('a budget', () => {
  it('selects the pods of a workload by the labels that the workload selects by', () => {
    expect(
      linesChangedBy(join(calm, cartDeployment), 'connect', { from: { id: budget }, to: { id: deployment } }),
    ).toEqual(['+   selector:', '+     matchLabels:', '+       app: cart', '+       tier: api']);
  });

  it('selects another workload instead, without the expressions that were meant for the one before', () => {
    const text = join(
      `${calm}  selector:\n    # those of before\n    matchLabels:\n      app: old\n    matchExpressions:\n      - {key: tier, operator: NotIn, values: [api]}\n`,
      cartDeployment,
    );
    expect(linesChangedBy(text, 'connect', { from: { id: deployment }, to: { id: budget } })).toEqual([
      '-       app: old',
      '-     matchExpressions:',
      '-       - {key: tier, operator: NotIn, values: [api]}',
      '+       app: cart',
      '+       tier: api',
    ]);
  });

  it('says when it does already, by labels or by everything', () => {
    for (const selector of ['{matchLabels: {app: cart}}', '{}'])
      expect(
        refusalOf({ a: join(`${calm}  selector: ${selector}\n`, cartDeployment) }, 'connect', {
          from: { id: budget },
          to: { id: deployment },
        }),
      ).toBe('PodDisruptionBudget calm targets Deployment cart already.');
  });

  it('gives its labels to a workload that is dropped on it', () => {
    const { texts } = perform({ a: `${calm}  selector: {matchLabels: {app: calm}}\n` }, 'create', {
      kind: { group: 'apps', kind: 'StatefulSet' },
      connectTo: { id: budget },
    });
    expect(texts.a).toContain('    matchLabels:\n      app: calm\n');
    const { analysis } = testContext(texts);
    expect(
      [...analysis.edges.values()].some(({ from, to }) => from === budget && to.includes('StatefulSet')),
    ).toBe(true);
  });
});

describe('a monitor', () => {
  it('selects a Service by the label that lasts', () => {
    const text = join(watch.replace('selector: {}', 'selector: {matchLabels: {app: x}}'), labelled);
    expect(linesChangedBy(text, 'connect', { from: { id: monitor }, to: { id: service } })).toEqual([
      '-   selector: {matchLabels: {app: x}}',
      '+   selector: {matchLabels: {app: cart}}',
    ]);
  });

  it('needs labels of the Service itself', () => {
    const text = join(watch.replace('selector: {}', 'selector: {matchLabels: {app: x}}'), cartService);
    expect(refusalOf({ a: text }, 'connect', { from: { id: monitor }, to: { id: service } })).toBe(
      'Service cart has no labels to select by. Add some to metadata.labels first.',
    );
  });

  it('made on a Service selects it by the label it has; a Service made on it gets its labels', () => {
    const made = perform({ a: labelled }, 'create', {
      kind: { group: 'monitoring.coreos.com', kind: 'ServiceMonitor' },
      connectTo: { id: service },
    });
    expect(changedLines(labelled, made.texts.a ?? '')).toContain('+       app: cart');
    const text = watch.replace('selector: {}', 'selector: {matchLabels: {team: shop}}');
    const { texts } = perform({ a: text }, 'create', {
      kind: { group: '', kind: 'Service' },
      connectTo: { id: monitor },
    });
    expect(texts.a).toContain('    team: shop\n');
    expect(texts.a).toContain('selector: {matchLabels: {team: shop}}');
  });
});

describe('credentials of a trigger', () => {
  const scaler = id('keda.sh/ScaledObject/web/grow');
  const login = id('keda.sh/TriggerAuthentication/web/login');
  const grow = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: grow, namespace: web}
spec:
  scaleTargetRef: {name: cart}
  triggers:
    - type: cpu
      metadata: {value: '70'}
    # what waits
    - type: redis
      metadata: {listName: jobs}
    - type: kafka
      metadata: {topic: jobs}
`;
  const auth = `apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata: {name: login, namespace: web}
spec: {podIdentity: {provider: aws}}
`;
  const text = join(grow, auth);

  it('go to the chosen trigger, else to the first that asks for any', () => {
    const added = ['+       authenticationRef:', '+         name: login'];
    const lines = (row?: string) =>
      linesChangedBy(text, 'connect', { from: { id: scaler, ...(row ? { row } : {}) }, to: { id: login } });
    expect(lines()).toEqual(added);
    expect(lines('triggers/2')).toEqual(added);
    const { texts } = perform({ a: text }, 'connect', { from: { id: scaler }, to: { id: login } });
    expect(texts.a).toContain('metadata: {listName: jobs}\n      authenticationRef:\n        name: login\n');
  });

  it('are refused by a trigger that asks for none', () => {
    expect(
      refusalOf({ a: text }, 'connect', { from: { id: scaler, row: 'triggers/0' }, to: { id: login } }),
    ).toBe('A cpu trigger asks nobody who wants to know who it is. Choose another trigger.');
  });
});

describe('what is disconnected', () => {
  const edgeTo = (text: string, to: string) =>
    [...testContext({ a: text }).analysis.edges.values()].find((edge) => edge.to === to)?.id ?? '';

  it('takes the selector of a budget away', () => {
    const text = join(`${calm}  selector: {matchLabels: {app: cart}}\n`, cartDeployment);
    expect(linesChangedBy(text, 'disconnect', { edges: [edgeTo(text, deployment)] })).toEqual([
      '-   selector: {matchLabels: {app: cart}}',
    ]);
  });

  it('keeps the selector of a monitor, which cannot be without one', () => {
    const text = join(watch.replace('selector: {}', 'selector: {matchLabels: {app: cart}}'), labelled);
    expect(refusalOf({ a: text }, 'disconnect', { edges: [edgeTo(text, service)] })).toBe(
      'ServiceMonitor watch needs spec.selector. Connect it to something else instead, or delete it.',
    );
  });

  it('takes the name of a ServiceAccount away, which pods can do without', () => {
    const text = cartDeployment.replace('    spec:\n', '    spec:\n      serviceAccountName: cart # who\n');
    expect(linesChangedBy(text, 'disconnect', { edges: [edgeTo(text, '/ServiceAccount/web/cart')] })).toEqual(
      ['-       serviceAccountName: cart # who'],
    );
  });
});

describe('ports that stand elsewhere', () => {
  it('a backend of an Ingress turns to another Service, with its port by number', () => {
    const { change, texts } = perform({ a: join(door, cartService) }, 'connect', {
      from: { id: ingress },
      to: { id: service, row: 'ports/metrics' },
    });
    expect(changedLines(join(door, cartService), texts.a ?? '')).toEqual([
      '-                 name: old # until now',
      '+                 name: cart # until now',
      '-                   name: web',
      '+                   number: 9090',
    ]);
    expect(change.label).toContain('instead of Service old');
  });

  it('a backend is made with its port where there is none', () => {
    const text = join(door.slice(0, door.indexOf('            backend:')), cartService);
    expect(linesChangedBy(text, 'connect', { from: { id: ingress }, to: { id: service } })).toEqual([
      '+             backend:',
      '+               service:',
      '+                 name: cart',
      '+                 port:',
      '+                   number: 8080',
    ]);
  });

  it('an HTTPScaledObject gets the Service and its port beside the workload', () => {
    const wake = `apiVersion: http.keda.sh/v1alpha1
kind: HTTPScaledObject
metadata: {name: wake, namespace: web}
spec:
  scaleTargetRef:
    name: cart
`;
    const args = { from: { id: scaled }, to: { id: service, row: 'ports/http' } };
    expect(linesChangedBy(join(wake, cartService), 'connect', args)).toEqual([
      '+     service: cart',
      '+     port: 8080',
    ]);
    const named = `${wake}    service: old\n    portName: web\n`;
    expect(linesChangedBy(join(named, cartService), 'connect', args)).toEqual([
      '-     service: old',
      '-     portName: web',
      '+     service: cart',
      '+     port: 8080',
    ]);
  });
});
