/**
 * For tests: the YAML that stands in a document of prose (an article, a handbook), one manifest a document. A piece
 * without an apiVersion is put where its section says it belongs: under the kind that the heading above it names.
 */

export interface CutManifest {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** True when the piece had no apiVersion, and a kind was put around it. */
  readonly isFragment: boolean;
}

interface Block {
  readonly line: number;
  readonly lines: readonly string[];
  /** The headings above it, the nearest first. */
  readonly headings: readonly string[];
}

interface Heading {
  readonly level: number;
  readonly title: string;
}

/** Every manifest of a text, in order. Pieces that belong to no kind that is known here are left out. */
export function cutManifests(text: string): readonly CutManifest[] {
  const lines = text.split(/\r?\n/);
  const blocks = lines.some((line) => line.startsWith('```yaml')) ? fencedBlocks(lines) : bareBlocks(lines);
  return blocks.flatMap((block) => documentsOf(block));
}

/** Between "```yaml" and the next fence. Blocks of other languages are skipped, with what looks like a heading there. */
function fencedBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let headings: readonly Heading[] = [];
  let open: { readonly at: number; readonly language: string } | undefined;
  for (const [i, line] of lines.entries()) {
    const language = /^```([a-z]*)$/.exec(line)?.[1];
    if (open !== undefined) {
      if (language === undefined) continue;
      if (open.language === 'yaml') {
        const titles = headings.map((each) => each.title);
        blocks.push({ line: open.at + 2, lines: lines.slice(open.at + 1, i), headings: titles });
      }
      open = undefined;
    } else if (language !== undefined && language !== '' && language !== 'markdown') {
      open = { at: i, language };
    } else if (/^#{1,4} /.test(line)) {
      const level = line.indexOf(' ');
      headings = [{ level, title: line.slice(level + 1) }, ...headings.filter((each) => each.level < level)];
    }
  }
  return blocks;
}

/** In text without fences: from `apiVersion:` as long as the lines look like YAML. */
function bareBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!/^apiVersion:/.test(lines[i] ?? '')) continue;
    let end = i;
    while (end < lines.length && /^($|\s|#|- |---|[A-Za-z]\w*:(\s|$))/.test(lines[end] ?? '')) end++;
    blocks.push({ line: i + 1, lines: lines.slice(i, end), headings: [] });
    i = end;
  }
  return blocks;
}

function documentsOf({ line, lines, headings }: Block): readonly CutManifest[] {
  const marks = lines.flatMap((each, i) => (each === '---' ? [i] : []));
  const starts = [0, ...marks.map((i) => i + 1)];
  return starts.flatMap((start, n): readonly CutManifest[] => {
    const part = lines.slice(start, marks[n] ?? lines.length);
    const content = part.filter((each) => each.trim() !== '' && !each.startsWith('#'));
    if (content.length === 0) return [];
    if (part.some((each) => /^apiVersion:/.test(each))) {
      return [{ line: line + start, text: `${part.join('\n').trim()}\n`, isFragment: false }];
    }
    return alternativesOf(part).flatMap(({ at, lines: own }) => {
      const text = frame(own, headings);
      return text === undefined ? [] : [{ line: line + start + at, text, isFragment: true }];
    });
  });
}

/** A piece that says a key twice shows alternatives, one after a blank line each. */
function alternativesOf(part: readonly string[]): readonly { at: number; lines: readonly string[] }[] {
  const rules = new Set(['matches', 'rules', 'filters']);
  const seen = new Set<string>();
  const cuts = [0];
  let blank = 0;
  for (const [i, line] of part.entries()) {
    if (line.trim() === '') blank = i + 1;
    const key = /^([A-Za-z]\w*):/.exec(line)?.[1];
    if (key === undefined) continue;
    const isAgain = seen.has(key) || (rules.has(key) && [...seen].some((each) => rules.has(each)));
    if (isAgain && blank > (cuts.at(-1) ?? 0)) {
      cuts.push(blank);
      seen.clear();
    }
    seen.add(key);
  }
  return cuts.map((at, n) => ({ at, lines: part.slice(at, cuts[n + 1] ?? part.length) }));
}

const route = `  parentRefs:\n  - name: web\n`;
const policyOf = (kind: string) =>
  `  targetRefs:\n  - group: gateway.networking.k8s.io\n    kind: ${kind}\n    name: web\n`;

interface Frame {
  /** In a heading. */
  readonly named: RegExp;
  readonly apiVersion: string;
  readonly kind: string;
  /** What such a resource has at least, under spec. */
  readonly rest: string;
}

const envoy = 'gateway.envoyproxy.io/v1alpha1';
const gateway = 'gateway.networking.k8s.io/v1';
const scaled = '  scaleTargetRef:\n    name: web\n';

const frames: readonly Frame[] = [
  {
    named: /BackendTrafficPolicy|Policy Attachment/,
    apiVersion: envoy,
    kind: 'BackendTrafficPolicy',
    rest: policyOf('HTTPRoute'),
  },
  { named: /ClientTrafficPolicy/, apiVersion: envoy, kind: 'ClientTrafficPolicy', rest: policyOf('Gateway') },
  { named: /SecurityPolicy/, apiVersion: envoy, kind: 'SecurityPolicy', rest: policyOf('HTTPRoute') },
  { named: /GRPCRoute/, apiVersion: gateway, kind: 'GRPCRoute', rest: route },
  { named: /Gateway API Patterns/, apiVersion: gateway, kind: 'HTTPRoute', rest: route },
  { named: /KEDA/, apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', rest: scaled },
  { named: /AI Gateway/, apiVersion: envoy, kind: 'AIGatewayRoute', rest: '' },
];

/** The piece within a resource of the kind that the nearest heading names. */
function frame(lines: readonly string[], headings: readonly string[]): string | undefined {
  const text = `${lines.join('\n').trim()}\n`;
  const content = lines.filter((each) => each.trim() !== '' && !each.startsWith('#'));
  const [found] = headings.flatMap((heading) => frames.find(({ named }) => named.test(heading)) ?? []);
  const first = content[0] ?? '';
  if (found === undefined || !/^(- |[a-z]\w*:)/i.test(first)) return undefined;
  const { apiVersion, kind, rest } = found;
  const head = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: piece\n`;
  const keys = new Set(content.flatMap((line) => /^(\w+):/.exec(line)?.[1] ?? []));
  if (keys.has('query')) return undefined;
  if (keys.has('spec')) return `${head}${text}`;
  const own = keys.has('targetRefs') ? '' : rest;
  const indent = (by: string) => text.replace(/^(?=.)/gm, by);
  const isRule = keys.has('matches') || keys.has('filters');
  const list = kind === 'ScaledObject' ? 'triggers' : 'rules';
  if (isRule) return `${head}spec:\n${own}  rules:\n${asItem(indent('    '))}`;
  if (first.startsWith('- ')) return `${head}spec:\n${own}  ${list}:\n${indent('  ')}`;
  return `${head}spec:\n${own}${indent('  ')}`;
}

/** Lines at four spaces as one item of a list at two. */
function asItem(text: string): string {
  return text.replace(/^ {4}(?=[a-z])/m, '  - ');
}
