/*
 * Which room may import which. Left may be imported by right, types included, never back; rooms of one line do not
 * know each other. A new room under `src/core` gets its line here.
 */
const coreOrder = [
  ['text'],
  ['yaml'],
  ['workspace'],
  ['catalogue'],
  ['schema'],
  ['mistakes'],
  ['kinds'],
  ['graph'],
  ['attachment'],
  ['analysis'],
  ['expansion'],
  ['checks', 'traffic'],
  ['templates'],
  ['guides'],
  ['actions'],
  ['assist'],
  ['forms'],
  ['review'],
  ['exchange'],
  ['analyse', 'analysisDelta'],
  ['picture'],
] as const;

/** `core/analysis.ts` holds types only, and only of these. */
const analysisKnows = ['text', 'yaml', 'workspace', 'schema', 'kinds', 'graph'];

/** What each outer room may import besides itself. `core` and `ui` stand for every room in them. */
const outerRooms: Readonly<Record<string, readonly string[]>> = {
  worker: ['core'],
  live: ['core'],
  cli: ['core'],
  state: ['core', 'worker'],
  ui: ['core', 'worker', 'state', 'live', 'ui/kit'],
  main: ['core', 'worker', 'state', 'live', 'ui'],
};

/** The room of a file: `core/yaml`, `ui/canvas`, `state`, `main`; undefined for what lies loose under `src`. */
export function roomOf(file: string): string | undefined {
  const [, first = '', second, ...rest] = file.split('/');
  if (second === undefined) return first === 'main.tsx' ? 'main' : undefined;
  if (first !== 'core' && first !== 'ui') return first;
  return rest.length > 0 ? `${first}/${second}` : `${first}/${second.replace(/(\.test)?\.tsx?$/, '')}`;
}

/** True when the tables here know the room. */
export function isKnownRoom(room: string): boolean {
  if (room.startsWith('core/')) return rankOf(room) >= 0;
  return room.startsWith('ui/') || Object.hasOwn(outerRooms, room);
}

/** True when files of the first room may import files of the second. */
export function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (from.startsWith('core/')) {
    if (!to.startsWith('core/')) return false;
    if (from === 'core/analysis') return analysisKnows.some((room) => to === `core/${room}`);
    return rankOf(to) < rankOf(from);
  }
  const known = outerRooms[from.split('/')[0] ?? ''] ?? [];
  return known.some((room) => to === room || to.startsWith(`${room}/`));
}

/** What a room may import, in words. */
export function importsAllowed(room: string): string {
  if (room === 'core/analysis') return analysisKnows.map((name) => `core/${name}`).join(', ');
  if (!room.startsWith('core/')) return (outerRooms[room.split('/')[0] ?? ''] ?? []).join(', ');
  const known = coreOrder.slice(0, Math.max(rankOf(room), 0)).flat();
  return known.map((name) => `core/${name}`).join(', ') || 'nothing';
}

function rankOf(room: string): number {
  return coreOrder.findIndex((line) => line.some((name) => room === `core/${name}`));
}
