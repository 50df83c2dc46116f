import { readText, readTexts } from '../../kinds/reading.ts';
import { gateway } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { listenersOf } from './ensureListener.ts';
import { isKind } from './policyKinds.ts';

/** The first host that a route or a Gateway answers for, if it says one that is no wildcard. */
export function hostOf(desk: PatternDesk, target: PatternTarget): string | undefined {
  const hosts = isKind(target, gateway)
    ? listenersOf(desk, target).flatMap((each) => readText(each, 'hostname') ?? [])
    : readTexts(desk.read(target, ['spec']), 'hostnames');
  return hosts.find((host) => !host.startsWith('*'));
}
