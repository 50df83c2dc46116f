import { describe, expect, it } from 'vitest';
import { keyCommand } from './keyCommand.ts';

const plain = { code: '', isMod: false, isCtrl: false, isShift: false, isAlt: false };

describe('keyCommand', () => {
  it.each([
    [{ key: 'ArrowDown' }, { type: 'step', direction: 'down' }],
    [
      { key: 'ArrowDown', isShift: true },
      { type: 'nudge', direction: 'down' },
    ],
    [
      { key: 'ArrowRight', isMod: true, isCtrl: true },
      { type: 'follow', direction: 'right' },
    ],
    [
      { key: 'ArrowRight', isCtrl: true },
      { type: 'follow', direction: 'right' },
    ],
    [{ key: 'Tab' }, { type: 'stop', back: false }],
    [
      { key: 'Tab', isShift: true },
      { type: 'stop', back: true },
    ],
    [{ key: ']' }, { type: 'link', back: false }],
    [{ key: 'n' }, { type: 'new' }],
    [{ key: 'N' }, { type: 'new' }],
    [{ key: 'd', isMod: true, isCtrl: true }, { type: 'duplicate' }],
    [{ key: '!', code: 'Digit1', isShift: true }, { type: 'fit' }],
    [{ key: '"', code: 'Digit2', isShift: true }, { type: 'zoom-selection' }],
    [{ key: 'Backspace' }, { type: 'delete' }],
  ])('reads %j', (key, command) => {
    expect(keyCommand({ ...plain, ...key })).toEqual(command);
  });

  it.each([
    { key: 'z', isMod: true, isCtrl: true },
    { key: 'k', isMod: true, isCtrl: true },
    { key: 'c', isMod: true, isCtrl: true },
    { key: 'ArrowUp', isMod: true, isCtrl: true },
    { key: 'ArrowUp', isAlt: true },
    { key: 'n', isCtrl: true },
    { key: 'N', isShift: true },
    { key: '?', isShift: true },
    { key: ' ' },
  ])('leaves %j to others', (key) => {
    expect(keyCommand({ ...plain, ...key })).toBeUndefined();
  });
});
