import { type Lines, manifest } from '../kinds/templates/manifest.ts';
import type { NewDocument } from '../schema/fault.ts';

/** A resource that a way out adds: its identity and the lines below its metadata. */
export function newDocument(
  apiVersion: string,
  kind: string,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  body: Lines,
): NewDocument {
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  return { group, kind, namespace, name, text: manifest({ namespace, name }, { apiVersion, kind }, body) };
}
