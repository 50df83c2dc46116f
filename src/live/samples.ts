import { queryOptions } from '@tanstack/react-query';

/** A workspace that comes with the studio. `files` are paths beside the index. */
export interface Sample {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly files: readonly string[];
}

/** The samples that are served beside the page. They never change while it is open. */
export const samplesQuery = queryOptions({
  queryKey: ['samples'],
  queryFn: async (): Promise<readonly Sample[]> => {
    const index = (await (await fetchFile('samples/index.json')).json()) as {
      readonly samples: readonly Sample[];
    };
    return index.samples;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** The files of one sample, in order. */
export function sampleFilesQuery(sample: Sample) {
  return queryOptions({
    queryKey: ['sample', sample.id],
    queryFn: async (): Promise<ReadonlyMap<string, string>> =>
      new Map(
        await Promise.all(
          sample.files.map(
            async (path) => [nameOf(path), await (await fetchFile(`samples/${path}`)).text()] as const,
          ),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The path in the workspace: without the sample's own folder. */
function nameOf(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path} could not be loaded (status ${response.status})`);
  return response;
}
