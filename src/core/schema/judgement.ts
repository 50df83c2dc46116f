import type { Path } from '../yaml/path.ts';
import { isUnchanged } from './correlate.ts';
import type { Fault, FaultDetail } from './fault.ts';
import type { FormatReader } from './formats.ts';
import type { SchemaNode } from './schemaNode.ts';

/** The resource under judgement, as all parts of `judge` see it. */
export interface Subject {
  readonly root: SchemaNode;
  /** Without unknown fields and nulls, with defaults. */
  readonly value: unknown;
  /** As it is written: faults lead into this. */
  readonly written: unknown;
  /** The old object, with its defaults; undefined on creation. */
  readonly old: unknown;
  readonly operation: 'create' | 'update' | 'updateStatus';
  /** A kind of the API server itself: validated in code, which knows no ratcheting. */
  readonly isNative: boolean;
  readonly reader: FormatReader;
}

/** More faults of one resource say nothing new, and a hostile text can have one with each character. */
const mostFaults = 500;

interface Aside {
  readonly related?: readonly Path[];
  /** The place whose sameness in the old object excuses the fault, when it is not the place at fault. */
  readonly judgedAt?: Path;
  /** A transition rule looks at the change itself: nothing excuses it. */
  readonly isTransition?: boolean;
  readonly isRatcheted?: boolean;
}

/** Collects the faults of one resource, each at a place that is there in the text. */
export class Judgement {
  readonly subject: Subject;
  /** Of the value that is being looked at. */
  readonly path: (string | number)[] = [];
  readonly faults: Fault[] = [];
  /** Values on whose schema rules stand, from the root down, as the walk over the structure met them. */
  readonly grounds: { readonly node: SchemaNode; readonly value: unknown; readonly path: Path }[] = [];
  /** True once the server would not get to the rules. */
  isBlocked = false;
  /** How many faults there are besides those that are kept. */
  omitted = 0;
  #isRefused = false;

  constructor(subject: Subject) {
    this.subject = subject;
  }

  /** True once there are so many faults that another one makes no difference. */
  get isFull(): boolean {
    return this.faults.length >= mostFaults && this.#isRefused;
  }

  /** Adds a fault at the present path. */
  add(mark: 'key' | 'value', detail: FaultDetail, aside: Aside = {}): void {
    this.addAt(this.path, mark, detail, aside);
  }

  addAt(path: Path, mark: 'key' | 'value', detail: FaultDetail, aside: Aside = {}): void {
    const { subject } = this;
    const isRatcheted = aside.isRatcheted ?? this.#isExcused(aside.judgedAt ?? path, aside);
    if (!isRatcheted && blocks(detail, subject)) this.isBlocked = true;
    // What refuses the resource is kept in any case.
    if (this.faults.length >= mostFaults && (isRatcheted || this.#isRefused)) {
      this.omitted++;
      return;
    }
    this.#isRefused ||= !isRatcheted;
    const written = writtenPart(path, subject.written);
    this.faults.push({
      path: written,
      mark: written.length < path.length ? 'key' : mark,
      ...(aside.related === undefined ? {} : { related: aside.related }),
      ...(isRatcheted ? { isRatcheted } : {}),
      ...detail,
    });
  }

  #isExcused(path: Path, { isTransition = false }: Aside): boolean {
    const { root, value, old, operation, isNative } = this.subject;
    if (operation === 'create' || old === undefined || isNative || isTransition) return false;
    return isUnchanged(root, value, old, path);
  }
}

/** A block is marked by its key, a scalar by itself. */
export function markOf(value: unknown): 'key' | 'value' {
  return typeof value === 'object' && value !== null ? 'key' : 'value';
}

/** The longest part of a path that is in the text: defaults are not. */
function writtenPart(path: Path, written: unknown): Path {
  let current = written;
  for (const [i, step] of path.entries()) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) {
      return path.slice(0, i);
    }
    current = (current as Record<string | number, unknown>)[step];
  }
  return path.slice();
}

/**
 * The server skips the rules after errors of type Required, TypeInvalid (formats too), NotSupported, TooLong and TooMany.
 * Code that validates the server's own kinds only needs the types to be right.
 */
function blocks(detail: FaultDetail, { isNative }: Subject): boolean {
  if (isNative) return detail.fault === 'type';
  switch (detail.fault) {
    case 'required':
    case 'type':
    case 'enum':
    case 'format':
      return true;
    case 'size':
      return detail.max !== undefined && detail.actual > detail.max;
    default:
      return false;
  }
}
