import type { GroupKind, ResourceId } from '../workspace/types.ts';
import { resourceId } from '../workspace/types.ts';
import type { ActionContext, Refusal } from './types.ts';

/** Kinds whose names are single DNS labels; all others take subdomains. */
const labelKinds: ReadonlySet<string> = new Set(['/Service', '/Namespace']);

/**
 * Why a name cannot be given to a resource of a kind, or undefined when it can.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function refuseName(kind: GroupKind, name: string): Refusal | undefined {
  const isLabel = labelKinds.has(`${kind.group}/${kind.kind}`);
  const most = isLabel ? 63 : 253;
  if (name === '') return { refused: `${kind.kind} needs a name.` };
  if (name.length > most) {
    return {
      refused: `The name of a ${kind.kind} has at most ${most} characters; this one has ${name.length}.`,
    };
  }
  const part = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
  const pattern = new RegExp(isLabel ? `^${part}$` : `^${part}(\\.${part})*$`);
  if (!pattern.test(name)) {
    const signs = isLabel ? 'digits and "-"' : 'digits, "-" and "."';
    return {
      refused: `"${name}" is no name for a ${kind.kind}. Use lower case letters, ${signs}, and begin and end with a letter or digit.`,
    };
  }
  if (kind.group === '' && kind.kind === 'Service' && !/^[a-z]/.test(name)) {
    return { refused: `"${name}" is no name for a Service. It must begin with a letter.` };
  }
  return undefined;
}

/** Why a namespace cannot be written, or undefined when it can. */
export function refuseNamespace(namespace: string): Refusal | undefined {
  const reason = refuseName({ group: '', kind: 'Namespace' }, namespace);
  return namespace === '' ? { refused: 'Name a namespace.' } : reason;
}

/** Identities that are taken: those of the workspace and those that a change has given away meanwhile. */
export class TakenNames {
  readonly #context: ActionContext;
  readonly #added = new Set<ResourceId>();

  constructor(context: ActionContext) {
    this.#context = context;
  }

  has(kind: GroupKind, namespace: string, name: string): boolean {
    const id = resourceId(kind.group, kind.kind, namespace, name);
    return this.#added.has(id) || this.#context.analysis.resources.has(id);
  }

  add(kind: GroupKind, namespace: string, name: string): ResourceId {
    const id = resourceId(kind.group, kind.kind, namespace, name);
    this.#added.add(id);
    return id;
  }

  /** `orders`, else `orders-2`, `orders-3` ... */
  unique(kind: GroupKind, namespace: string, base: string): string {
    if (!this.has(kind, namespace, base)) return base;
    for (let number = 2; ; number++) {
      const name = `${base}-${number}`;
      if (!this.has(kind, namespace, name)) return name;
    }
  }

  /** `orders-copy`, else `orders-copy-2` ...; a copy of a copy counts on. */
  copyOf(kind: GroupKind, namespace: string, name: string): string {
    return this.unique(kind, namespace, `${name.replace(/-copy(-\d+)?$/, '')}-copy`);
  }
}
