import { describe, expect, it } from 'vitest';
import { readDeclaration } from './readDeclaration.ts';
import { typeNameOf } from './typeFiles.ts';

const resolve = (specifier: string) => typeNameOf(`kites/v1/${specifier.replace('./', '')}`);
const read = (body: string, name = 'kites/v1.Kite') =>
  readDeclaration(
    `import { IOrgColour } from "./Colour.js";
     import { IOrgToy } from "./Toy.js";
     import { Model, TypeMeta } from "@kubernetes-models/base";
     ${body}
     export declare class Kite extends Model<IKite> { "tail": string; }
     export type { IKite as IOrgKite, Kite as OrgKite };`,
    name,
    resolve,
  );

describe('readDeclaration', () => {
  it('reads fields in order, with what is required, and their documentation', () => {
    const { schema, validator } = read(`
      /** A kite. */
      export interface IKite {
        /**
         * How long the tail is.
         *
         * In \\*metres\\*.
         */
        "tail": number;
        "name"?: string;
        "isUp"?: boolean;
      }`);
    expect(schema).toEqual({
      type: 'object',
      properties: {
        tail: { type: 'number', doc: 'How long the tail is.\n\nIn *metres*.' },
        name: { type: 'string' },
        isUp: { type: 'boolean' },
      },
      required: ['tail'],
      doc: 'A kite.',
    });
    expect(Object.keys(schema.properties ?? {})).toEqual(['tail', 'name', 'isUp']);
    expect(validator).toBe('OrgKite');
  });

  it('reads lists, maps, inline objects and references to other types and itself', () => {
    const { schema } = read(`export interface IKite {
      "colours": Array<IOrgColour>;
      "labels"?: { [key: string]: string; };
      "pockets"?: { [key: string]: Array<IOrgToy>; };
      "frame"?: { "length": number; };
      "baby"?: IKite;
      "whatever"?: any;
    }`);
    expect(schema.properties).toEqual({
      colours: { type: 'array', items: { ref: 'kites/v1.Colour' } },
      labels: { type: 'object', values: { type: 'string' } },
      pockets: { type: 'object', values: { type: 'array', items: { ref: 'kites/v1.Toy' } } },
      frame: { type: 'object', properties: { length: { type: 'number' } }, required: ['length'] },
      baby: { ref: 'kites/v1.Kite' },
      whatever: { keepsUnknown: true },
    });
  });

  it('reads literals as enums, and string or number as int-or-string', () => {
    const { schema } = read(`export interface IKite {
      "shape": "Delta" | "Box";
      "level"?: 1 | 2;
      "size"?: string | number;
    }`);
    expect(schema.properties).toEqual({
      shape: { type: 'string', enum: ['Delta', 'Box'] },
      level: { type: 'integer', enum: [1, 2] },
      size: { intOrString: true },
    });
  });

  it('names what is embedded, but not the type meta', () => {
    expect(read('export interface IKite extends TypeMeta, IOrgToy { "a"?: string; }').embeds).toEqual([
      'kites/v1.Toy',
    ]);
  });

  it('reads a type that is another name', () => {
    expect(read('/** Steps. */ export type IKite = string;').schema).toEqual({
      type: 'string',
      doc: 'Steps.',
    });
    expect(read('export type IKite = IOrgToy;').schema).toEqual({ ref: 'kites/v1.Toy' });
    expect(read('export type IKite = {};').schema).toEqual({ type: 'object' });
  });

  it('marks what says that it is deprecated, and not what only mentions it', () => {
    const doc = (text: string) =>
      read(`export interface IKite { /** ${text} */ "a"?: string; }`).schema.properties?.a;
    expect(doc('Deprecated: use b.')?.deprecated).toBe(true);
    expect(doc('A tail. Deprecated: use b.')?.deprecated).toBe(true);
    expect(doc('One of `old`: Deprecated. Or `new`.')?.deprecated).toBeUndefined();
  });

  it("leaves out upstream's marks, and what upstream keeps out of its reference", () => {
    const { schema } = read(`
      /**
       * A kite.
       *
       * <gateway:util:excludeFromCRD>
       * For its makers.
       * </gateway:util:excludeFromCRD>
       *
       * <gateway:experimental:description>
       * It flies.
       * </gateway:experimental:description>
       * <gateway:standard:validation:XValidation:rule="self > 1">
       */
      export interface IKite { "a": string; }`);
    expect(schema.doc).toBe('A kite.\n\nIt flies.');
  });

  it('refuses a form that it does not know, with the place', () => {
    expect(() => read('export interface IKite { "a": (x: string) => void; }')).toThrow(
      /Line 4: .*\(x: string\) => void/,
    );
    expect(() => read('export interface IKite { "a": INowhere; }')).toThrow(/INowhere/);
    expect(() => read('export interface IKite { "a": string; }', 'kites/v1.Other')).toThrow(
      /No interface or type IOther/,
    );
  });
});
