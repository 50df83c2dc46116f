import type { Finding, Severity } from '../../analysis.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { FileOutline } from '../../workspace/types.ts';

/** What a fixture says of one of its lines. */
export interface Expected {
  readonly code: string;
  /** Undefined: anywhere in the file. */
  readonly line: number | undefined;
}

/** For tests: `# expect TS012` at the line where the finding begins; `somewhere` where the line does not matter. */
export function expectations(text: string): readonly Expected[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/# expect (TS\d{3})( somewhere)?/g)].map(([, code = '', somewhere]) => ({
      code,
      line: somewhere === undefined ? index + 1 : undefined,
    })),
  );
}

export interface Found {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
}

/** For tests: findings of the only file with their lines in it. */
export function withLines(
  text: string,
  { files, findings }: { readonly files: readonly FileOutline[]; readonly findings: readonly Finding[] },
): readonly Found[] {
  const lines = new LineIndex(text);
  return findings.map(({ code, place, range, severity, message }) => {
    const start = files[0]?.documents[place.document]?.start ?? 0;
    return { code, severity, message, line: lines.positionAt(start + range.start).line };
  });
}
