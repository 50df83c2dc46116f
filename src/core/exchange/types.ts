/**
 * What comes into the studio and goes out of it. Importers turn raw bytes into files of a workspace and say
 * what became of every item; exporters turn a workspace into something `kubectl` takes. Both are registries:
 * menus, file pickers and the command line are derived from them. Text is never rewritten on the way: what
 * cannot be kept byte for byte is said, what cannot be read is left out with the reason.
 */
import type { Analysis } from '../analysis.ts';
import type { SourceFile } from '../workspace/types.ts';

/** A file as the browser, an archive or the command line hands it over. */
export interface RawItem {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A text that an importer found in an item. */
export interface FoundText extends SourceFile {
  /** What a person should know about how it was read. */
  readonly notes: readonly string[];
}

/** An item that did not come in, and why, with the way out. */
export interface SkippedItem {
  readonly path: string;
  readonly reason: string;
}

/** What an importer makes of one item. `items` go through the other importers in turn. */
export interface Found {
  readonly texts?: readonly FoundText[];
  readonly items?: readonly RawItem[];
  readonly skipped?: readonly SkippedItem[];
  /** What is said of the item as a whole. */
  readonly notes?: readonly string[];
}

/** One way in. One file each, listed in `importers.ts`. */
export interface Importer {
  readonly name: string;
  /** For menus and the report: `Zip archive`. */
  readonly label: string;
  /** With the dot, for file pickers. */
  readonly extensions: readonly string[];
  /** True when this importer can say something about the item. */
  accepts(item: RawItem): boolean;
  read(item: RawItem): Found;
}

/** How many resources of a kind. */
export interface KindCount {
  readonly group: string;
  readonly kind: string;
  readonly count: number;
}

/** What came in with one file. */
export interface ImportedFile {
  readonly path: string;
  /** Documents with content. */
  readonly documents: number;
  readonly resources: number;
  /** The most frequent first. */
  readonly kinds: readonly KindCount[];
  /** Documents that do not parse; they are loaded as they are. */
  readonly broken: number;
  /** Documents that are no Kubernetes resources; they are loaded as they are. */
  readonly foreign: number;
  /** True when the workspace has a file of this path already. */
  readonly exists: boolean;
  /** True for a file of nothing but CRDs: it goes to the definitions, not to the files. */
  readonly isDefinition: boolean;
  readonly notes: readonly string[];
}

export interface ImportReport {
  readonly files: readonly ImportedFile[];
  readonly skipped: readonly SkippedItem[];
  /** What is said of the import as a whole. */
  readonly notes: readonly string[];
}

export interface Imported {
  readonly files: readonly SourceFile[];
  /** Files of CRDs: what they describe is judged by them. */
  readonly definitions: readonly SourceFile[];
  readonly report: ImportReport;
}

/** What an exporter made. */
export interface Exported {
  /** Text where a person may read or copy it, bytes otherwise. */
  readonly content: string | Uint8Array;
  /** What was left out or adjusted, each with its reason. Empty when the export says it all. */
  readonly notes: readonly string[];
}

/** One way out. One file each, listed in `exporters.ts`. */
export interface Exporter {
  readonly name: ExportFormat;
  /** For menus: `One YAML file`. */
  readonly label: string;
  /** One line: when to choose it. */
  readonly purpose: string;
  readonly fileName: string;
  readonly mediaType: string;
  export(files: readonly SourceFile[], analysis: Analysis): Exported;
}

export type ExportFormat = 'bundle' | 'zip';
