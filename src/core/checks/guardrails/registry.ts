/**
 * What is allowed and seldom wise, one file each. A guardrail is information or a warning, never an error: it says why it
 * matters, leads to the documentation of the project that owns it and, where that can be written as data, offers a way
 * out. It keeps quiet where the workspace does not show enough to tell, and can be switched off with a reason.
 */
import type { Guardrail } from '../types.ts';
import { allWeightsZero } from './allWeightsZero.ts';
import { cannotWake } from './cannotWake.ts';
import { certificateHost } from './certificateHost.ts';
import { circuitBreakerAlone } from './circuitBreakerAlone.ts';
import { globalLimitOneProxy } from './globalLimitOneProxy.ts';
import { highLimit } from './highLimit.ts';
import { localLimitAcrossProxies } from './localLimitAcrossProxies.ts';
import { neverToZero } from './neverToZero.ts';
import { noAuthentication } from './noAuthentication.ts';
import { noDisruptionBudget } from './noDisruptionBudget.ts';
import { noReadinessProbe } from './noReadinessProbe.ts';
import { noRequests } from './noRequests.ts';
import { noTls } from './noTls.ts';
import { noTokenBudget } from './noTokenBudget.ts';
import { plainHttp } from './plainHttp.ts';
import { providerWithoutCredentials } from './providerWithoutCredentials.ts';
import { providerWithoutTls } from './providerWithoutTls.ts';
import { scalingRange } from './scalingRange.ts';
import { smallBuffer } from './smallBuffer.ts';
import { twoAutoscalers } from './twoAutoscalers.ts';
import { twoCredentials } from './twoCredentials.ts';

/** Every guardrail. A new one is one file and one line here. */
export const guardrails: readonly Guardrail[] = [
  plainHttp,
  noTls,
  noAuthentication,
  allWeightsZero,
  noReadinessProbe,
  circuitBreakerAlone,
  localLimitAcrossProxies,
  highLimit,
  smallBuffer,
  twoCredentials,
  providerWithoutTls,
  providerWithoutCredentials,
  cannotWake,
  twoAutoscalers,
  noRequests,
  noDisruptionBudget,
  certificateHost,
  scalingRange,
  neverToZero,
  noTokenBudget,
  globalLimitOneProxy,
];
