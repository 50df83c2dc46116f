/**
 * The API server's verdict on one resource, as data. It promises the server's order (unknown fields, nulls, defaults,
 * structure, then cross-field rules unless structure failed in a way that keeps the server from them), a fault for each
 * reason, and a place in the resource as it is written. It never throws and changes nothing. It refuses to guess: what
 * cannot be checked is listed, and what the server leaves to controllers is not judged here.
 */
import type { CatalogueKind } from '../catalogue/catalogue.ts';
import type { CelEngine } from './cel.ts';
import type { Verdict } from './fault.ts';
import { Judgement, type Subject } from './judgement.ts';
import { checkMetadata } from './metadata.ts';
import { isNativeKind } from './nativeKind.ts';
import { isMap, type PlainMap } from './plain.ts';
import { prepare } from './prepare.ts';
import { runRules } from './rules/runRules.ts';
import { SchemaNode } from './schemaNode.ts';
import { checkStructure } from './structure.ts';
import { unknownField } from './unknownField.ts';

export interface JudgeOptions {
  /** The resource as it was, for `update` and `updateStatus`. */
  readonly old?: unknown;
  /** `create` unless said. On both others, what was wrong before and has not changed is let pass (`isRatcheted`). */
  readonly operation?: 'create' | 'update' | 'updateStatus';
  /** Without it, CEL rules are listed as not checked. */
  readonly cel?: CelEngine;
}

/**
 * What the API server would say of a resource of a kind. `value` is plain data, as the YAML reader makes it. The server
 * refuses the resource when there is a fault that is not ratcheted.
 */
export function judge(kind: CatalogueKind, value: unknown, options: JudgeOptions = {}): Verdict {
  const { operation = 'create', cel } = options;
  const subject = prepareSubject(kind, value, options.old, operation);
  const judgement = new Judgement(subject.subject);
  for (const report of subject.unknown) {
    if (judgement.isFull) judgement.omitted++;
    else report(judgement);
  }
  checkStructure(judgement, subject.subject.root, subject.subject.value);
  if (isMap(subject.subject.value)) checkMetadata(judgement, kind, subject.subject.value);
  const hasSkippedRules = judgement.isBlocked;
  const notChecked = hasSkippedRules ? [] : runRules(judgement, cel);
  const { faults, omitted } = judgement;
  const more = omitted === 0 ? {} : { omitted };
  if (operation !== 'updateStatus') return { faults, ...more, notChecked, hasSkippedRules };
  return {
    ...more,
    faults: faults.filter(({ path }) => path[0] === 'status' || path.length === 0),
    notChecked,
    hasSkippedRules,
  };
}

/** True when the server takes the resource: nothing is held against it but what it lets pass. */
export function isAccepted({ faults }: Verdict): boolean {
  return faults.every(({ isRatcheted, fault }) => isRatcheted === true || fault === 'scope');
}

interface Prepared {
  readonly subject: Subject;
  readonly unknown: readonly ((judgement: Judgement) => void)[];
}

function prepareSubject(
  kind: CatalogueKind,
  written: unknown,
  old: unknown,
  operation: Subject['operation'],
): Prepared {
  const root = SchemaNode.of(kind.shape);
  const isNative = isNativeKind(kind);
  const unknown: ((judgement: Judgement) => void)[] = [];
  const asked = isMap(written) ? partOf(written, old, operation) : written;
  const value = prepare(root, asked, {
    isNative,
    isRoot: true,
    onUnknown: (path, field, node) => {
      if (operation === 'updateStatus' && path[0] !== 'status') return;
      unknown.push((judgement) =>
        judgement.addAt(path, 'key', unknownField(root, node, path, field), { isRatcheted: false }),
      );
    },
  });
  const before = isMap(old)
    ? prepare(root, partOf(old, old, operation), { isNative, isRoot: true })
    : undefined;
  const reader = isNative ? 'native' : kind.origin.type;
  return {
    subject: { root, value, written, old: before, operation, isNative, reader },
    unknown,
  };
}

/** Status has an endpoint of its own: others drop it, and there everything else stays as it was. */
function partOf(written: PlainMap, old: unknown, operation: Subject['operation']): PlainMap {
  if (operation === 'updateStatus') {
    const { status } = written;
    if (!isMap(old)) return written;
    return status === undefined ? old : { ...old, status };
  }
  if (!Object.hasOwn(written, 'status')) return written;
  const { status: _, ...rest } = written;
  return rest;
}
