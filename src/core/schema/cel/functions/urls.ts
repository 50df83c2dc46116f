import { func, method, type Overload } from '../overload.ts';
import { type CelValue, fail, Special } from '../value.ts';
import { hostName, parseQuery, parseUrl, portOf, type UrlParts } from './urlText.ts';

class Url extends Special {
  readonly typeName = 'kubernetes.URL';
  readonly text: string;
  readonly parts: UrlParts;
  constructor(text: string, parts: UrlParts) {
    super();
    this.text = text;
    this.parts = parts;
  }
  isEqual(other: Special): boolean {
    return other instanceof Url && other.text === this.text;
  }
}

const type = 'kubernetes.URL';

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-url-library */
export const urls: readonly Overload[] = [
  func('isURL', ['string'], (text) => parseUrl(text) !== undefined),
  func('url', ['string'], (text) => {
    const parts = parseUrl(text);
    return parts === undefined
      ? fail(`URL parse error during conversion from string: ${text}`)
      : new Url(text, parts);
  }),
  method('getScheme', [type], (url) => partsOf(url).scheme),
  method('getHost', [type], (url) => partsOf(url).host),
  method('getHostname', [type], (url) => hostName(partsOf(url).host)),
  method('getPort', [type], (url) => portOf(partsOf(url).host)),
  method('getEscapedPath', [type], (url) => partsOf(url).escapedPath),
  method('getQuery', [type], (url) => parseQuery(partsOf(url).query)),
];

function partsOf(url: CelValue): UrlParts {
  return (url as Url).parts;
}
