/**
 * For those who write overlays: prints a type of the packages, and what the overlays make of it.
 * `tsx scripts/catalogue/show.ts TYPE_OR_KIND [--doc]`, or `--list PREFIX` for the names of types.
 */
import type { Overlay } from '../../src/core/catalogue/overlay/overlay.ts';
import type { Schema, TypeName } from '../../src/core/catalogue/schema.ts';
import { layOver } from '../../src/core/catalogue/shape.ts';
import { loadOverlays } from './buildCatalogue.ts';
import { OverlaidTypes } from './overlay/overlaidTypes.ts';
import { type BaseTypes, readPackageTypes } from './packages/packageTypes.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isOn = (flag: string) => process.argv.includes(flag);
const base = readPackageTypes();
const overlays = await loadOverlays();

if (words.length === 0) {
  if (isOn('--list')) list('');
  else
    console.error('Say which type or kind: `show.ts HTTPRoute`, or `--list PREFIX` for the names there are.');
}
for (const word of words) {
  if (isOn('--list')) list(word);
  else for (const name of namesFor(word)) show(name);
}

function list(prefix: string): void {
  for (const name of allNames())
    if (name.startsWith(prefix) || name.includes(`.${prefix}`)) console.log(name);
}

function allNames(): TypeName[] {
  const written = overlays.flatMap((overlay) => Object.keys(overlay.types));
  return [...new Set([...base.names, ...written])].sort();
}

/** A type's own name, or every type that ends in it. */
function namesFor(word: string): TypeName[] {
  const found = allNames().filter((name) => name === word || name.endsWith(`.${word}`));
  if (found.length === 0) console.error(`No type is called ${word}. See --list.`);
  return found;
}

function show(name: TypeName): void {
  console.log(`\n━━ ${name}`);
  const before = flatBase(base, name);
  console.log(before === undefined ? 'No package holds it.' : `In the package: ${print(before)}`);
  for (const overlay of overlays) {
    const own = overlay.types[name];
    if (own === undefined && !isReachedBy(overlay, name)) continue;
    const after = new OverlaidTypes(base, overlay, (mistake) => console.error(mistake)).find(name);
    console.log(`In the pack ${overlay.pack}: ${after === undefined ? 'not there' : print(after)}`);
  }
}

function isReachedBy(overlay: Overlay, name: TypeName): boolean {
  return (overlay.extends ?? []).some((each) => each.types[name] !== undefined || isReachedBy(each, name));
}

function flatBase(types: BaseTypes, name: TypeName): Schema | undefined {
  const found = types.find(name);
  if (found === undefined) return undefined;
  const under = found.embeds.map((embedded) => flatBase(types, embedded) ?? {});
  return [...under, found.schema].reduce((below, above) => layOver(below, above), {});
}

function print(schema: Schema): string {
  const drop = isOn('--doc') ? [] : ['doc'];
  return JSON.stringify(
    schema,
    (key, value) => (drop.includes(key) && typeof value === 'string' ? undefined : value),
    1,
  ).replace(/\{\n\s*("[^"]*": [^\n{}[\]]*)\n\s*\}/g, '{ $1 }');
}
