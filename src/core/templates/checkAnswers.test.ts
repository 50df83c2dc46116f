import { describe, expect, it } from 'vitest';
import { answerFormatOf } from './answerFormats.ts';
import { checkAnswers } from './checkAnswers.ts';
import { definePattern } from './definePattern.ts';
import { boolean, choice, hostname, number, text, texts } from './parameters.ts';
import type { TextType } from './types.ts';

const sample = definePattern({
  id: 'sample',
  title: 'Sample',
  purpose: 'For tests',
  group: 'routing',
  docs: 'https://example.com',
  roles: {},
  parameters: {
    host: hostname('Host name', 'shop.example.com'),
    note: text('Note', '', { required: false }),
    count: number('Count', 2, { min: 1, max: 9 }),
    mode: choice('Mode', [
      { value: 'soft', label: 'Soft' },
      { value: 'hard', label: 'Hard' },
    ]),
    limit: number('Limit', 5, { min: 0, max: 5, shownWhen: { parameter: 'mode', is: 'hard' } }),
    isLoud: boolean('Loud', false),
    tags: texts('Tags', ['a'], { of: 'name', max: 2 }),
    verbs: texts('Verbs', ['GET'], { options: ['GET', 'PUT'] }),
  },
  write() {},
});

const defaults = {
  host: 'shop.example.com',
  note: '',
  count: 2,
  mode: 'soft',
  limit: 5,
  isLoud: false,
  tags: ['a'],
  verbs: ['GET'],
};

describe('checkAnswers', () => {
  it('fills the gaps', () => {
    expect(checkAnswers(sample, {})).toEqual({ answers: defaults });
    expect(checkAnswers(sample, { mode: 'hard', limit: 0, tags: ['b', 'c'] })).toEqual({
      answers: { ...defaults, mode: 'hard', limit: 0, tags: ['b', 'c'] },
    });
  });

  it('does not look at what is not asked', () => {
    expect(checkAnswers(sample, { limit: 99 })).toEqual({ answers: defaults });
  });

  it.each([
    [{ host: '' }, 'Host name is empty. Fill it in.'],
    [
      { host: 'No.Such' },
      'Host name wants a DNS name in lower case, perhaps with a star for its first part, such as shop.example.com, not "No.Such".',
    ],
    [
      { host: 7 },
      'Host name wants a DNS name in lower case, perhaps with a star for its first part, such as shop.example.com, not 7.',
    ],
    [
      { note: ' x' },
      'Note wants a text on one line of at most 253 characters, without spaces at its ends, such as shop, not " x".',
    ],
    [{ count: 10 }, 'Count wants a whole number from 1 to 9, not 10.'],
    [{ count: 1.5 }, 'Count wants a whole number from 1 to 9, not 1.5.'],
    [{ count: '2' }, 'Count wants a whole number from 1 to 9, not "2".'],
    [{ mode: 'wild' }, 'Mode does not know "wild". Choose Soft or Hard.'],
    [{ mode: 'hard', limit: 6 }, 'Limit wants a whole number from 0 to 5, not 6.'],
    [{ isLoud: 'yes' }, 'Loud is yes or no. Choose one.'],
    [{ tags: [] }, 'Tags is empty. Add at least one.'],
    [{ tags: 'a' }, 'Tags wants a list.'],
    [{ tags: ['a', 'a'] }, 'Tags has something twice. Remove one.'],
    [{ tags: ['a', 'b', 'c'] }, 'Tags has 3 entries and takes 2. Remove some.'],
    [{ verbs: ['POST'] }, 'Verbs does not know "POST". Choose of GET, PUT.'],
    [{ colour: 'red' }, 'Sample has no parameter "colour". Leave it out.'],
  ])('refuses %j and says why', (raw, refused) => {
    expect(checkAnswers(sample, raw)).toEqual({ refused });
  });
});

describe('the format of', () => {
  const good: Readonly<Record<TextType, readonly string[]>> = {
    text: ['a', 'two words', 'naïve'],
    name: ['a', 'x1-y'],
    hostname: ['a.b', '*.a.b'],
    host: ['a.b', 'localhost'],
    address: ['redis:6379', 'a.b.c:1'],
    duration: ['1s', '1h30m', '500ms'],
    quantity: ['1Gi', '500m', '0'],
    cidr: ['10.0.0.0/8', '::/0'],
    cron: ['*/5 * * * *'],
    promql: ['up{a="b"}'],
    path: ['/', '/a/b', '/%20'],
    header: ['x-user-id', 'X_Y'],
    url: ['https://a.b', 'http://a.b:80/c?d=e'],
    origin: ['*', 'https://a.b', 'https://*.a.b:8443'],
    email: ['a@b.c'],
  };
  const bad: Readonly<Record<TextType, readonly string[]>> = {
    text: [' a', 'a\nb', 'a\tb', '\u0000', 'x'.repeat(254)],
    name: ['A', '1a', 'a-', 'a.b', 'a'.repeat(41)],
    hostname: ['a..b', '*', 'a.*', '10.0.0.1', 'A.b'],
    host: ['*.a.b', '10.0.0.1', 'a_b'],
    address: ['redis', 'redis:0', 'redis:123456', '10.0.0.1:80', 'a b:1'],
    duration: ['1', '1.5s', '-1s', '1d', ''],
    quantity: ['one', '1GB', '-1'],
    cidr: ['10.0.0.0', '10.0.0.0/33'],
    cron: ['* * * *', 'daily'],
    promql: [' up', 'a\nb'],
    path: ['a', '/a//b', '/a/../b', '/a b', '/%2F', '/a?b'],
    header: ['a b', 'a:', 'é'],
    url: ['a.b', 'ftp://a.b', 'https://', 'https://a b'],
    origin: ['a.b', 'https://a.b/', '**'],
    email: ['a', '@b'],
  };

  it.each(Object.keys(good) as TextType[])('%s knows good and bad ones', (type) => {
    const { test, example } = answerFormatOf(type);
    expect([example, ...good[type]].filter((each) => !test(each))).toEqual([]);
    expect(bad[type].filter((each) => test(each))).toEqual([]);
  });
});
