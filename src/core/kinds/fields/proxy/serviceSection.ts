import type { FieldDeclaration, FormSection } from '../../form.ts';
import { sayProxyService } from '../../summaries/proxySummary.ts';

const service = 'spec.provider.kubernetes.envoyService';

const serviceFields: readonly FieldDeclaration[] = [
  {
    type: 'enum',
    path: `${service}.type`,
    label: 'Type',
    options: ['LoadBalancer', 'ClusterIP', 'NodePort'],
    help: 'LoadBalancer when empty.',
  },
  {
    type: 'enum',
    path: `${service}.externalTrafficPolicy`,
    label: 'External traffic',
    options: ['Local', 'Cluster'],
    help: 'Local keeps the client address; Cluster spreads evenly.',
  },
  {
    type: 'map',
    path: `${service}.annotations`,
    label: 'Annotations',
    help: 'What the cloud reads when it makes the load balancer.',
  },
  { type: 'map', path: `${service}.labels`, label: 'Labels' },
  {
    type: 'texts',
    path: `${service}.loadBalancerSourceRanges`,
    label: 'Only from addresses',
    of: 'cidr',
    placeholder: '203.0.113.0/24',
    help: 'Where the load balancer can refuse the others. For LoadBalancer.',
  },
  {
    type: 'text',
    path: `${service}.loadBalancerClass`,
    label: 'Load balancer class',
    placeholder: 'service.k8s.aws/nlb',
  },
  {
    type: 'text',
    path: `${service}.loadBalancerIP`,
    label: 'Load balancer address',
    placeholder: '203.0.113.10',
    help: 'Where the cloud still reads it.',
  },
  {
    type: 'boolean',
    path: `${service}.allocateLoadBalancerNodePorts`,
    label: 'Node ports',
    help: 'For load balancers that need none, off. For LoadBalancer.',
  },
  { type: 'name', path: `${service}.name`, label: 'Name', help: 'Made up when empty.' },
];

/** The Service in front of the proxies. */
export const serviceSection: FormSection = {
  title: 'Service',
  isMain: true,
  help: 'How traffic reaches the proxies.',
  say: sayProxyService,
  fields: serviceFields,
};
