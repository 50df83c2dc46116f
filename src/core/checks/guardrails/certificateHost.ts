import type { AnalysedResource } from '../../analysis.ts';
import type { Edge } from '../../graph/types.ts';
import { isSet, readList, readText, readTexts } from '../../kinds/reading.ts';
import { certificate } from '../../kinds/targets.ts';
import type { RepairStep } from '../../schema/fault.ts';
import { repair } from '../../schema/repairs/step.ts';
import { listOf } from '../../schema/words/sayValue.ts';
import { samePath } from '../../yaml/path.ts';
import { coversHost } from '../facts/hostnames.ts';
import { isOf } from '../facts/kinds.ts';
import { hasListeners, type Listener, listenersOf } from '../facts/listeners.ts';
import type { Facts, Guardrail } from '../types.ts';

/** A Certificate whose names leave out a host that is served with it. */
export const certificateHost: Guardrail = {
  code: 'TS217',
  name: 'certificate-host',
  reason:
    'Clients refuse a certificate that is not for the host they asked for; a wildcard stands for one label.',
  docs: 'https://cert-manager.io/docs/usage/certificate/',
  scope: 'resource',
  run(resource, facts) {
    if (!isOf(resource, certificate)) return [];
    const bare = listenersWith(resource, facts).filter(
      ({ listener, edge }) => !covers(resource, listener.hostname) && !isCoveredBeside(listener, edge, facts),
    );
    const [first] = bare;
    if (first === undefined) return [];
    const hosts = [...new Set(bare.flatMap(({ listener }) => listener.hostname ?? []))];
    const { holder, name } = first.listener;
    const written = readList(resource.value, 'spec', 'dnsNames');
    const hasNames = isSet(resource.value, 'spec', 'dnsNames');
    const steps: readonly RepairStep[] = hasNames
      ? hosts.map((value, i) => ({
          step: 'insert',
          path: ['spec', 'dnsNames'],
          index: written.length + i,
          value,
        }))
      : [{ step: 'insert', path: ['spec', 'dnsNames'], value: hosts }];
    return [
      {
        severity: 'warning',
        message: `Listener ${name ?? ''} of ${holder.kind} ${holder.name} serves ${listOf(hosts, 'and', 3)} with this certificate, which is not for ${hosts.length === 1 ? 'it' : 'them'}. Add the host to dnsNames.`,
        path: hasNames ? ['spec', 'dnsNames'] : ['spec'],
        mark: 'key',
        repairs: [repair(`Add ${listOf(hosts, 'and', 3)}`, steps)],
      },
    ];
  },
};

interface Served {
  readonly listener: Listener;
  readonly edge: Edge;
}

/** The listeners with a host that show what a Certificate keeps. */
function listenersWith(resource: AnalysedResource, facts: Facts): readonly Served[] {
  const secrets = facts.edgesFrom(resource.id).filter(({ role }) => role === 'makes');
  return secrets.flatMap(({ to }) =>
    facts.edgesTo(to, 'uses').flatMap((edge) => {
      const holder = facts.resource(edge.from);
      if (holder === undefined || !hasListeners(holder) || edge.path[3] !== 'tls') return [];
      const listener = listenersOf(holder).find(({ path }) => samePath(path, edge.path.slice(0, 3)));
      return listener?.hostname === undefined ? [] : [{ listener, edge }];
    }),
  );
}

function covers({ value }: AnalysedResource, host: string | undefined): boolean {
  const commonName = readText(value, 'spec', 'commonName');
  const names = [...readTexts(value, 'spec', 'dnsNames'), ...(commonName === undefined ? [] : [commonName])];
  return host === undefined || names.some((name) => coversHost(name, host));
}

/** True when another Secret of the listener is, or may be, for the host. */
function isCoveredBeside({ holder, path, hostname }: Listener, own: Edge, facts: Facts): boolean {
  const others = facts
    .edgesFrom(holder.id)
    .filter((edge) => edge !== own && edge.path[3] === 'tls' && samePath(path, edge.path.slice(0, 3)));
  return others.some(({ to }) => {
    const makers = facts.edgesTo(to, 'makes').flatMap(({ from }) => facts.resource(from) ?? []);
    return makers.length === 0 || makers.some((maker) => covers(maker, hostname));
  });
}
