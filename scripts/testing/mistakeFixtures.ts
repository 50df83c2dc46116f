import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A resource with one common mistake in it, and the same as its fix leaves it. */
export interface MistakeFixture {
  /** Of the mistake, with the number of the case. */
  readonly name: string;
  readonly mistake: string;
  /** The fault that is recognised, and where: `type`, `spec.retry.retryOn`. */
  readonly fault: string;
  readonly at: string;
  /** Part of the message. */
  readonly says: string;
  /** The label of the first way out; undefined when there is none. */
  readonly takes: string | undefined;
  /** Codes of what is still wrong after it. */
  readonly left: readonly string[];
  readonly before: string;
  readonly after: string;
}

const folder = path.resolve(import.meta.dirname, '../../src/core/mistakes/fixtures');

/**
 * Every fixture: one file a mistake, in which documents come in pairs, before and after. The lines `#: fault at place`,
 * `#: says …`, `#: takes …` and `#: left …` at the head of the first one are what is expected; they are not part of it.
 */
export function mistakeFixtures(): readonly MistakeFixture[] {
  return readdirSync(folder).flatMap((file) =>
    readFixtures(file.replace(/\.yaml$/, ''), readFileSync(path.join(folder, file), 'utf8')),
  );
}

function readFixtures(mistake: string, text: string): readonly MistakeFixture[] {
  const documents = text.split(/^---\n/m);
  const fixtures: MistakeFixture[] = [];
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] ?? '';
    const heads = document.split('\n').flatMap((line) => /^#: (.*)$/.exec(line)?.[1] ?? []);
    const [, fault = '', at = ''] = /^(\S+) at (\S+)$/.exec(heads[0] ?? '') ?? [];
    const behind = (word: string) =>
      heads.find((head) => head.startsWith(`${word} `))?.slice(word.length + 1);
    const label = behind('takes');
    const takes = label === 'nothing' ? undefined : label;
    const before = document.replace(/^#:.*\n/gm, '');
    if (takes !== undefined) i++;
    fixtures.push({
      name: `${mistake} ${fixtures.length + 1}`,
      mistake,
      fault,
      at,
      says: behind('says') ?? '',
      takes,
      left: behind('left')?.split(' ') ?? [],
      before,
      after: takes === undefined ? before : (documents[i] ?? ''),
    });
  }
  return fixtures;
}
