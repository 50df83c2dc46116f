import { splitDocuments } from '../workspace/splitDocuments.ts';
import type { SourceFile } from '../workspace/types.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import { Catalogue, type CrdKinds } from './catalogue.ts';
import type { Channel } from './channel.ts';
import type { Pack, PackIndex } from './pack.ts';
import { readCrds } from './readCrd.ts';

/** A file of the user's own definitions (CRDs), as it was given. */
export type DefinitionFile = SourceFile;

/** What became of one definition. */
export interface DefinitionReport {
  /** `httproutes.gateway.networking.k8s.io`. */
  readonly name: string;
  readonly source: string;
  readonly group: string;
  readonly kind: string;
  /** Served ones. */
  readonly versions: readonly string[];
  readonly release?: string;
}

/** What the catalogue is made of right now. */
export interface LibraryReport {
  readonly channel: Channel;
  /** The releases that the built-in descriptions are of. */
  readonly releases: readonly { readonly pack: string; readonly project: string; readonly version: string }[];
  readonly definitions: readonly DefinitionReport[];
  /** What could not be used of the definition files, with the place and the way out. */
  readonly problems: readonly { readonly source: string; readonly message: string }[];
}

/**
 * Puts the catalogue together from what arrives at different times: the index, packs, the user's definitions and the
 * channel. The catalogue is a new object whenever one of them is.
 */
export class Library {
  #index: PackIndex = { packs: [] };
  #packs: readonly Pack[] = [];
  #files: readonly DefinitionFile[] = [];
  #crds: readonly CrdKinds[] = [];
  #problems: LibraryReport['problems'] = [];
  #channel: Channel = 'standard';
  #catalogue: Catalogue | undefined;

  /** False until the index is there: then nothing can be said of any kind. */
  get isReady(): boolean {
    return this.#index.packs.length > 0;
  }

  get catalogue(): Catalogue {
    this.#catalogue ??= new Catalogue({
      index: this.#index,
      packs: this.#packs,
      crds: this.#crds,
      channel: this.#channel,
    });
    return this.#catalogue;
  }

  get report(): LibraryReport {
    const definitions = this.#crds.map(({ name, source, group, kind, versions, release }) => ({
      name,
      source,
      group,
      kind,
      versions: versions.filter(({ served }) => served).map(({ version }) => version),
      ...(release === undefined ? {} : { release }),
    }));
    const releases = this.#index.packs.map(({ name, upstream }) => ({
      pack: name,
      project: upstream.project,
      version: upstream.version,
    }));
    return { channel: this.#channel, releases, definitions, problems: this.#problems };
  }

  takeIndex(index: PackIndex): void {
    this.#index = index;
    this.#catalogue = undefined;
  }

  takePack(pack: Pack): void {
    this.#packs = [...this.#packs.filter(({ name }) => name !== pack.name), pack];
    this.#catalogue = undefined;
  }

  choose(channel: Channel): void {
    if (channel === this.#channel) return;
    this.#channel = channel;
    this.#catalogue = undefined;
  }

  /** Reads the user's definitions, in place of those before. Of two of one name the later one counts. */
  define(files: readonly DefinitionFile[]): void {
    const isSame =
      files.length === this.#files.length && files.every(({ text }, i) => text === this.#files[i]?.text);
    if (isSame) return;
    this.#files = files;
    const problems: { source: string; message: string }[] = [];
    const crds = new Map<string, CrdKinds>();
    for (const file of files) {
      const read = readDefinitions(file);
      for (const crd of read.crds) crds.set(`${crd.group}/${crd.kind}`, crd);
      problems.push(...read.problems.map((message) => ({ source: file.path, message })));
    }
    this.#crds = [...crds.values()];
    this.#problems = problems;
    this.#catalogue = undefined;
  }

  /** The packs that describe these kinds and are not here yet. */
  wants(
    kinds: Iterable<{ readonly group: string; readonly version: string; readonly kind: string }>,
  ): readonly string[] {
    const wanted = new Set<string>();
    for (const { group, version, kind } of kinds) {
      const found = this.catalogue.find(group, version, kind);
      if (found.state === 'unloaded') wanted.add(found.pack);
    }
    return [...wanted];
  }
}

function readDefinitions({ path, text }: DefinitionFile): {
  crds: readonly CrdKinds[];
  problems: readonly string[];
} {
  const crds: CrdKinds[] = [];
  const problems: string[] = [];
  for (const part of splitDocuments(text)) {
    const tree = parseYaml(text.slice(part.start, part.end));
    if (tree.isEmpty) continue;
    const fatal = tree.problems.find((problem) => problem.fatal);
    if (fatal !== undefined) {
      problems.push(fatal.message);
      continue;
    }
    const read = readCrds(tree.value, path);
    crds.push(...read.crds);
    problems.push(...read.problems.map(({ message }) => message));
  }
  return { crds, problems };
}
