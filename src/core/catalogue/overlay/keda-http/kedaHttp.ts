/**
 * KEDA HTTP add-on v0.15.0: workloads scaled by the requests that wait for them, held by an interceptor meanwhile.
 * No package holds these kinds, so all of it is written here: two kinds, each in its own version.
 * https://kedacore.github.io/http-add-on/
 */
import type { Overlay } from '../overlay.ts';
import { httpScaledObject } from './httpScaledObject.ts';
import { interceptorRoute } from './interceptorRoute.ts';

export const kedaHttp: Overlay = {
  pack: 'http.keda.sh',
  upstream: {
    project: 'KEDA HTTP add-on',
    version: 'v0.15.0',
    docs: 'https://kedacore.github.io/http-add-on/',
  },
  types: { ...httpScaledObject, ...interceptorRoute },
  kinds: [
    {
      group: 'http.keda.sh',
      version: 'v1alpha1',
      kind: 'HTTPScaledObject',
      plural: 'httpscaledobjects',
      scope: 'namespaced',
      type: 'http.keda.sh/v1alpha1.HTTPScaledObject',
      storage: true,
    },
    {
      group: 'http.keda.sh',
      version: 'v1beta1',
      kind: 'InterceptorRoute',
      plural: 'interceptorroutes',
      scope: 'namespaced',
      type: 'http.keda.sh/v1beta1.InterceptorRoute',
      storage: true,
    },
  ],
};
