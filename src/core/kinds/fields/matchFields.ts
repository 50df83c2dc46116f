import type { FieldDeclaration, ListFieldDeclaration } from '../form.ts';
import { sayGrpcMatch, sayHttpMatch } from '../summaries/matchSummary.ts';
import { freeName } from './freeName.ts';
import { methods } from './methods.ts';

const valueTypes = ['Exact', 'RegularExpression'];

/** Conditions on named values: headers, query parameters. */
function conditionsField(path: string, label: string, item: string, name: string): ListFieldDeclaration {
  return {
    type: 'list',
    path,
    label,
    item,
    newItem: (existing) => ({ name: freeName(name, existing), value: 'true' }),
    fields: [
      { type: 'text', path: 'name', label: 'Name', required: true },
      { type: 'text', path: 'value', label: 'Value', required: true },
      { type: 'enum', path: 'type', label: 'Compare', options: valueTypes, help: 'Exact when empty.' },
    ],
  };
}

/** Conditions on headers, the same for HTTP and gRPC. */
const headersField = conditionsField('headers', 'Headers', 'header', 'x-beta');

/** The matches of an HTTPRoute rule; a request needs to fulfil one of them wholly. */
export const httpMatchesField: FieldDeclaration = {
  type: 'list',
  path: 'matches',
  label: 'Matches',
  item: 'match',
  help: 'A request is taken when one of them fits. Without matches the rule takes every request.',
  newItem: () => ({ path: { type: 'PathPrefix', value: '/' } }),
  say: sayHttpMatch,
  fields: [
    {
      type: 'enum',
      path: 'path.type',
      label: 'Path match',
      options: ['PathPrefix', 'Exact', 'RegularExpression'],
      help: 'A prefix ends at a slash: /api takes /api/v1 and not /apis.',
    },
    { type: 'text', path: 'path.value', label: 'Path', placeholder: '/api' },
    { type: 'enum', path: 'method', label: 'Method', options: methods, help: 'Every method when empty.' },
    headersField,
    conditionsField('queryParams', 'Query parameters', 'query parameter', 'beta'),
  ],
};

/** The matches of a GRPCRoute rule. */
export const grpcMatchesField: FieldDeclaration = {
  type: 'list',
  path: 'matches',
  label: 'Matches',
  item: 'match',
  help: 'A call is taken when one of them fits. Without matches the rule takes every call.',
  newItem: () => ({ method: { service: 'example.v1.Orders' } }),
  say: sayGrpcMatch,
  fields: [
    { type: 'text', path: 'method.service', label: 'Service', placeholder: 'example.v1.Orders' },
    { type: 'text', path: 'method.method', label: 'Method', placeholder: 'Get' },
    { type: 'enum', path: 'method.type', label: 'Compare', options: valueTypes, help: 'Exact when empty.' },
    headersField,
  ],
};
