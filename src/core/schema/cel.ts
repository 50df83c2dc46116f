/** What `judge` needs of a CEL engine. The engine itself (`celEngine.ts`) is loaded only when a user's CRD has rules. */
export interface CelEngine {
  /** Compiles once; the same source answers the same program. `unreadable`: this rule cannot be checked. */
  compile(source: string, options?: CelOptions): CelProgram | { readonly unreadable: string };
}

export interface CelOptions {
  /** The rule's `optionalOldSelf`: `oldSelf` is an optional value, and the rule is run on creation as well. */
  readonly hasOptionalOldSelf?: boolean;
}

export interface CelProgram {
  /** True when it reads `oldSelf`: a transition rule. */
  readonly usesOldSelf: boolean;
  /** Values are plain data; integers of the schema must arrive as bigint (`toCelValue`). Never throws. */
  run(self: unknown, oldSelf?: unknown): { readonly value: unknown } | { readonly error: string };
}
