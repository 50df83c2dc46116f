import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const scaledObject = (name: string, spec: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'http.keda.sh/v1alpha1/HTTPScaledObject',
  spec,
  places,
});
const route = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'http.keda.sh/v1beta1/InterceptorRoute',
  spec: {
    target: { service: 'shop', port: 80 },
    scalingMetric: { concurrency: { targetValue: 10 } },
    ...more,
  },
  places,
});
const scaleTargetRef = { name: 'shop', service: 'shop', port: 80 };
const placeholder = (response: object) => ({ coldStart: { placeholder: { response } } });

testSpecCases(
  [
    scaledObject('a port by number', { scaleTargetRef }),
    scaledObject('a port by name', { scaleTargetRef: { service: 'shop', portName: 'http' } }),
    scaledObject('a port twice', { scaleTargetRef: { ...scaleTargetRef, portName: 'http' } }, [
      'scaleTargetRef.portName',
    ]),
    scaledObject('no port', { scaleTargetRef: { service: 'shop' } }, ['scaleTargetRef']),
    scaledObject(
      'no port of the failover',
      { scaleTargetRef, coldStartTimeoutFailoverRef: { service: 'sorry' } },
      ['coldStartTimeoutFailoverRef'],
    ),
    scaledObject(
      'a header twice',
      { scaleTargetRef, headers: [{ name: 'a' }, { name: 'b' }, { name: 'a', value: '1' }] },
      ['headers.2'],
    ),
    scaledObject('a header without a name', { scaleTargetRef, headers: [{ name: '' }] }, ['headers.0.name']),
    scaledObject('a rate with what is left out', { scaleTargetRef, scalingMetric: { requestRate: {} } }),
    scaledObject('nothing', {}, ['']),

    route('the least', {}),
    route('a port twice', { target: { service: 'shop', port: 80, portName: 'http' } }, ['target.portName']),
    route('no port', { target: { service: 'shop' } }, ['target']),
    route('a port out of range', { target: { service: 'shop', port: 0 } }, ['target.port']),
    route('nothing measured', { scalingMetric: {} }, ['scalingMetric']),
    route('both measured', {
      scalingMetric: { concurrency: { targetValue: 1 }, requestRate: { targetValue: 1, window: '2m' } },
    }),
    route('no replicas for a request', { scalingMetric: { concurrency: { targetValue: 0 } } }, [
      'scalingMetric.concurrency.targetValue',
    ]),
    route('an empty cold start', { coldStart: {} }, ['coldStart']),
    route('a fallback', { coldStart: { fallback: { service: { name: 'sorry', portName: 'http' } } } }),
    route('a fallback without a port', { coldStart: { fallback: { service: { name: 'sorry' } } } }, [
      'coldStart.fallback.service',
    ]),
    route('an empty answer', placeholder({})),
    route('an answer with two bodies', placeholder({ body: 'x', bodyFromConfigMap: { name: 'y' } }), [
      'coldStart.placeholder.response.bodyFromConfigMap',
    ]),
    route('a status that is none', placeholder({ statusCode: 99 }), [
      'coldStart.placeholder.response.statusCode',
    ]),
    route('a host twice', { rules: [{ hosts: ['a', 'b', 'a'] }] }, ['rules.0.hosts.2']),
    route('a header twice', { rules: [{ headers: [{ name: 'a' }, { name: 'a' }] }] }, ['rules.0.headers.1']),
    route('an empty path', { rules: [{ paths: [{ value: '' }] }] }, ['rules.0.paths.0.value']),
  ],
  'keda-http-add-on-v0.15.0',
);
