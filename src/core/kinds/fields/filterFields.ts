import type { FieldDeclaration } from '../types.ts';

const pathTypes = ['ReplacePrefixMatch', 'ReplaceFullPath'];

function headerList(path: string, label: string): FieldDeclaration {
  return {
    type: 'list',
    path,
    label,
    item: 'header',
    newItem: () => ({ name: 'x-gateway', value: 'envoy' }),
    fields: [
      { type: 'text', path: 'name', label: 'Name', required: true },
      { type: 'text', path: 'value', label: 'Value', required: true },
    ],
  };
}

const headerFields: readonly FieldDeclaration[] = [
  headerList('requestHeaderModifier.set', 'Set request headers'),
  headerList('requestHeaderModifier.add', 'Add request headers'),
  {
    type: 'texts',
    path: 'requestHeaderModifier.remove',
    label: 'Remove request headers',
    placeholder: 'x-internal',
  },
  headerList('responseHeaderModifier.set', 'Set response headers'),
  headerList('responseHeaderModifier.add', 'Add response headers'),
  {
    type: 'texts',
    path: 'responseHeaderModifier.remove',
    label: 'Remove response headers',
    placeholder: 'server',
  },
];

const mirrorFields: readonly FieldDeclaration[] = [
  { type: 'reference', path: 'requestMirror.backendRef', label: 'Mirror to', reference: 'requestMirror' },
  { type: 'number', path: 'requestMirror.percent', label: 'Mirrored, %', help: 'Every request when empty.' },
];

const extensionFields: readonly FieldDeclaration[] = [
  { type: 'reference', path: 'extensionRef', label: 'Extension', reference: 'extensionRef' },
];

/** The filters of an HTTPRoute rule; the fields that count are those of the type. */
export const httpFiltersField: FieldDeclaration = {
  type: 'list',
  path: 'filters',
  label: 'Filters',
  item: 'filter',
  help: 'Each filter fills the fields of its own type and no others.',
  newItem: () => ({
    type: 'RequestHeaderModifier',
    requestHeaderModifier: { set: [{ name: 'x-gateway', value: 'envoy' }] },
  }),
  fields: [
    {
      type: 'enum',
      path: 'type',
      label: 'Type',
      required: true,
      options: [
        'RequestHeaderModifier',
        'ResponseHeaderModifier',
        'RequestRedirect',
        'URLRewrite',
        'RequestMirror',
        'CORS',
        'ExtensionRef',
      ],
    },
    { type: 'enum', path: 'requestRedirect.scheme', label: 'Redirect scheme', options: ['https', 'http'] },
    {
      type: 'text',
      path: 'requestRedirect.hostname',
      label: 'Redirect hostname',
      placeholder: 'www.example.com',
    },
    { type: 'number', path: 'requestRedirect.port', label: 'Redirect port' },
    {
      type: 'number',
      path: 'requestRedirect.statusCode',
      label: 'Redirect status',
      help: '301, 302, 303, 307 or 308; 302 when empty.',
    },
    { type: 'enum', path: 'requestRedirect.path.type', label: 'Redirect path', options: pathTypes },
    { type: 'text', path: 'requestRedirect.path.replacePrefixMatch', label: 'Redirect prefix to' },
    { type: 'text', path: 'requestRedirect.path.replaceFullPath', label: 'Redirect to path' },
    { type: 'text', path: 'urlRewrite.hostname', label: 'Rewrite hostname', placeholder: 'orders.internal' },
    { type: 'enum', path: 'urlRewrite.path.type', label: 'Rewrite path', options: pathTypes },
    {
      type: 'text',
      path: 'urlRewrite.path.replacePrefixMatch',
      label: 'Rewrite prefix to',
      placeholder: '/',
    },
    { type: 'text', path: 'urlRewrite.path.replaceFullPath', label: 'Rewrite to path' },
    ...headerFields,
    ...mirrorFields,
    {
      type: 'texts',
      path: 'cors.allowOrigins',
      label: 'CORS origins',
      placeholder: 'https://app.example.com',
    },
    { type: 'texts', path: 'cors.allowMethods', label: 'CORS methods', placeholder: 'GET' },
    { type: 'texts', path: 'cors.allowHeaders', label: 'CORS headers', placeholder: 'authorization' },
    { type: 'boolean', path: 'cors.allowCredentials', label: 'CORS credentials' },
    ...extensionFields,
  ],
};

/** The filters of a GRPCRoute rule. */
export const grpcFiltersField: FieldDeclaration = {
  type: 'list',
  path: 'filters',
  label: 'Filters',
  item: 'filter',
  help: 'Each filter fills the fields of its own type and no others.',
  newItem: () => ({
    type: 'RequestHeaderModifier',
    requestHeaderModifier: { set: [{ name: 'x-gateway', value: 'envoy' }] },
  }),
  fields: [
    {
      type: 'enum',
      path: 'type',
      label: 'Type',
      required: true,
      options: ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'ExtensionRef'],
    },
    ...headerFields,
    ...mirrorFields,
    ...extensionFields,
  ],
};
