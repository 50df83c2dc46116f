import { duplicateIdentity } from './duplicateIdentity.ts';
import { guardrails } from './guardrails/registry.ts';
import { missingGrant } from './missingGrant.ts';
import { missingName } from './missingName.ts';
import { missingPort } from './missingPort.ts';
import { missingSection } from './missingSection.ts';
import { missingTarget } from './missingTarget.ts';
import { triggerSettings } from './triggerSettings.ts';
import type { Check } from './types.ts';
import { withheldSecret } from './withheldSecret.ts';
import { wrongTargetKind } from './wrongTargetKind.ts';
import { yamlProblems } from './yamlProblems.ts';

/** Every check. A new one is one file and one line here. */
export const checks: readonly Check[] = [
  ...yamlProblems,
  duplicateIdentity,
  missingName,
  missingTarget,
  missingSection,
  missingPort,
  missingGrant,
  wrongTargetKind,
  withheldSecret,
  triggerSettings,
  ...guardrails,
];
