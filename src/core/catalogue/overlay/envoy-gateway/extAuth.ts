import { flag, text } from '../fields.ts';
import { atMostOneOf, exactlyOneOf, oneOfValues } from '../rules.ts';
import { extensionBackends, someBackend } from './backendRefs.ts';
import { envoyTypes } from './envoyType.ts';
import { statusOnError } from './extensionPolicy.ts';

/** A service that is asked whether a request may pass. */
export const extAuth = envoyTypes({
  ExtAuth: {
    fields: {
      failOpen: { default: false },
      includeRouteMetadata: flag('Tells the service which route and which rule a request belongs to.'),
      statusOnError: statusOnError('What is answered when the service cannot be asked; 403 when absent.'),
      contextExtensions: { listType: 'map', listKeys: ['name'] },
    },
    rules: [
      exactlyOneOf(['grpc', 'http'], {
        message: 'The service is asked over gRPC or over HTTP: write exactly one of grpc and http.',
      }),
    ],
  },
  GRPCExtAuthService: { rules: [someBackend('backendRef'), extensionBackends] },
  HTTPExtAuthService: {
    fields: { pathOverride: text('The path that the service is asked at, whatever that of the request is.') },
    rules: [
      someBackend('backendRef'),
      extensionBackends,
      atMostOneOf(['path', 'pathOverride'], {
        message:
          'path is put before the path of the request, pathOverride takes its place. Keep one of them.',
      }),
    ],
  },
  ContextExtension: {
    fields: { type: { default: 'Value' } },
    rules: [{ rule: 'union', tag: 'type', members: { Value: 'value', ValueRef: 'valueRef' } }],
  },
  LocalObjectKeyReference: {
    rules: [
      oneOfValues('kind', ['ConfigMap', 'Secret'], {
        message: 'A value can stand in a ConfigMap or a Secret, not in {value}. Change kind.',
      }),
      oneOfValues('group', ['', 'v1'], {
        message: 'ConfigMaps and Secrets are of the core group, not of {value}. Set group to an empty text.',
      }),
    ],
  },
});
