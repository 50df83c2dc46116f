import type { Path } from '../yaml/path.ts';
import { valueAt } from '../yaml/path.ts';
import type { ConnectionEnd } from './connectionEnd.ts';
import type { ConnectionPlan } from './connectionPlan.ts';
import { roleWords } from './fits.ts';
import { siblingsPath } from './referenceSite.ts';
import { fullNameOf, itemName, nameOf } from './words.ts';

/** `HTTPRoute shop sends to Service cart`. */
export function sentenceOf({
  declaration,
  holder,
  target,
  ...plan
}: Pick<ConnectionPlan, 'declaration' | 'holder' | 'target' | 'sectionName'>): string {
  const { does } = roleWords[declaration.role];
  return `${nameOf(holder)} ${does} ${partName(target, plan.sectionName)}`;
}

/** `Connect rule 2 of HTTPRoute shop to Service cart`. */
export function labelOf({ holder, target, site, sectionName, instead }: ConnectionPlan): string {
  const isElsewhere =
    holder.namespace !== target.namespace && holder.namespace !== '' && target.namespace !== '';
  const end =
    sectionName === undefined
      ? isElsewhere
        ? fullNameOf(target)
        : nameOf(target)
      : partName(target, sectionName);
  const before = instead === undefined ? '' : ` instead of ${nameOf(instead)}`;
  return `Connect ${holderPart(holder, site.type === 'narrow' ? site.path : siblingsPath(site))} to ${end}${before}`;
}

function partName(target: ConnectionEnd, sectionName: string | undefined): string {
  if (sectionName === undefined) return nameOf(target);
  const row = target.rows.find((each) => each.section === sectionName);
  const part = row === undefined ? `section ${sectionName}` : itemName(row.path, { name: sectionName });
  return `${part} of ${nameOf(target)}`;
}

/** The item of the holder in which the reference stands, where there are several to tell apart. */
function holderPart(holder: ConnectionEnd, path: Path): string {
  const index = path.findIndex((step) => typeof step === 'number');
  if (index === -1) return nameOf(holder);
  const list = valueAt(holder.value, path.slice(0, index));
  const item = path.slice(0, index + 1);
  const isItself = index === path.length - 1;
  if (isItself || !Array.isArray(list) || list.length < 2) return nameOf(holder);
  return `${itemName(item, valueAt(holder.value, item))} of ${nameOf(holder)}`;
}
