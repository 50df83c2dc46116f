import type { Overload } from '../overload.ts';
import { addresses } from './addresses.ts';
import { conversions } from './conversions.ts';
import { lists } from './lists.ts';
import { namedFormats } from './namedFormats.ts';
import { operators } from './operators.ts';
import { optionals } from './optionals.ts';
import { quantities } from './quantities.ts';
import { regexes } from './regexes.ts';
import { sets } from './sets.ts';
import { strings } from './strings.ts';
import { times } from './times.ts';
import { urls } from './urls.ts';
import { versions } from './versions.ts';

/** Every function of the server's libraries, by name. */
export const overloads: ReadonlyMap<string, readonly Overload[]> = byName([
  ...operators,
  ...conversions,
  ...strings,
  ...regexes,
  ...lists,
  ...sets,
  ...optionals,
  ...times,
  ...quantities,
  ...addresses,
  ...urls,
  ...namedFormats,
  ...versions,
]);

function byName(all: readonly Overload[]): Map<string, Overload[]> {
  const map = new Map<string, Overload[]>();
  for (const overload of all) {
    const same = map.get(overload.name);
    if (same === undefined) map.set(overload.name, [overload]);
    else same.push(overload);
  }
  return map;
}
