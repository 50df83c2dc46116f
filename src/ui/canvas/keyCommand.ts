import type { Direction } from '../../state/canvas/spatial.ts';

/** What a key means while the canvas has the focus. */
export type KeyCommand =
  | { readonly type: 'step'; readonly direction: Direction }
  | { readonly type: 'nudge'; readonly direction: Direction }
  | { readonly type: 'follow'; readonly direction: 'left' | 'right' }
  | { readonly type: 'stop'; readonly back: boolean }
  | { readonly type: 'link'; readonly back: boolean }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'tool'; readonly tool: 'select' | 'hand' }
  | {
      readonly type:
        | 'open'
        | 'move-mode'
        | 'new'
        | 'connect'
        | 'delete'
        | 'duplicate'
        | 'rename'
        | 'patterns'
        | 'focus'
        | 'select-all'
        | 'fit'
        | 'zoom-selection'
        | 'zoom-level'
        | 'find'
        | 'back-out';
    };

interface Key {
  readonly key: string;
  readonly code: string;
  readonly isMod: boolean;
  readonly isCtrl: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The command of a key, or undefined when the canvas leaves it alone. */
export function keyCommand(key: Key): KeyCommand | undefined {
  if (key.isAlt) return undefined;
  const direction = directions[key.key];
  if (direction !== undefined) return arrowCommand(direction, key);
  if (key.key === 'Tab') return key.isMod ? undefined : { type: 'stop', back: key.isShift };
  if (key.isMod) return modCommand(key);
  return plainCommand(key);
}

function arrowCommand(direction: Direction, { isMod, isCtrl, isShift }: Key): KeyCommand | undefined {
  if (isMod || isCtrl)
    return direction === 'left' || direction === 'right' ? { type: 'follow', direction } : undefined;
  return { type: isShift ? 'nudge' : 'step', direction };
}

function modCommand({ key, isShift }: Key): KeyCommand | undefined {
  if (isShift) return undefined;
  switch (key.toLowerCase()) {
    case 'a':
      return { type: 'select-all' };
    case 'd':
      return { type: 'duplicate' };
    case 'f':
      return { type: 'find' };
    case '0':
      return { type: 'zoom-level' };
    default:
      return undefined;
  }
}

const named: Readonly<Record<string, KeyCommand>> = {
  Enter: { type: 'open' },
  Delete: { type: 'delete' },
  Backspace: { type: 'delete' },
  F2: { type: 'rename' },
  Escape: { type: 'back-out' },
  '[': { type: 'link', back: true },
  ']': { type: 'link', back: false },
  '+': { type: 'zoom', factor: 1.25 },
  '=': { type: 'zoom', factor: 1.25 },
  '-': { type: 'zoom', factor: 0.8 },
};

const letters: Readonly<Record<string, KeyCommand>> = {
  n: { type: 'new' },
  p: { type: 'patterns' },
  c: { type: 'connect' },
  m: { type: 'move-mode' },
  f: { type: 'focus' },
  h: { type: 'tool', tool: 'hand' },
  v: { type: 'tool', tool: 'select' },
};

/** Digits go by their place on the keyboard: with Shift they are signs, and other signs elsewhere. */
function plainCommand({ key, code, isShift, isCtrl }: Key): KeyCommand | undefined {
  if (isCtrl) return undefined;
  if (isShift && code === 'Digit1') return { type: 'fit' };
  if (isShift && code === 'Digit2') return { type: 'zoom-selection' };
  return named[key] ?? (isShift ? undefined : letters[key.toLowerCase()]);
}
