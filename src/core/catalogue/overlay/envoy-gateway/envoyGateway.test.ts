import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAccepted, judge } from '../../../schema/judge.ts';
import { parseYaml } from '../../../yaml/parseYaml.ts';
import { Catalogue } from '../../catalogue.ts';
import type { Pack, PackIndex } from '../../pack.ts';

const folder = new URL('../../../../../generated/catalogue/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const catalogue = new Catalogue({
  index: read('index.json') as PackIndex,
  packs: [read('gateway.envoyproxy.io.json') as Pack],
  crds: [],
  channel: 'standard',
});

function judged(kind: string, spec: unknown) {
  const found = catalogue.find('gateway.envoyproxy.io', 'v1alpha1', kind);
  if (found.state !== 'known') throw new Error(`${kind} is ${found.state}`);
  const apiVersion = 'gateway.envoyproxy.io/v1alpha1';
  return judge(found.kind, { apiVersion, kind, metadata: { name: 'a', namespace: 'b' }, spec });
}

/**
 * Rows of `where the fault is | the spec as YAML in braces`, `ok` where there is none. What every row of a kind needs to
 * be complete stands in `base`, and a row may overwrite it; `{..}` in `inside` is the row.
 */
interface Table {
  readonly kind: string;
  readonly base?: string;
  readonly inside?: string;
  readonly rows: string;
}

const route = 'targetRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: r}]';
const gateway = 'targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: g}]';
const target = 'targetRef: {group: gateway.networking.k8s.io, kind: HTTPRoute, name: r}';
const selected = 'targetSelectors: [{kind: HTTPRoute, matchLabels: {a: b}}]';

