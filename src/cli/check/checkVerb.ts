import { analyse } from '../../core/analyse.ts';
import type { Analysis, Finding } from '../../core/analysis.ts';
import type { Channel } from '../../core/catalogue/channel.ts';
import { isGuardrail } from '../../core/checks/switchedOff.ts';
import type { SourceFile } from '../../core/workspace/types.ts';
import { readSources } from '../readSources.ts';
import type { Request, Verb } from '../types.ts';
import { listFindings } from './listFindings.ts';
import { loadJudging } from './loadJudging.ts';
import { writeJson } from './writeJson.ts';
import { writeSarif } from './writeSarif.ts';
import { writeText } from './writeText.ts';

/** Says what is wrong with manifests. */
export const checkVerb: Verb = {
  name: 'check',
  summary:
    "Report what is wrong: syntax, the API server's verdict, dangling references, missing grants and more.",
  options: {
    format: { type: 'string', choices: ['text', 'json', 'sarif'], help: 'How the findings are written.' },
    only: {
      type: 'string',
      choices: ['all', 'schema', 'references', 'guardrails'],
      help: "What is looked at: everything, the API server's verdict, references, or what is allowed and seldom wise. Syntax always is.",
    },
    channel: {
      type: 'string',
      choices: ['standard', 'experimental'],
      help: "Which channel of Gateway API's definitions the cluster has.",
    },
    crds: {
      type: 'string',
      value: 'FILE|DIR',
      isRepeatable: true,
      help: 'CRDs to judge by instead of the built-in descriptions of their kinds. May be given again.',
    },
    baseline: {
      type: 'string',
      value: 'FILE|DIR',
      isRepeatable: true,
      help: 'What the cluster has now: what is there is also judged as an update of it. May be given again.',
    },
  },
  details: [
    'A comment "# traffic-studio: ignore TS104 the reason" on a line or above it suppresses that finding there.',
    'A comment "# traffic-studio: off TS202 the reason" from the first column of any file switches a guardrail (TS2xx) off everywhere.',
    'Exits with 0 when there is no error (warnings are allowed), 1 when there is one, 2 for misuse.',
  ],
  examples: [
    'check manifests/',
    'check gateway.yaml routes.yaml --format json',
    'check --only schema --crds crds/ --channel experimental manifests/',
    'helm template . | traffic-studio check -',
  ],
  async run(request) {
    const { paths, options, io } = request;
    const files = await readSources(paths, io);
    const analysis = await analyseAgainst(request, files);
    const resources = analysis.resources.size;
    const isAsked = isAskedFor(options.only);
    const listed = listFindings(files, {
      ...analysis,
      findings: analysis.findings.filter(isAsked),
      suppressed: analysis.suppressed.filter(isAsked),
    });
    if (options.format === 'json') io.out(writeJson(listed, resources));
    else if (options.format === 'sarif') io.out(writeSarif(listed, request.version));
    else io.out(writeText(listed, { resources, files: files.length }, io.hasColour));
    return listed.some(({ severity, suppressed }) => severity === 'error' && suppressed === undefined)
      ? 1
      : 0;
  },
};

/** The analysis of the files against the catalogue, definitions and baseline that were asked for. */
async function analyseAgainst(
  { options, lists, io }: Request,
  files: readonly SourceFile[],
): Promise<Analysis> {
  const named = lists.crds ?? [];
  const definitions = named.length === 0 ? [] : await readSources(named, io);
  const judging =
    options.only === 'references'
      ? undefined
      : await loadJudging(definitions, options.channel as Channel, (line) => io.say(line));
  const before = lists.baseline ?? [];
  const baseline = before.length === 0 ? undefined : analyse(await readSources(before, io)).resources;
  return analyse(files, {
    ...(judging === undefined ? {} : { judging }),
    ...(baseline === undefined ? {} : { baseline }),
  });
}

/** The codes of what the YAML reader says end below this. */
const firstOfReferences = 'TS010';

function isAskedFor(only: string | undefined): (finding: Finding) => boolean {
  return (finding) => only === 'all' || finding.code < firstOfReferences || only === sortOf(finding);
}

function sortOf({ code, fault }: Finding): 'schema' | 'references' | 'guardrails' {
  if (fault !== undefined) return 'schema';
  return isGuardrail(code) ? 'guardrails' : 'references';
}
