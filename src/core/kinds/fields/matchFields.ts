import type { FieldDeclaration } from '../types.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
const valueTypes = ['Exact', 'RegularExpression'];

/** Conditions on headers, the same for HTTP and gRPC. */
const headersField: FieldDeclaration = {
  type: 'list',
  path: 'headers',
  label: 'Headers',
  item: 'header',
  newItem: () => ({ name: 'x-version', value: '2' }),
  fields: [
    { type: 'text', path: 'name', label: 'Name', required: true },
    { type: 'text', path: 'value', label: 'Value', required: true },
    { type: 'enum', path: 'type', label: 'Match', options: valueTypes },
  ],
};

/** The matches of an HTTPRoute rule; a request needs to fulfil one of them wholly. */
export const httpMatchesField: FieldDeclaration = {
  type: 'list',
  path: 'matches',
  label: 'Matches',
  item: 'match',
  help: 'A request is taken when one of them fits. Without matches the rule takes every request.',
  newItem: () => ({ path: { type: 'PathPrefix', value: '/' } }),
  fields: [
    {
      type: 'enum',
      path: 'path.type',
      label: 'Path match',
      options: ['PathPrefix', 'Exact', 'RegularExpression'],
    },
    { type: 'text', path: 'path.value', label: 'Path', placeholder: '/api' },
    { type: 'enum', path: 'method', label: 'Method', options: methods },
    headersField,
    {
      type: 'list',
      path: 'queryParams',
      label: 'Query parameters',
      item: 'query parameter',
      newItem: () => ({ name: 'beta', value: 'true' }),
      fields: [
        { type: 'text', path: 'name', label: 'Name', required: true },
        { type: 'text', path: 'value', label: 'Value', required: true },
        { type: 'enum', path: 'type', label: 'Match', options: valueTypes },
      ],
    },
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
  fields: [
    { type: 'text', path: 'method.service', label: 'Service', placeholder: 'example.v1.Orders' },
    { type: 'text', path: 'method.method', label: 'Method', placeholder: 'Get' },
    { type: 'enum', path: 'method.type', label: 'Match', options: valueTypes },
    headersField,
  ],
};
