import type { Asked } from './definePattern.ts';
import type {
  Answer,
  BooleanParameter,
  ChoiceOption,
  ChoiceParameter,
  NumberParameter,
  TextForm,
  TextParameter,
  TextsParameter,
  TextType,
} from './types.ts';

interface Common {
  readonly help?: string;
  readonly shownWhen?: { readonly parameter: string; readonly is: Answer };
}

interface TextOptions extends Common {
  readonly type?: TextType;
  readonly placeholder?: string;
  readonly form?: TextForm;
  /** False where it may be left empty; otherwise true, but for texts that are empty to begin with. */
  readonly required?: boolean;
}

/** What may stand in a header: RFC 9110, section 5.5, without what only old software writes. */
export const headerValue: TextForm = {
  pattern: /^[!-~]+( [!-~]+)*$/,
  says: 'words of printable ASCII characters with single spaces between them, such as beta',
};

/** Asks for a text; `type` says of what kind. */
export function text(label: string, standard: string, options: TextOptions = {}): Asked<TextParameter> {
  return { type: 'text', label, default: standard, required: standard !== '', ...options };
}

/** Asks for a name of a resource, a DNS label. */
export function name(label: string, standard: string, options: Common = {}): Asked<TextParameter> {
  return text(label, standard, { type: 'name', ...options });
}

/** Asks for a host name, which may begin with a star. */
export function hostname(label: string, standard: string, options: TextOptions = {}): Asked<TextParameter> {
  return text(label, standard, { type: 'hostname', ...options });
}

/** Asks for the name of one host, without a star. */
export function host(label: string, standard: string, options: TextOptions = {}): Asked<TextParameter> {
  return text(label, standard, { type: 'host', ...options });
}

/** Asks for a duration: `500ms`, `10s`, `1h`. */
export function duration(label: string, standard: string, options: Common = {}): Asked<TextParameter> {
  return text(label, standard, { type: 'duration', ...options });
}

/** Asks for a whole number between two others. */
export function number(
  label: string,
  standard: number,
  options: Common & { readonly min: number; readonly max: number; readonly unit?: string },
): Asked<NumberParameter> {
  return { type: 'number', label, default: standard, required: true, ...options };
}

/** Asks for yes or no. */
export function boolean(label: string, standard: boolean, options: Common = {}): Asked<BooleanParameter> {
  return { type: 'boolean', label, default: standard, required: true, ...options };
}

/** Asks for one of several; the first is the default. */
export function choice<const O extends readonly [ChoiceOption, ...ChoiceOption[]]>(
  label: string,
  options: O,
  common: Common = {},
): Asked<ChoiceParameter> & { readonly type: 'choice'; readonly options: O } {
  return { type: 'choice', label, default: options[0].value, options, required: true, ...common };
}

/** Asks for a list of texts of a type, at most 16 unless `max` says otherwise. */
export function texts(
  label: string,
  standard: readonly string[],
  options: Common & {
    readonly of?: TextType;
    readonly placeholder?: string;
    readonly required?: boolean;
    readonly max?: number;
    readonly options?: readonly string[];
    readonly form?: TextForm;
  } = {},
): Asked<TextsParameter> {
  return {
    type: 'texts',
    of: 'text',
    label,
    default: standard,
    required: standard.length > 0,
    max: 16,
    ...options,
  };
}
