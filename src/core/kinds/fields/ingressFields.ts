import type { FieldDeclaration } from '../form.ts';
import { readList, readText } from '../reading.ts';
import { ingressBackend, ingressPath } from '../summaries/ingressSummary.ts';

/** The rules of an Ingress: a host each, with its paths and where they go. */
export const ingressRulesField: FieldDeclaration = {
  type: 'list',
  path: 'spec.rules',
  label: 'Rules',
  item: 'rule',
  newItem: () => ({ host: 'app.example.com', http: { paths: [newPath()] } }),
  say: (item) => {
    const host = readText(item, 'host') ?? 'every host';
    const first = readText(readList(item, 'http', 'paths')[0], 'backend', 'service', 'name');
    return first === undefined ? host : `${host} to ${first}`;
  },
  fields: [
    {
      type: 'text',
      path: 'host',
      label: 'Host',
      placeholder: 'app.example.com',
      help: 'Every host when empty. A star stands for one label: *.example.com.',
    },
    {
      type: 'list',
      path: 'http.paths',
      label: 'Paths',
      item: 'path',
      newItem: () => newPath(),
      say: (item) =>
        [ingressPath(item), ingressBackend(item)].filter((each) => each !== undefined).join(' to '),
      fields: [
        { type: 'text', path: 'path', label: 'Path', placeholder: '/' },
        {
          type: 'enum',
          path: 'pathType',
          label: 'Match',
          options: ['Prefix', 'Exact', 'ImplementationSpecific'],
          required: true,
        },
        ...ingressBackendFields('backend', 'backend'),
      ],
    },
  ],
};

function newPath() {
  return { path: '/', pathType: 'Prefix', backend: { service: { name: 'app', port: { number: 80 } } } };
}

/** The Service that a backend of an Ingress names, and its port. */
export function ingressBackendFields(path: string, reference: string): readonly FieldDeclaration[] {
  return [
    { type: 'reference', path: `${path}.service`, label: 'Service', reference },
    {
      type: 'choice',
      path: `${path}.service.port`,
      label: 'Port',
      required: true,
      members: [
        {
          label: 'By number',
          key: 'number',
          newValue: () => 80,
          fields: [{ type: 'number', path: 'number', label: 'Number' }],
        },
        {
          label: 'By name',
          key: 'name',
          newValue: () => 'http',
          fields: [{ type: 'name', path: 'name', label: 'Name' }],
        },
      ],
    },
  ];
}
