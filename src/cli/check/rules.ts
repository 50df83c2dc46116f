import { checks } from '../../core/checks/registry.ts';
import { mistakes } from '../../core/mistakes/registry.ts';
import { faultCodes } from '../../core/schema/codes.ts';

/** The rule behind a code, as SARIF lists it: its public name, why it matters and where it is documented. */
export function describeRule(code: string) {
  const check = checks.find((each) => each.code === code);
  const known = check ?? mistakes.find((each) => each.code === code);
  const fault = Object.values(faultCodes).find((each) => each.code === code);
  const text = known?.reason ?? fault?.title;
  return {
    id: code,
    ...(known === undefined ? {} : { name: known.name }),
    ...(text === undefined ? {} : { shortDescription: { text } }),
    ...(check?.docs === undefined ? {} : { helpUri: check.docs }),
  };
}
