/**
 * The Inference Extension v1.6.0: pools of model servers that a route can name as a backend. No package holds it; its
 * types are written here, and take names, labels and controllers from Gateway API.
 */
import type { PackKind, Upstream } from '../../pack.ts';
import { gatewayApi } from '../gateway-api/gatewayApi.ts';
import type { Overlay } from '../overlay.ts';
import { inferencePool, inferencePoolFolder } from './inferencePool.ts';
import { inferencePoolImport, inferencePoolImportFolder } from './inferencePoolImport.ts';

const upstream: Upstream = {
  project: 'Gateway API Inference Extension',
  version: 'v1.6.0',
  docs: 'https://gateway-api-inference-extension.sigs.k8s.io/reference/spec/',
};

const pool: PackKind = {
  group: 'inference.networking.k8s.io',
  version: 'v1',
  kind: 'InferencePool',
  plural: 'inferencepools',
  scope: 'namespaced',
  type: `${inferencePoolFolder}.InferencePool`,
  storage: true,
};

const poolImport: PackKind = {
  group: 'inference.networking.x-k8s.io',
  version: 'v1alpha1',
  kind: 'InferencePoolImport',
  plural: 'inferencepoolimports',
  scope: 'namespaced',
  type: `${inferencePoolImportFolder}.InferencePoolImport`,
  storage: true,
};

export const inferenceExtension: Overlay = {
  pack: 'inference.networking.k8s.io',
  upstream,
  extends: [gatewayApi],
  kinds: [pool],
  types: inferencePool,
};

/** What upstream tries out under a group of its own. */
export const inferenceExperiments: Overlay = {
  pack: 'inference.networking.x-k8s.io',
  upstream,
  extends: [inferenceExtension],
  kinds: [poolImport],
  types: inferencePoolImport,
};