const tables: readonly Table[] = [
  {
    kind: 'BackendTrafficPolicy',
    rows: `
      ok | ${route}
      ok | ${target}
      ok | ${selected}
      ok | ${target}, ${route}, ${selected}
      targetRefs | ${target}, ${route}
      | timeout: {}
      targetRefs.0.kind | targetRefs: [{group: gateway.networking.k8s.io, kind: Service, name: s}]
      targetRefs.0.group | targetRefs: [{group: '', kind: Gateway, name: s}]
      targetRef.kind | targetRef: {group: gateway.networking.k8s.io, kind: GatewayClass, name: s}
      targetRef.group | targetRef: {group: foo, kind: HTTPRoute, name: s}
      targetSelectors.0.group | targetSelectors: [{group: foo, kind: HTTPRoute}]
      targetSelectors.0.namespaces | targetSelectors: [{kind: HTTPRoute, namespaces: {from: Selector}}]
      ok | targetSelectors: [{kind: HTTPRoute, namespaces: {from: Selector, selector: {}}}]
      ok | ${route}, mergeType: StrategicMerge
      mergeType | ${route}, mergeType: Replace
      mergeType | ${gateway}, mergeType: StrategicMerge
      mergeType | targetSelectors: [{kind: Gateway}], mergeType: StrategicMerge
      ok | ${gateway}, admissionControl: {}
      admissionControl | targetSelectors: [{kind: TCPRoute}], admissionControl: {}
      compressor | ${route}, compression: [{type: Gzip}], compressor: [{type: Gzip}]
      requestBuffer | ${route}, requestBuffer: {limit: 1Mi}, httpUpgrade: [{type: websocket}]
      ok | ${route}, requestBuffer: {limit: 1Mi}, httpUpgrade: []
    `,
  },
  {
    kind: 'BackendTrafficPolicy',
    base: route,
    rows: `
      connection.preconnect.predictivePercent | connection: {preconnect: {predictivePercent: 200}}
      connection.preconnect.predictivePercent | connection: {preconnect: {predictivePercent: 200}}, loadBalancer: {type: LeastRequest}
      ok | connection: {preconnect: {predictivePercent: 200}}, loadBalancer: {type: Random}
      admissionControl.samplingWindow | admissionControl: {samplingWindow: 999ms}
      ok | admissionControl: {samplingWindow: 1s, successCriteria: {http: {statusCodes: [200]}, grpc: {statusCodes: [Ok]}}}
      bandwidthLimit | bandwidthLimit: {}
      bandwidthLimit.request.limit.value | bandwidthLimit: {request: {limit: {value: 0Mi, unit: Second}}}
      ok | bandwidthLimit: {request: {limit: {value: 10Mi, unit: Second}}}
      faultInjection | faultInjection: {}
      faultInjection.abort | faultInjection: {abort: {}}
      faultInjection.abort.grpcStatus | faultInjection: {abort: {httpStatus: 500, grpcStatus: 3}}
      ok | faultInjection: {abort: {httpStatus: 500}}
      httpUpgrade.0.connect | httpUpgrade: [{type: websocket, connect: {}}]
      ok | httpUpgrade: [{type: CONNECT, connect: {terminate: true}}]
      ok | circuitBreaker: {retryBudget: {percent: {numerator: 20}}}
      circuitBreaker.retryBudget.percent.numerator | circuitBreaker: {retryBudget: {percent: {numerator: 200}}}
      http2.connectionKeepalive.timeout | http2: {connectionKeepalive: {timeout: 10s, interval: 10s}}
      ok | http2: {connectionKeepalive: {timeout: 999ms, interval: 1s}}
      loadBalancer | loadBalancer: {type: ConsistentHash}
      loadBalancer.consistentHash | loadBalancer: {type: Random, consistentHash: {type: SourceIP}}
      loadBalancer.backendUtilization | loadBalancer: {type: Random, backendUtilization: {}}
      loadBalancer | loadBalancer: {type: DynamicModule}
      loadBalancer.slowStart | loadBalancer: {type: Random, slowStart: {window: 1s}}
      ok | loadBalancer: {type: RoundRobin, slowStart: {window: 1s}}
      loadBalancer.endpointOverride | loadBalancer: {type: DynamicModule, dynamicModule: {name: a, lbPolicyName: b}, endpointOverride: {extractFrom: [{header: a}]}}
      loadBalancer.zoneAware.preferLocal | loadBalancer: {type: ConsistentHash, consistentHash: {type: SourceIP}, zoneAware: {preferLocal: {}}}
      loadBalancer.zoneAware.preferLocal | loadBalancer: {type: BackendUtilization, backendUtilization: {}, zoneAware: {preferLocal: {}}}
      loadBalancer.zoneAware | loadBalancer: {type: DynamicModule, dynamicModule: {name: a, lbPolicyName: b}, zoneAware: {}}
      loadBalancer.zoneAware.weightedZones | loadBalancer: {type: Random, zoneAware: {preferLocal: {}, weightedZones: [{zone: a, weight: 1}]}}
      loadBalancer.zoneAware.weightedZones.1 | loadBalancer: {type: Random, zoneAware: {weightedZones: [{zone: a, weight: 1}, {zone: a, weight: 2}]}}
      loadBalancer.consistentHash | loadBalancer: {type: ConsistentHash, consistentHash: {type: Header}}
      loadBalancer.consistentHash.cookie | loadBalancer: {type: ConsistentHash, consistentHash: {type: SourceIP, cookie: {name: a}}}
      loadBalancer.backendUtilization.outOfBand.reportingPeriod | loadBalancer: {type: BackendUtilization, backendUtilization: {outOfBand: {reportingPeriod: 0s}}}
      responseOverride.0 | responseOverride: [{match: {statusCodes: [{value: 500}]}}]
      responseOverride.0.redirect | responseOverride: [{match: {statusCodes: [{value: 500}]}, response: {}, redirect: {}}]
      responseOverride.0.match | responseOverride: [{match: {}, response: {}}]
      responseOverride.0.match.statusCodes.0 | responseOverride: [{match: {statusCodes: [{range: {start: 400, end: 500}}]}, response: {}}]
      responseOverride.0.match.statusCodes.0 | responseOverride: [{match: {statusCodes: [{type: Range}]}, response: {}}]
      responseOverride.0.match.statusCodes.0.range.end | responseOverride: [{match: {statusCodes: [{type: Range, range: {start: 500, end: 500}}]}, response: {}}]
      responseOverride.0.response.body | responseOverride: [{match: {statusCodes: [{value: 500}]}, response: {body: {}}}]
      responseOverride.0.response.body.valueRef.kind | responseOverride: [{match: {statusCodes: [{value: 500}]}, response: {body: {type: ValueRef, valueRef: {group: '', kind: Secret, name: a}}}}]
      responseOverride.0.response.header.remove | responseOverride: [{match: {statusCodes: [{value: 500}]}, response: {header: {remove: [a]}}}]
      ok | responseOverride: [{match: {statusCodes: [{value: 500}]}, response: {header: {remove: [], set: [{name: a, value: b}]}}}]
      responseOverride.0.redirect.path.type | responseOverride: [{match: {statusCodes: [{value: 500}]}, redirect: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]
      rateLimit.local.rules.0.cost.response | rateLimit: {local: {rules: [{limit: {requests: 1, unit: Second}, cost: {response: {from: Number, number: 1}}}]}}
      rateLimit.local.rules.0.limit.fromMetadata | rateLimit: {local: {rules: [{limit: {requests: 1, unit: Second, fromMetadata: {namespace: a, key: b}}}]}}
      ok | rateLimit: {global: {rules: [{limit: {requests: 1, unit: Week, fromMetadata: {namespace: a, key: b}}, cost: {response: {from: Number, number: 1}}}]}}
      rateLimit.global.rules.0.clientSelectors.0 | rateLimit: {global: {rules: [{limit: {requests: 1, unit: Hour}, clientSelectors: [{}]}]}}
      rateLimit.global.rules.0.cost.request.metadata | rateLimit: {global: {rules: [{limit: {requests: 1, unit: Hour}, cost: {request: {from: Number, number: 1, metadata: {namespace: a, key: b}}}}]}}
    `,
  },
  {
    kind: 'BackendTrafficPolicy',
    base: route,
    inside: 'healthCheck: {active: {..}}',
    rows: `
      ok | type: GRPC
      healthCheck.active | type: HTTP
      healthCheck.active.http | type: TCP, tcp: {}, http: {path: /}
      healthCheck.active.grpc | type: TCP, tcp: {}, grpc: {}
      healthCheck.active.http.requestBody | type: HTTP, http: {path: /, requestBody: {type: Text, text: a}}
      ok | type: HTTP, http: {path: /, method: Post, requestBody: {type: Text, text: a}}
      healthCheck.active.http.requestBody | type: HTTP, http: {path: /, method: PUT, requestBody: {type: Text}}
      healthCheck.active.http.expectedResponse.text | type: HTTP, http: {path: /, expectedResponse: {type: Binary, binary: Zm9v, text: a}}
      healthCheck.active.healthCheckLog.matches | type: TCP, tcp: {}, healthCheckLog: {matches: [Failure]}
      ok | type: TCP, tcp: {}, healthCheckLog: {matches: [Failure, HealthyTransition]}
      healthCheck.active.healthCheckLog.matches.1 | type: TCP, tcp: {}, healthCheckLog: {matches: [Failure, Failure, Success]}
      healthCheck.active.healthCheckLog.sinks.0 | type: TCP, tcp: {}, healthCheckLog: {sinks: [{type: File}]}
    `,
  },
  {
    kind: 'Backend',
    rows: `
      ok | endpoints: [{fqdn: {hostname: a.b., port: 80}}]
      endpoints.0 | endpoints: [{}]
      endpoints.0.unix | endpoints: [{ip: {address: 1.2.3.4, port: 80}, unix: {path: /a}}]
      endpoints | endpoints: [{fqdn: {hostname: a.b, port: 80}}, {unix: {path: /a}}]
      ok | endpoints: [{ip: {address: 1.2.3.4, port: 80}}, {unix: {path: /a}}]
      ok | endpoints: [{unix: {path: ${'/'.repeat(108)}}}]
      endpoints.0.unix.path | endpoints: [{unix: {path: ${'/'.repeat(109)}}}]
      endpoints | type: DynamicResolver, endpoints: [{unix: {path: /a}}]
      ok | type: DynamicResolver
      tls.autoSNIFromEndpointHostname | type: DynamicResolver, tls: {autoSNIFromEndpointHostname: true}
      | tls: {autoSNIFromEndpointHostname: true}
      endpoints.1 | tls: {autoSNIFromEndpointHostname: true}, endpoints: [{hostname: a, unix: {path: /a}}, {unix: {path: /b}}]
      ok | tls: {autoSNIFromEndpointHostname: true}, endpoints: [{fqdn: {hostname: a.b, port: 80}}]
      tls.sni | tls: {autoSNIFromEndpointHostname: true, sni: a.b}, endpoints: [{fqdn: {hostname: a.b, port: 80}}]
      tls.wellKnownCACertificates | tls: {wellKnownCACertificates: System, caCertificateRefs: [{group: '', kind: ConfigMap, name: a}]}
      ok | tls: {wellKnownCACertificates: System, caCertificateRefs: []}
      tls.insecureSkipVerify | tls: {insecureSkipVerify: true, wellKnownCACertificates: System}
      tls.ciphers | tls: {minVersion: '1.3', ciphers: [a]}
      tls.maxVersion | tls: {maxVersion: '1.1'}
      ok | tls: {minVersion: Auto, maxVersion: '1.0'}
      tls.maxVersion | tls: {minVersion: '1.3', maxVersion: '1.2'}
      ok | tls: {minVersion: '1.1', maxVersion: '1.1'}
    `,
  },
  {
    kind: 'ClientTrafficPolicy',
    base: gateway,
    rows: `
      targetRefs.0.kind | ${route}
      connection.connectionLimit | connection: {connectionLimit: {closeDelay: 1s}}
      ok | connection: {connectionLimit: {value: 5, closeDelay: 1s}}
      clientIPDetection | clientIPDetection: {}
      clientIPDetection.directSourceIP | clientIPDetection: {customHeader: {name: a}, directSourceIP: {}}
      clientIPDetection.xForwardedFor.trustedCIDRs | clientIPDetection: {xForwardedFor: {numTrustedHops: 1, trustedCIDRs: [10.0.0.0/8]}}
      headers.requestID | headers: {preserveXRequestID: true, requestID: Preserve}
      headers.xForwardedClientCert.certDetailsToAdd | headers: {xForwardedClientCert: {certDetailsToAdd: [Cert]}}
      ok | headers: {xForwardedClientCert: {mode: SanitizeSet, certDetailsToAdd: [Cert]}}
      ok | headers: {xForwardedClientCert: {mode: Sanitize, certDetailsToAdd: []}}
      headers.earlyRequestHeaders.add.1 | headers: {earlyRequestHeaders: {add: [{name: a, value: b}, {name: a, value: c}]}}
      tls.clientValidation.allowExpiredCertificate | tls: {clientValidation: {mode: Request, allowExpiredCertificate: true}}
      ok | tls: {clientValidation: {mode: Request, allowExpiredCertificate: false}}
      ok | tls: {clientValidation: {allowExpiredCertificate: true}}
    `,
  },
  {
    kind: 'EnvoyExtensionPolicy',
    base: route,
    rows: `
      ok | mergeType: JSONMerge
      mergeType | mergeType: Replace
      extProc.0.backendRef | extProc: [{backendRef: {name: a, port: 80}}]
      extProc.0.backendRefs.0.kind | extProc: [{backendRefs: [{kind: Secret, name: a, port: 80}]}]
      extProc.0.backendRefs.0.group | extProc: [{backendRefs: [{group: foo, name: a, port: 80}]}]
      extProc.0.backendRefs.0 | extProc: [{backendRefs: [{name: a}]}]
      ok | extProc: [{backendRefs: [{name: a, kind: Backend, group: gateway.envoyproxy.io}]}]
      extProc.0.failOpen | extProc: [{failOpen: true, processingMode: {response: {body: FullDuplexStreamed}}}]
      extProc.0.shadowMode | extProc: [{shadowMode: true, processingMode: {request: {body: Buffered}}}]
      ok | extProc: [{shadowMode: true, processingMode: {request: {body: Streamed}, response: {}}}]
      extProc.0.metadata.writableNamespaces.1 | extProc: [{metadata: {writableNamespaces: [own, envoy.filters.http.rbac]}}]
      lua.0.valueRef | lua: [{type: Inline, inline: a, valueRef: {group: '', kind: ConfigMap, name: a}}]
      lua.0.valueRef.kind | lua: [{type: ValueRef, valueRef: {group: '', kind: Secret, name: a}}]
      lua.0.valueRef.group | lua: [{type: ValueRef, valueRef: {group: apps, kind: ConfigMap, name: a}}]
      wasm.0.code | wasm: [{code: {type: Image}}]
      wasm.0.code.type | wasm: [{code: {type: ConfigMap}}]
      wasm.0.code.image.pullSecretRef.kind | wasm: [{code: {type: Image, image: {url: a, pullSecretRef: {kind: ConfigMap, name: a}}}}]
      extProc.0.backendSettings.loadBalancer | extProc: [{backendSettings: {loadBalancer: {type: ConsistentHash}}}]
    `,
  },
  {
    kind: 'EnvoyPatchPolicy',
    rows: `
      ok | type: JSONPatch, targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: g}, jsonPatches: []
      type | type: Merge, targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: g}
    `,
  },
  {
    kind: 'EnvoyProxy',
    rows: `
      mergeBackends | mergeGateways: true, mergeBackends: {}
      ok | mergeGateways: false, mergeBackends: {}
      bootstrap.jsonPatches | bootstrap: {type: JSONPatch, jsonPatches: []}
      bootstrap | bootstrap: {type: JSONPatch}
      bootstrap | bootstrap: {}
      ok | bootstrap: {value: a}
      filterOrder.0 | filterOrder: [{name: envoy.filters.http.csrf}]
      filterOrder.0.after | filterOrder: [{name: envoy.filters.http.csrf, before: envoy.filters.http.lua, after: envoy.filters.http.rbac}]
      dynamicModules.0.source | dynamicModules: [{name: a, source: {type: Remote}}]
      dynamicModules.0.source | dynamicModules: [{name: a, source: {}}]
      dynamicModules.0.source.local | dynamicModules: [{name: a, source: {type: Remote, remote: {url: 'https://a', sha256: ${'f'.repeat(64)}}, local: {path: /a}}}]
      dynamicModules.1 | dynamicModules: [{name: a, source: {local: {path: /a}}}, {name: a, source: {local: {path: /a}}}]
      geoIP.provider | geoIP: {provider: {type: MaxMind}}
      geoIP.provider.maxMind | geoIP: {provider: {type: MaxMind, maxMind: {}}}
      ok | geoIP: {provider: {type: MaxMind, maxMind: {asnDbSource: {local: {path: /a.mmdb}}}}}
      telemetry.accessLog.settings.0.sinks.0 | telemetry: {accessLog: {settings: [{sinks: [{type: File}]}]}}
      telemetry.accessLog.settings.0.sinks.0.als | telemetry: {accessLog: {settings: [{sinks: [{type: ALS, als: {type: TCP}}]}]}}
      telemetry.accessLog.settings.0.sinks.0.als.http | telemetry: {accessLog: {settings: [{sinks: [{type: ALS, als: {type: TCP, http: {}, backendRefs: [{name: a, port: 1}]}}]}]}}
      telemetry.accessLog.settings.0.sinks.0.als.backendRefs.0.kind | telemetry: {accessLog: {settings: [{sinks: [{type: ALS, als: {type: TCP, backendRefs: [{name: a, port: 1, kind: ServiceImport}]}}]}]}}
      telemetry.accessLog.settings.0.sinks.0 | telemetry: {accessLog: {settings: [{sinks: [{}]}]}}
      telemetry.accessLog.settings.0.sinks.0.openTelemetry.backendRefs | telemetry: {accessLog: {settings: [{sinks: [{type: OpenTelemetry, openTelemetry: {backendRefs: []}}]}]}}
      telemetry.accessLog.settings.0.sinks.0.openTelemetry.resourceAttributes | telemetry: {accessLog: {settings: [{sinks: [{type: OpenTelemetry, openTelemetry: {host: a, resources: {}, resourceAttributes: {}}}]}]}}
      telemetry.accessLog.settings.0.format | telemetry: {accessLog: {settings: [{format: {}, sinks: [{type: File, file: {path: /a}}]}]}}
      telemetry.accessLog.settings.0.format.json | telemetry: {accessLog: {settings: [{format: {type: Text, text: a, json: {}}, sinks: [{type: File, file: {path: /a}}]}]}}
      ok | telemetry: {accessLog: {settings: [{format: {text: a, json: {}}, sinks: [{type: File, file: {path: /a}}]}]}}
      telemetry.metrics.sinks.0 | telemetry: {metrics: {sinks: [{type: OpenTelemetry}]}}
      telemetry.tracing.samplingFraction | telemetry: {tracing: {samplingRate: 1, samplingFraction: {numerator: 1}, provider: {host: a}}}
      telemetry.tracing.provider | telemetry: {tracing: {provider: {}}}
      telemetry.tracing.provider.serviceName | telemetry: {tracing: {provider: {host: a, serviceName: ''}}}
      telemetry.tracing.provider.openTelemetry | telemetry: {tracing: {provider: {type: Zipkin, host: a, openTelemetry: {}}}}
      telemetry.tracing.provider.openTelemetry.sampler.samplingPercentage | telemetry: {tracing: {provider: {host: a, openTelemetry: {sampler: {type: AlwaysOn, samplingPercentage: {numerator: 1}}}}}}
    `,
  },
  {
    kind: 'EnvoyProxy',
    inside: 'provider: {type: Kubernetes, kubernetes: {..}}',
    rows: `
      provider.kubernetes.envoyDaemonSet | envoyDeployment: {}, envoyDaemonSet: {}
      provider.kubernetes.envoyDaemonSet | envoyHpa: {maxReplicas: 3}, envoyDaemonSet: {}
      provider.kubernetes.envoyHpa.maxReplicas | envoyHpa: {minReplicas: 5, maxReplicas: 3}
      provider.kubernetes.envoyHpa.minReplicas | envoyHpa: {minReplicas: 0, maxReplicas: 3}
      ok | envoyHpa: {minReplicas: 3, maxReplicas: 3}
      provider.kubernetes.envoyPDB | envoyPDB: {}
      provider.kubernetes.envoyPDB.maxUnavailable | envoyPDB: {minAvailable: 1, maxUnavailable: 50%}
      provider.kubernetes.envoyService.loadBalancerSourceRanges | envoyService: {type: ClusterIP, loadBalancerSourceRanges: [10.0.0.0/8]}
      ok | envoyService: {loadBalancerSourceRanges: [10.0.0.0/8], loadBalancerIP: 1.2.3.4}
      provider.kubernetes.envoyService.loadBalancerIP | envoyService: {loadBalancerIP: 1.2.3.256}
      provider.kubernetes.envoyDeployment.container.imageRepository | envoyDeployment: {container: {image: 'a:b', imageRepository: ab}}
      provider.kubernetes.envoyDeployment.container.image | envoyDeployment: {container: {image: 'a b'}}
      provider.kubernetes.envoyDeployment.container.imageRepository | envoyDeployment: {container: {imageRepository: 'docker.io/envoy:v1'}}
      ok | envoyDeployment: {container: {image: 'docker.io:443/envoyproxy/envoy:v1@sha256:abc'}}
      provider.kubernetes.envoyDeployment.initContainers.0.env.1 | envoyDeployment: {initContainers: [{name: a, env: [{name: b}, {name: b}]}]}
    `,
  },
  {
    kind: 'HTTPRouteFilter',
    rows: `
      ok | urlRewrite: {hostname: {type: Backend}}
      urlRewrite.hostname | urlRewrite: {hostname: {type: Header}}
      urlRewrite.hostname.pathRegex | urlRewrite: {hostname: {type: Backend, pathRegex: {pattern: a, substitution: b}}}
      urlRewrite.path | urlRewrite: {path: {type: ReplaceRegexMatch}}
      directResponse.header.remove | directResponse: {header: {remove: [a]}}
      matches.0 | matches: [{}]
    `,
  },
  {
    kind: 'SecurityPolicy',
    base: route,
    rows: `
      targetRefs.0.kind | targetRefs: [{group: gateway.networking.k8s.io, kind: UDPRoute, name: r}]
      ok | targetRefs: [{group: gateway.networking.k8s.io, kind: TCPRoute, name: r}]
      mergeType | mergeType: Replace
      | authorization: {rules: [{action: Allow, principal: {jwt: {provider: a, scopes: [b]}}}]}
      ok | jwt: {providers: [{name: a, localJWKS: {inline: a}}]}, authorization: {rules: [{action: Allow, principal: {jwt: {provider: a, scopes: [b]}}}]}
      authorization.rules.0 | authorization: {rules: [{action: Allow}]}
      ok | authorization: {rules: [{action: Allow, cel: 'true'}]}
      authorization.rules.0.operation | authorization: {rules: [{action: Allow, cel: 'true', operation: {}}]}
      authorization.rules.0.principal | authorization: {rules: [{action: Allow, principal: {}}]}
      authorization.rules.0.principal.sourceCIDRs | authorization: {rules: [{action: Allow, principal: {clientCIDRs: [10.0.0.0/8], sourceCIDRs: [10.0.0.0/8]}}]}
      authorization.rules.0.principal.clientIPGeoLocations.0 | authorization: {rules: [{action: Allow, principal: {clientIPGeoLocations: [{}]}}]}
      authorization.rules.0.principal.clientIPGeoLocations.0.anonymous | authorization: {rules: [{action: Allow, principal: {clientIPGeoLocations: [{anonymous: {}}]}}]}
      authorization.rules.0.principal.jwt | jwt: {providers: [{name: a, localJWKS: {inline: a}}]}, authorization: {rules: [{action: Allow, principal: {jwt: {provider: a}}}]}
      jwt.failOpen | jwt: {optional: true, failOpen: false, providers: [{name: a, localJWKS: {inline: a}}]}
      jwt.providers.0 | jwt: {providers: [{name: a}]}
      jwt.providers.0.localJWKS | jwt: {providers: [{name: a, remoteJWKS: {uri: 'https://a'}, localJWKS: {inline: a}}]}
      jwt.providers.0 | jwt: {providers: [{name: a, recomputeRoute: true, localJWKS: {inline: a}}]}
      jwt.providers.0.remoteJWKS.backendSettings.retry.perRetry.timeout | jwt: {providers: [{name: a, remoteJWKS: {uri: 'https://a', backendSettings: {retry: {perRetry: {timeout: 1s}}}}}]}
      apiKeyAuth.extractFrom.0 | apiKeyAuth: {credentialRefs: [{name: a}], extractFrom: [{}]}
      apiKeyAuth.extractFrom.0.cookies | apiKeyAuth: {credentialRefs: [{name: a}], extractFrom: [{headers: [a], cookies: [b]}]}
      csrf.shadowFraction.numerator | csrf: {shadowFraction: {numerator: 2, denominator: 1}}
      extAuth | extAuth: {}
      extAuth.http | extAuth: {grpc: {backendRefs: [{name: a, port: 1}]}, http: {backendRefs: [{name: a, port: 1}]}}
      extAuth.grpc | extAuth: {grpc: {}}
      ok | extAuth: {grpc: {backendRef: {name: a, port: 1}}}
      extAuth.http.pathOverride | extAuth: {http: {backendRefs: [{name: a, port: 1}], path: /a, pathOverride: /b}}
      extAuth.contextExtensions.0.valueRef.kind | extAuth: {grpc: {backendRefs: [{name: a, port: 1}]}, contextExtensions: [{name: a, type: ValueRef, valueRef: {group: '', kind: Foo, name: a, key: b}}]}
      extAuth.contextExtensions.0 | extAuth: {grpc: {backendRefs: [{name: a, port: 1}]}, contextExtensions: [{name: a}]}
    `,
  },
  {
    kind: 'SecurityPolicy',
    base: route,
    inside: 'oidc: {clientSecret: {name: s}, ..}',
    rows: `
      ok | provider: {issuer: a}, clientID: a
      oidc | provider: {issuer: a}, redirectURL: a
      oidc.clientIDRef | provider: {issuer: a}, clientID: a, clientIDRef: {name: s}
      oidc.forwardIDToken.header | provider: {issuer: a}, clientID: a, forwardIDToken: {header: HOST}
      oidc.forwardAccessToken | provider: {issuer: a}, clientID: a, forwardAccessToken: true, forwardIDToken: {header: authorization}
      ok | provider: {issuer: a}, clientID: a, forwardAccessToken: true, forwardIDToken: {header: X-Id}
      oidc.provider.backendRef | clientID: a, provider: {issuer: a, backendRef: {name: s, port: 80}}
      oidc.provider.backendSettings.retry.retryOn.httpStatusCodes | clientID: a, provider: {issuer: a, backendSettings: {retry: {retryOn: {httpStatusCodes: [500]}}}}
    `,
  },
];

function specOf({ base = '', inside = '..' }: Table, row: string): unknown {
  const written = parseYaml(`{${inside.replace('..', row)}}`).value as object;
  return { ...(parseYaml(`{${base}}`).value as object), ...written };
}

describe('Envoy Gateway', () => {
  for (const table of tables) {
    for (const line of table.rows.trim().split('\n')) {
      const [place = '', row = ''] = line.split('|').map((part) => part.trim());
      it(`${table.kind}: ${place === 'ok' ? 'takes' : 'refuses'} ${row.slice(0, 90)}`, () => {
        const verdict = judged(table.kind, specOf(table, row));
        expect(verdict.faults.map(({ path }) => path.slice(1).join('.'))).toEqual(
          place === 'ok' ? [] : [place],
        );
        expect(isAccepted(verdict)).toBe(place === 'ok');
      });
    }
  }
});
