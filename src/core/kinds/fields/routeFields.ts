import type { Plain } from '../../yaml/types.ts';
import type { FieldDeclaration } from '../types.ts';

/** The Gateways or listeners that a route attaches to. */
export const parentRefsField: FieldDeclaration = {
  type: 'reference',
  path: 'spec.parentRefs',
  label: 'Attached to',
  reference: 'parentRef',
  help: 'With a listener name only that listener, else every listener that fits.',
};

/** The hosts that a route takes. */
export const hostnamesField: FieldDeclaration = {
  type: 'texts',
  path: 'spec.hostnames',
  label: 'Hostnames',
  placeholder: 'shop.example.com',
  help: 'Without one the route takes every host of its listeners.',
};

const ruleNameField: FieldDeclaration = {
  type: 'name',
  path: 'name',
  label: 'Name',
  help: 'Lets policies target this rule alone.',
};

/** The backends of a rule with their shares. */
export const backendsField: FieldDeclaration = {
  type: 'weights',
  path: 'backendRefs',
  label: 'Backends',
  reference: 'backendRef',
};

/** The rules of a route; each starts with a name and ends with its backends. */
export function rulesField(fields: readonly FieldDeclaration[], newRule: () => Plain): FieldDeclaration {
  return {
    type: 'list',
    path: 'spec.rules',
    label: 'Rules',
    item: 'rule',
    newItem: newRule,
    fields: [ruleNameField, ...fields, backendsField],
  };
}

/** The one rule of a route of layer 4. */
export const streamRulesField: FieldDeclaration = {
  type: 'list',
  path: 'spec.rules',
  label: 'Rules',
  item: 'rule',
  help: 'These routes have exactly one rule.',
  newItem: () => ({ backendRefs: [{ name: 'backend', port: 8080 }] }),
  fields: [ruleNameField, backendsField],
};

/** How long a request and a single try may take. */
export const timeoutFields: readonly FieldDeclaration[] = [
  {
    type: 'duration',
    path: 'timeouts.request',
    label: 'Request timeout',
    placeholder: '10s',
    help: 'From the first byte of the request to the last of the answer, retries included.',
  },
  { type: 'duration', path: 'timeouts.backendRequest', label: 'Timeout of a try', placeholder: '3s' },
];
