import type { Plain } from '../../yaml/types.ts';
import type { FieldDeclaration, FormSection } from '../form.ts';
import { sayAttachment } from '../summaries/attachmentWords.ts';
import { sayRule } from '../summaries/ruleWords.ts';

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

/** Where a route gets its traffic from. Routes of TCP and UDP have no hostnames. */
export function attachmentSection(has: { readonly hostnames: boolean }): FormSection {
  return {
    title: 'Attachment',
    isMain: true,
    help: 'The Gateways whose traffic this route takes.',
    say: sayAttachment,
    fields: has.hostnames ? [parentRefsField, hostnamesField] : [parentRefsField],
  };
}

/** What a rule is called. */
export const ruleNameField: FieldDeclaration = {
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

interface RuleShape {
  readonly help: string;
  newItem(): Plain;
  say(rule: unknown): string;
  /** What stands between the name and the backends. */
  readonly fields: readonly FieldDeclaration[];
  readonly after?: readonly FieldDeclaration[];
}

/** The rules of a route; each starts with what it takes and ends with its backends. */
export function rulesSection({ help, newItem, say, fields, after = [] }: RuleShape): FormSection {
  return {
    title: 'Rules',
    isMain: true,
    help,
    fields: [
      {
        type: 'list',
        path: 'spec.rules',
        label: 'Rules',
        item: 'rule',
        newItem,
        say,
        fields: [...fields, backendsField, ...after, ruleNameField],
      },
    ],
  };
}

/** The one rule of a route of layer 4; `subject` is what it takes: `All connections`. */
export function streamRulesSection(subject: string): FormSection {
  return rulesSection({
    help: 'Where the traffic goes. These routes have exactly one rule.',
    newItem: () => ({ backendRefs: [{ name: 'backend', port: 8080 }] }),
    say: (rule) => sayRule(rule, subject),
    fields: [],
  });
}

/** How long a request and a single try may take. */
export const timeoutFields: readonly FieldDeclaration[] = [
  {
    type: 'duration',
    path: 'timeouts.request',
    label: 'Request timeout',
    placeholder: '10s',
    help: 'From the first byte of the request to the last of the answer, retries included.',
  },
  {
    type: 'duration',
    path: 'timeouts.backendRequest',
    label: 'Timeout of a try',
    placeholder: '3s',
    help: 'Not longer than that of the request.',
  },
];
