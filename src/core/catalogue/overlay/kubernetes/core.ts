/**
 * The pack of the core group: Services, ConfigMaps, Secrets, Namespaces, ServiceAccounts, Pods and claims, with what
 * the API server demands of them. It promises the server's own rules and defaults at v1.36; it refuses what admission
 * plugins add.
 */
import type { Overlay } from '../overlay.ts';
import { immutable } from '../rules.ts';
import { configTypes } from './config.ts';
import { filledText, linkTo, nativeKinds, port } from './native.ts';
import { nativePods, volumeReferences } from './pods.ts';
import { serviceTypes } from './service.ts';
import { kubernetesUpstream } from './upstream.ts';

const claimPage = linkTo('storage/persistent-volumes/');

const fixedInClaim = (field: string) =>
  `The ${field} of a claim cannot be changed. Keep the old value, or make another claim.`;

const claimTypes: Overlay['types'] = {
  'v1.PersistentVolumeClaim': {
    require: ['spec'],
    fields: {
      spec: {
        rules: ['accessModes', 'selector', 'volumeMode', 'dataSource', 'dataSourceRef']
          .map((field) =>
            immutable(field, {
              message: fixedInClaim(field),
              link: claimPage,
            }),
          )
          .concat({
            // The server fills it in when there is a default class, so it may appear later.
            rule: 'immutable',
            field: 'storageClassName',
            once: true,
            message: fixedInClaim('storageClassName'),
            link: claimPage,
          }),
      },
    },
  },
};

const podTypes: Overlay['types'] = {
  'v1.Pod': { require: ['spec'], fields: { spec: { rules: [volumeReferences('')] } } },
};

const endpointTypes: Overlay['types'] = {
  'v1.EndpointPort': { fields: { port, protocol: { default: 'TCP' } } },
  'v1.EndpointAddress': { fields: { ip: { ...filledText, format: 'ip' } } },
};

export const core: Overlay = {
  pack: 'core',
  upstream: kubernetesUpstream,
  extends: [nativePods],
  types: { ...serviceTypes, ...configTypes, ...claimTypes, ...podTypes, ...endpointTypes },
  kinds: nativeKinds('', 'v1', 'v1', [
    ['ConfigMap', 'configmaps'],
    ['Endpoints', 'endpoints'],
    ['Namespace', 'namespaces', 'cluster'],
    ['PersistentVolumeClaim', 'persistentvolumeclaims'],
    ['Pod', 'pods'],
    ['Secret', 'secrets'],
    ['Service', 'services'],
    ['ServiceAccount', 'serviceaccounts'],
  ]),
};
