/** Every overlay there is, one a pack. To add one, write its module and name it here. */

import { aiGateway } from './ai-gateway/aiGateway.ts';
import { verticalPodAutoscaler } from './autoscaling/verticalPodAutoscaler.ts';
import { certManager, certManagerAcme } from './cert-manager/certManager.ts';
import { envoyGateway } from './envoy-gateway/envoyGateway.ts';
import { gatewayApi, gatewayApiExperiments } from './gateway-api/gatewayApi.ts';
import { inferenceExperiments, inferenceExtension } from './inference-extension/inferenceExtension.ts';
import { keda } from './keda/keda.ts';
import { kedaEventing } from './keda/kedaEventing.ts';
import { kedaHttp } from './keda-http/kedaHttp.ts';
import { apps } from './kubernetes/apps.ts';
import { batch } from './kubernetes/batch.ts';
import { core } from './kubernetes/core.ts';
import { discovery } from './kubernetes/discovery.ts';
import { networking } from './kubernetes/networking.ts';
import { rbac } from './kubernetes/rbac.ts';
import { autoscaling, policy } from './kubernetes/scaling.ts';
import type { Overlay } from './overlay.ts';
import { prometheusOperator } from './prometheus-operator/prometheusOperator.ts';

export const overlays: readonly Overlay[] = [
  gatewayApi,
  gatewayApiExperiments,
  envoyGateway,
  inferenceExtension,
  inferenceExperiments,
  keda,
  kedaEventing,
  kedaHttp,
  certManager,
  certManagerAcme,
  prometheusOperator,
  verticalPodAutoscaler,
  core,
  apps,
  batch,
  autoscaling,
  policy,
  networking,
  discovery,
  rbac,
  aiGateway,
];
