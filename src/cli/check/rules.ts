import { checks } from '../../core/checks/registry.ts';
import { mistakes } from '../../core/mistakes/registry.ts';
import { faultCodes } from '../../core/schema/codes.ts';

/** The rule behind a code, as SARIF lists it: its public name and why it matters. */
export function describeRule(code: string) {
  const known = checks.find((each) => each.code === code) ?? mistakes.find((each) => each.code === code);
  const fault = Object.values(faultCodes).find((each) => each.code === code);
  const text = known?.reason ?? fault?.title;
  return {
    id: code,
    ...(known === undefined ? {} : { name: known.name }),
    ...(text === undefined ? {} : { shortDescription: { text } }),
  };
}
