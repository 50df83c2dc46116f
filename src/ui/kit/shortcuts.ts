/**
 * Every key the studio answers to, as data. The sheet (`?`) shows this list and tooltips read from it; the
 * shell, the canvas and the panels bind the keys themselves. A key that is bound and not listed here is a
 * defect. `Mod` is Ctrl, or Command on a Mac; `keys` holds alternatives, each written `Mod+Shift+Z`.
 */

export const shortcutGroups = [
  'Everywhere',
  'Canvas',
  'Build',
  'Select',
  'Text',
  'Tree and lists',
  'Forms',
] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

export interface Shortcut {
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: ShortcutGroup;
  /** Where it works, in words: `anywhere`, `canvas`, `tree`. */
  readonly where: string;
}

export const shortcuts: readonly Shortcut[] = [
  { keys: ['Mod+K'], label: 'Search or run a command', group: 'Everywhere', where: 'anywhere' },
  { keys: ['Mod+Z'], label: 'Undo', group: 'Everywhere', where: 'anywhere' },
  { keys: ['Mod+Shift+Z', 'Mod+Y'], label: 'Redo', group: 'Everywhere', where: 'anywhere' },
  { keys: ['Mod+S'], label: 'Mark as reviewed', group: 'Everywhere', where: 'anywhere' },
  { keys: ['Mod+F'], label: 'Find in the pane in focus', group: 'Everywhere', where: 'anywhere' },
  { keys: ['F6'], label: 'Go to the next pane', group: 'Everywhere', where: 'anywhere' },
  { keys: ['Escape'], label: 'Back out: close, cancel, clear', group: 'Everywhere', where: 'anywhere' },
  { keys: ['?'], label: 'Show these keys', group: 'Everywhere', where: 'outside text fields' },

  { keys: ['V'], label: 'Select tool', group: 'Canvas', where: 'canvas' },
  { keys: ['H'], label: 'Hand tool', group: 'Canvas', where: 'canvas' },
  { keys: ['Space+Drag'], label: 'Pan', group: 'Canvas', where: 'canvas' },
  { keys: ['Mod+Wheel'], label: 'Zoom', group: 'Canvas', where: 'canvas' },
  { keys: ['Shift+1'], label: 'Fit everything', group: 'Canvas', where: 'canvas' },
  { keys: ['Shift+2'], label: 'Zoom to the selection', group: 'Canvas', where: 'canvas' },
  { keys: ['+', '-'], label: 'Zoom in, out', group: 'Canvas', where: 'canvas' },
  { keys: ['Mod+0'], label: 'Zoom to 100 %', group: 'Canvas', where: 'canvas' },
  { keys: ['F'], label: 'Focus on the path through the selection', group: 'Canvas', where: 'canvas' },
  { keys: ['M'], label: 'Move cards with the arrows', group: 'Canvas', where: 'canvas' },
  { keys: ['Shift+Arrows'], label: 'Nudge the selected cards', group: 'Canvas', where: 'canvas' },

  { keys: ['N'], label: 'New resource', group: 'Build', where: 'canvas' },
  { keys: ['P'], label: 'Patterns, for the selected card', group: 'Build', where: 'canvas' },
  { keys: ['C'], label: 'Connect the selected card', group: 'Build', where: 'canvas' },
  { keys: ['F2'], label: 'Rename', group: 'Build', where: 'canvas, tree' },
  { keys: ['Mod+D'], label: 'Duplicate', group: 'Build', where: 'canvas, tree' },
  { keys: ['Delete', 'Backspace'], label: 'Delete', group: 'Build', where: 'canvas, tree' },
  { keys: ['Mod+C'], label: 'Copy as YAML', group: 'Build', where: 'canvas' },
  { keys: ['Mod+X'], label: 'Cut as YAML', group: 'Build', where: 'canvas' },
  { keys: ['Mod+V'], label: 'Paste YAML', group: 'Build', where: 'canvas' },

  { keys: ['Mod+A'], label: 'Select everything', group: 'Select', where: 'canvas' },
  { keys: ['Tab'], label: 'Next card', group: 'Select', where: 'canvas' },
  { keys: ['Shift+Tab'], label: 'Card before', group: 'Select', where: 'canvas' },
  { keys: ['Arrows'], label: 'Nearest card in that direction', group: 'Select', where: 'canvas' },
  {
    keys: ['Mod+Right', 'Mod+Left'],
    label: 'Follow an edge forward, back',
    group: 'Select',
    where: 'canvas',
  },
  { keys: ['[', ']'], label: 'Edge before, next edge of the card', group: 'Select', where: 'canvas' },
  { keys: ['Shift+Click'], label: 'Add to the selection', group: 'Select', where: 'canvas, tree' },
  { keys: ['Enter'], label: 'Show its lines', group: 'Select', where: 'canvas, tree, problems' },

  { keys: ['Ctrl+Space'], label: 'Complete', group: 'Text', where: 'editor' },
  { keys: ['Shift+F1'], label: 'What is this', group: 'Text', where: 'editor' },
  { keys: ['Mod+.'], label: 'Fix or explain the problem', group: 'Text', where: 'editor' },
  { keys: ['F8', 'Shift+F8'], label: 'Next, previous problem', group: 'Text', where: 'editor' },
  { keys: ['F12'], label: 'Go to what it names', group: 'Text', where: 'editor' },
  { keys: ['Shift+F12'], label: 'Find references', group: 'Text', where: 'editor' },
  { keys: ['Mod+Shift+O'], label: 'Go to a resource or field', group: 'Text', where: 'editor' },
  { keys: ['F2'], label: 'Rename it everywhere', group: 'Text', where: 'editor' },
  { keys: ['Shift+Alt+F'], label: 'Format', group: 'Text', where: 'editor' },
  { keys: ['Mod+/'], label: 'Toggle comment', group: 'Text', where: 'editor' },

  { keys: ['Up', 'Down'], label: 'Move', group: 'Tree and lists', where: 'tree, problems, palette' },
  { keys: ['Right', 'Left'], label: 'Open, close', group: 'Tree and lists', where: 'tree' },
  { keys: ['Home', 'End'], label: 'First, last', group: 'Tree and lists', where: 'tree, problems' },
  { keys: ['A–Z'], label: 'Jump to a name', group: 'Tree and lists', where: 'tree' },
  { keys: ['*'], label: 'Open all beside it', group: 'Tree and lists', where: 'tree' },
  {
    keys: ['Alt+Up', 'Alt+Down'],
    label: 'Move an item of a form',
    group: 'Forms',
    where: 'inspector',
  },
  { keys: ['Mod+Enter'], label: 'Show the field in the YAML', group: 'Forms', where: 'inspector' },
  { keys: ['Shift+F10'], label: 'Menu of the row', group: 'Tree and lists', where: 'tree' },
];

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const signs: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Mod: 'Ctrl',
};

/** The caps of one combination: `Mod+Shift+Z` is `['Ctrl', 'Shift', 'Z']`, or `['⌘', '⇧', 'Z']` on a Mac. */
export function keyCaps(combination: string, isMac: boolean): readonly string[] {
  // A plus sign of its own is a key, not a joint.
  return combination.split(/\+(?=.)/).map((key) => (isMac ? macSigns[key] : undefined) ?? signs[key] ?? key);
}
