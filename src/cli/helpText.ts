import type { OptionDeclaration, Verb } from './types.ts';

const command = 'traffic-studio';

/** What `--help` says: every verb in a line. */
export function generalHelp(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    'Traffic Studio on the command line: the same checks and exports as in the browser.',
    '',
    `Usage: ${command} VERB FILE|DIR... [options]`,
    '',
    'Verbs:',
    ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Folders are read recursively (.yaml, .yml, .json); - reads from standard input.',
    `Run "${command} VERB --help" for the options of a verb, "${command} --version" for the version.`,
    '',
  ].join('\n');
}

/** What `VERB --help` says. */
export function verbHelp(verb: Verb): string {
  const options = [
    ...Object.entries(verb.options),
    ['help', { type: 'boolean', short: 'h', help: 'Show this help.' }] as const,
  ].map(([name, option]) => ({ flag: flagOf(name, option), help: helpOf(option) }));
  const width = Math.max(...options.map(({ flag }) => flag.length));
  return [
    verb.summary,
    '',
    `Usage: ${command} ${verb.name} FILE|DIR... [options]`,
    '',
    'Options:',
    ...options.map(({ flag, help }) => `  ${flag.padEnd(width)}  ${help}`),
    '',
    ...verb.details.flatMap((detail) => [detail, '']),
    'Examples:',
    ...verb.examples.map((example) => `  ${example.includes(command) ? example : `${command} ${example}`}`),
    '',
  ].join('\n');
}

function flagOf(name: string, option: OptionDeclaration): string {
  const value = option.choices?.join('|') ?? option.value;
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function helpOf({ help, choices }: OptionDeclaration): string {
  return choices === undefined ? help : `${help} Without it: ${choices[0]}.`;
}
