import { queryOptions } from '@tanstack/react-query';

/** A part of the catalogue as JSON: `index`, or a pack by its API group. It never changes while the page is open. */
export function cataloguePartQuery(name: string) {
  return queryOptions({
    queryKey: ['catalogue', name],
    queryFn: async (): Promise<string> => {
      const response = await fetch(new URL(`catalogue/${name}.json`, document.baseURI));
      if (!response.ok) throw new Error(`status ${response.status}`);
      return response.text();
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: 2,
  });
}
