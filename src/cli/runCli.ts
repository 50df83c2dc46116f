import { parseArgs } from 'node:util';
import { generalHelp, verbHelp } from './helpText.ts';
import { Misuse } from './misuse.ts';
import type { Io, Verb } from './types.ts';
import { verbs } from './verbs.ts';

/**
 * Does what the words behind the command ask for and answers the exit code: what the verb says, or 2 for
 * misuse, with the way out on standard error.
 */
export async function runCli(words: readonly string[], io: Io, version: string): Promise<number> {
  try {
    return await dispatch(words, io, version);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    io.say(`traffic-studio: ${error.message}`);
    return 2;
  }
}

async function dispatch(words: readonly string[], io: Io, version: string): Promise<number> {
  const [first, ...rest] = words;
  if (first === undefined) throw new Misuse(`Name a verb.\n\n${generalHelp(verbs).trimEnd()}`);
  if (first === '--version' || first === '-V') {
    io.out(`${version}\n`);
    return 0;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    io.out(rest[0] === undefined ? generalHelp(verbs) : verbHelp(findVerb(rest[0])));
    return 0;
  }
  const verb = findVerb(first);
  const { isHelp, ...asked } = readOptions(verb, rest);
  if (isHelp) {
    io.out(verbHelp(verb));
    return 0;
  }
  return verb.run({ ...asked, io, version });
}

function findVerb(name: string): Verb {
  const verb = verbs.find((each) => each.name === name);
  if (verb !== undefined) return verb;
  const known = verbs.map((each) => each.name).join(', ');
  const what = name.startsWith('-')
    ? `The option ${name} is not known here; begin with a verb`
    : `There is no verb "${name}"`;
  throw new Misuse(`${what}. The verbs are ${known}; run "traffic-studio --help" to see what they do.`);
}

function readOptions(verb: Verb, words: readonly string[]) {
  const declared = Object.fromEntries(
    Object.entries(verb.options).map(([name, { type, short, isRepeatable }]) => [
      name,
      {
        type,
        ...(short === undefined ? {} : { short }),
        ...(isRepeatable === true ? { multiple: true } : {}),
      },
    ]),
  );
  const way = `Run "traffic-studio ${verb.name} --help" to see the options.`;
  let parsed: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] };
  try {
    const options = { ...declared, help: { type: 'boolean', short: 'h' } } as const;
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error);
    throw new Misuse(`${message.replace(/\.$/, '')}. ${way}`);
  }
  const options: Record<string, string | undefined> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const [name, { choices, isRepeatable }] of Object.entries(verb.options)) {
    if (isRepeatable === true) {
      lists[name] = (parsed.values[name] as readonly string[] | undefined) ?? [];
      continue;
    }
    const value = parsed.values[name] ?? choices?.[0];
    const text = value === undefined ? undefined : String(value);
    if (choices !== undefined && text !== undefined && !choices.includes(text)) {
      throw new Misuse(`--${name} cannot be "${text}". It can be ${choices.join(', ')}.`);
    }
    options[name] = text;
  }
  return { paths: parsed.positionals, options, lists, isHelp: parsed.values.help === true };
}
