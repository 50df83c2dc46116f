import { applyFileChanges } from '../actions/applyChange.ts';
import { runAction } from '../actions/registry.ts';
import { Analyser } from '../analyse.ts';
import type { Pattern } from '../templates/types.ts';
import { pictureOf } from './pictureOf.ts';
import type { Picture } from './types.ts';

/** The picture of what a pattern makes by itself, with its defaults. Empty where it cannot make all that it needs. */
export function patternPicture(pattern: Pattern): Picture {
  const empty = new Analyser([]);
  const result = runAction('apply-pattern', empty, { pattern: pattern.id, answers: {}, roles: {} });
  const changes = 'refused' in result ? [] : result.files;
  const { files } = applyFileChanges(empty.files, changes);
  return pictureOf([...files].map(([path, text]) => ({ path, text })));
}
