import { isRecord } from '../../src/core/workspace/readDocument.ts';

/** What upstream says of one manifest in the prose of the seeds. */
export interface SeedVerdict {
  /** What the row is called. */
  readonly about: string;
  /** The first digits of the seed's file name; empty when the row does not say. */
  readonly seed: string;
  readonly line: number | undefined;
  readonly kind: string | undefined;
  readonly name: string | undefined;
  /** The manifest itself, when the row holds it. */
  readonly text: string | undefined;
  readonly isAccepted: boolean;
  /** Where it is refused. */
  readonly places: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Rows of verdicts, in any of the forms that such tables have: a list, or a map with a list in it; verdicts as words or
 * as booleans; places in the row or in its errors. Rows that say no verdict are counted in `others`.
 */
export function readSeedVerdicts(json: unknown): {
  readonly rows: readonly SeedVerdict[];
  readonly others: number;
} {
  const lists = isRecord(json) ? Object.values(json).filter(Array.isArray) : [json];
  const all: readonly unknown[] = Array.isArray(lists[0]) ? lists[0] : [];
  const rows = all.flatMap((row) => (isRecord(row) ? (readVerdict(row) ?? []) : []));
  return { rows, others: all.length - rows.length };
}

function readVerdict(row: Row): SeedVerdict | undefined {
  const said: Row = isRecord(row.verdict) ? { ...row, ...row.verdict, verdict: undefined } : row;
  const isAccepted = readAccepted(said.verdict ?? said.accept ?? said.accepted ?? said.valid ?? said.ok);
  if (isAccepted === undefined) return undefined;
  const source = firstText(row.file, row.source, row.seed) ?? '';
  const object = [row.object, row.resource, row.manifest].find(isRecord);
  const metadata = isRecord(object?.metadata) ? object.metadata : {};
  const written = firstText(row.text, row.yaml, row.manifest);
  return {
    about: firstText(row.id, row.name) ?? source,
    seed: /\d{3}(?=_|$)/.exec(source)?.[0] ?? '',
    line: [row.line, /:(\d+)/.exec(source)?.[1]].map(Number).find((each) => each > 0),
    kind: firstText(row.kind, object?.kind),
    name: firstText(row.resourceName, metadata.name, row.name),
    text: written ?? (object === undefined ? undefined : JSON.stringify(object)),
    isAccepted,
    places: placesOf(said),
  };
}

function readAccepted(said: unknown): boolean | undefined {
  if (typeof said === 'boolean') return said;
  if (typeof said !== 'string') return undefined;
  if (/^(accept(ed)?|valid|ok|pass(ed)?)$/i.test(said)) return true;
  return /^(reject(ed)?|refused?|invalid|fail(ed)?|error)$/i.test(said) ? false : undefined;
}

function placesOf(row: Row): readonly string[] {
  const listed = [row.places, row.paths, row.errors, row.expectErrors, row.path, row.place, row.field].flat();
  return listed.flatMap((each) =>
    isRecord(each) ? (firstText(each.path, each.place, each.field) ?? []) : (firstText(each) ?? []),
  );
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((each): each is string => typeof each === 'string' && each !== '');
}
