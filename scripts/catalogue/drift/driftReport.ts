/**
 * The drift report: for every CRD version that the built-in catalogue also describes, what differs, with differences of
 * one named type put together, and how much is the same. A difference may be known, with the reason written down.
 */
import type { Pack, PackKind } from '../../../src/core/catalogue/pack.ts';
import type { Channel } from '../../../src/core/catalogue/schema.ts';
import { Shape } from '../../../src/core/catalogue/shape.ts';
import type { KnownDifference } from '../knownDifferences.ts';
import { type Comparison, compareShapes, type Difference } from './compareShapes.ts';
import { type DriftLine, type FoundDifference, groupLines, sumVisits } from './groupLines.ts';
import type { Definition } from './readDefinitions.ts';

/** One kind at one version in one channel. */
export interface KindDrift {
  readonly definition: Definition;
  readonly channel: Channel;
  readonly comparison: Comparison;
  /** Differences of the definition itself: plural, scope, served, storage. */
  readonly header: readonly string[];
}

export interface DriftReport {
  readonly kinds: readonly KindDrift[];
  readonly lines: readonly DriftLine[];
  readonly header: readonly string[];
  /** CRDs that the catalogue does not describe. */
  readonly unknown: readonly string[];
  readonly unusedReasons: readonly KnownDifference[];
}

export interface DriftOptions {
  readonly withStatus: boolean;
  readonly known: readonly KnownDifference[];
}

export function compareWithDefinitions(
  packs: readonly Pack[],
  definitions: readonly Definition[],
  options: DriftOptions,
): DriftReport {
  const kinds: KindDrift[] = [];
  const unknown: string[] = [];
  for (const definition of definitions) {
    const found = findKind(packs, definition);
    if (found === undefined) unknown.push(`${definition.kind} ${definition.version}`);
    else kinds.push(...compareKind(found.pack, found.kind, definition, options));
  }
  const used = new Set<KnownDifference>();
  const lines = groupLines(
    foundIn(kinds),
    sumVisits(kinds.map(({ comparison }) => comparison)),
    (difference, kind) => {
      const known = options.known.find((each) => explains(each, difference, kind));
      if (known !== undefined) used.add(known);
      return known?.reason;
    },
  );
  return {
    kinds,
    lines,
    header: kinds.flatMap(({ header }) => header),
    unknown,
    unusedReasons: options.known.filter((each) => !used.has(each)),
  };
}

/** `HTTPRoute v1 standard`; without the channel where it makes no difference. */
export function nameOf({ definition, channel }: Pick<KindDrift, 'definition' | 'channel'>): string {
  const isPlain = definition.channel === undefined && channel === 'standard';
  return `${definition.kind} ${definition.version}${isPlain ? '' : ` ${channel}`}`;
}

function findKind(packs: readonly Pack[], { group, version, kind }: Definition) {
  for (const pack of packs) {
    const found = pack.kinds.find(
      (each) => each.group === group && each.version === version && each.kind === kind,
    );
    if (found !== undefined) return { pack, kind: found };
  }
  return undefined;
}

/** Without a channel of its own a definition is compared in both; the second counts only where it differs. */
function compareKind(pack: Pack, kind: PackKind, definition: Definition, options: DriftOptions): KindDrift[] {
  const compareIn = (channel: Channel): KindDrift => ({
    definition,
    channel,
    comparison: compareResource(pack, kind, definition, channel, options),
    header: compareHeader(kind, definition, channel),
  });
  if (definition.channel !== undefined) return [compareIn(definition.channel)];
  const [standard, experimental] = [compareIn('standard'), compareIn('experimental')];
  const isSame = JSON.stringify(standard.comparison) === JSON.stringify(experimental.comparison);
  return isSame ? [standard] : [standard, experimental];
}

function compareResource(
  pack: Pack,
  kind: PackKind,
  definition: Definition,
  channel: Channel,
  { withStatus }: DriftOptions,
): Comparison {
  const left = ['apiVersion', 'kind', 'metadata', ...(withStatus ? [] : ['status'])];
  const without = (shape: Shape, types: Pack['types']) => {
    const properties = Object.entries(shape.schema.properties ?? {}).filter(([name]) => !left.includes(name));
    return new Shape({ ...shape.schema, properties: Object.fromEntries(properties) }, types, channel);
  };
  const ours = without(new Shape({ ref: kind.type }, pack.types, channel), pack.types);
  const theirs = without(new Shape(definition.schema, {}, channel), {});
  const compared = compareShapes(ours, theirs, '');
  const tidy = (text: string) => text.replace(/^\./, '');
  return {
    ...compared,
    differences: compared.differences.map((each) => ({
      ...each,
      path: tidy(each.path),
      place: each.place.startsWith('.') || each.place === '' ? `${kind.type}${each.place}` : each.place,
    })),
  };
}

function compareHeader(kind: PackKind, definition: Definition, channel: Channel): string[] {
  const served = kind.served !== false && (kind.servedIn === undefined || kind.servedIn === channel);
  const pairs: [string, unknown, unknown][] = [
    ['plural', kind.plural, definition.plural],
    ['scope', kind.scope, definition.scope],
    ['served', served, definition.served],
    ['storage', kind.storage === true, definition.storage],
  ];
  return pairs
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(
      ([name, ours, theirs]) => `${nameOf({ definition, channel })}: ${name} is ${theirs}, we say ${ours}`,
    );
}

function foundIn(kinds: readonly KindDrift[]): FoundDifference[] {
  return kinds.flatMap(({ definition, channel, comparison }) =>
    comparison.differences.map((difference) => ({
      difference,
      name: nameOf({ definition, channel }),
      kind: definition.kind,
      inStorage: definition.storage,
    })),
  );
}

function explains(known: KnownDifference, difference: Difference, kind: string): boolean {
  return (
    known.of === difference.kind &&
    difference.place.startsWith(known.place) &&
    (known.kind === undefined || known.kind === kind) &&
    (known.keyword === undefined || known.keyword === difference.keyword)
  );
}
