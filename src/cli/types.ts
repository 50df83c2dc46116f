/** Where a verb reads from and writes to, so that tests and other shells can stand in for the process. */
export interface Io {
  readonly cwd: string;
  /** Standard output. */
  out(content: string | Uint8Array): void;
  /** Standard error: what is not the result itself. */
  say(line: string): void;
  readStdin(): Promise<Uint8Array>;
  /** True when colours help and do not get in the way. */
  readonly hasColour: boolean;
}

/** An option of a verb. Help, parsing and the check of its value follow from it. */
export interface OptionDeclaration {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What stands behind it in the help: `FILE`. */
  readonly value?: string;
  /** The values it may have, the default first. */
  readonly choices?: readonly string[];
  /** It may be given again; its values are in `lists`. */
  readonly isRepeatable?: boolean;
  readonly help: string;
}

/** What was asked of a verb. */
export interface Request {
  /** Files and folders, as written. */
  readonly paths: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** The values of options that may be given again. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The version of this program. */
  readonly version: string;
  readonly io: Io;
}

/** One thing the command line can do. One file each, listed in `verbs.ts`. */
export interface Verb {
  readonly name: string;
  /** One line for the list of verbs. */
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionDeclaration>>;
  /** What a person should know besides, a paragraph each. */
  readonly details: readonly string[];
  readonly examples: readonly string[];
  /** Answers the exit code: 0 without errors, 1 with errors. */
  run(request: Request): Promise<number>;
}
