import { describe, expect, it } from 'vitest';
import { joinLimits } from './joinLimits.ts';
import { readValidator } from './readValidator.ts';

const fault = (keyword: string, params: string) =>
  `{let e={instancePath,schemaPath:"#/${keyword}",keyword:"${keyword}",params:{${params}}};vErrors=[e],errors++}`;
const check = (name: string, body: string) =>
  `function ${name}(data,{instancePath=""}={}){let vErrors=null,errors=0;${body}return ${name}.errors=vErrors,0===errors}`;
const text = [
  'import{formats}from"@kubernetes-models/validate";export const validate=validate9;',
  'import{validate as validate2}from"./OrgToy.js";let colours=["Red","Blue"];',
  check(
    'validate1',
    `if(data>0xff)${fault('maximum', 'comparison:"<=",limit:0xff')}if(data<-1)${fault('minimum', 'comparison:">",limit:-1')}${fault('type', 'type:"integer"')}`,
  ),
  check(
    'validate3',
    `${fault('enum', 'allowedValues:colours')}if(null!==data)${fault('type', 'type:"string"')}`,
  ),
  check(
    'validate4',
    `validate2(data,{instancePath})||(vErrors=validate2.errors);if(data.length<1)${fault('minLength', 'limit:1')}`,
  ),
  check(
    'validate5',
    `if(data.length>16)${fault('maxItems', 'limit:16')}for(let i0=0;i0<9;i0++)validate4(data[i0],{instancePath:instancePath+"/"+i0})||0;`,
  ),
  check('validate6', 'for(let key0 in data)validate3(data[key0],{instancePath})||0;'),
  check('validate7', `if(!p.test(data))${fault('pattern', 'pattern:"^a\\\\d+$"')}`),
  check(
    'validate9',
    `if(void 0===data.tail)${fault('required', 'missingProperty:"tail"')}
     void 0!==data.tail&&(validate1(data.tail,{instancePath})||0),void 0!==data["toy-s"]&&(validate5(data["toy-s"],{instancePath})||0),
     void 0!==data.colours&&validate6(data.colours,{}),void 0!==data.name&&validate7(data.name,{});`,
  ),
].join('');

describe('readValidator', () => {
  const limits = readValidator(text);

  it('begins at the exported function, not at the first', () => {
    expect([...limits.properties.keys()]).toEqual(['tail', 'toy-s', 'colours', 'name']);
    expect(limits.own).toEqual({});
  });

  it('puts each limit on its field, item or value', () => {
    expect(limits.properties.get('tail')?.own).toEqual({
      type: 'integer',
      maximum: 255,
      minimum: -1,
      exclusiveMinimum: true,
    });
    expect(limits.properties.get('toy-s')?.own).toEqual({ maxItems: 16 });
    expect(limits.properties.get('toy-s')?.items?.own).toEqual({ minLength: 1 });
    expect(limits.properties.get('colours')?.values?.own).toEqual({ enum: ['Red', 'Blue'], type: 'string' });
    expect(limits.properties.get('name')?.own).toEqual({ pattern: '^a\\d+$' });
  });

  it('refuses a keyword that it does not know', () => {
    expect(() => readValidator(text.replaceAll('maxItems', 'contains'))).toThrow(/contains/);
  });
});

describe('joinLimits', () => {
  it('lays the limits over the declaration: integers, and what a field adds to its type', () => {
    const joined = joinLimits(
      {
        type: 'object',
        properties: {
          tail: { type: 'number' },
          'toy-s': { type: 'array', items: { ref: 'kites/v1.Toy' } },
          colours: { type: 'object', values: { type: 'string', enum: ['Blue', 'Red'] } },
        },
      },
      readValidator(text),
    );
    expect(joined.properties).toEqual({
      tail: { type: 'integer', maximum: 255, minimum: -1, exclusiveMinimum: true },
      'toy-s': { type: 'array', maxItems: 16, items: { ref: 'kites/v1.Toy', minLength: 1 } },
      colours: { type: 'object', values: { type: 'string', enum: ['Red', 'Blue'] } },
    });
  });

  it("keeps a quantity's own form beside another pattern", () => {
    const pattern = { own: { type: 'string', pattern: '^1' }, properties: new Map() } as const;
    expect(joinLimits({ ref: 'api/resource.Quantity' }, pattern)).toEqual({
      ref: 'api/resource.Quantity',
      allOf: [{ pattern: '^1' }],
    });
    expect(joinLimits({ ref: 'kites/v1.Toy' }, pattern)).toEqual({ ref: 'kites/v1.Toy', pattern: '^1' });
  });
});
