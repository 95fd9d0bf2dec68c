/**
 * Compiles event-model's schemas into standalone validators.
 *
 * They judge as Python's jsonschema judges the same documents: NaN and infinities are numbers, big
 * integers are integers, patterns mean what Python's `re` means by them, and what numpy's arrays are there
 * typed arrays and NDArrays are here.
 */
import { Ajv2020, _ } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

/** The source of a module that exports `VALIDATORS` by document name. */
export function validatorsOf(schemas) {
  const ajv = new Ajv2020({
    schemas: Object.entries(schemas).map(([name, schema]) => ({ ...prepared(schema), $id: name })),
    keywords: [kindKeyword],
    code: { source: true, esm: true, lines: true },
    messages: false,
    strict: false,
    validateSchema: false,
  });
  const names = Object.keys(schemas);
  const code = standaloneCode.default(ajv, Object.fromEntries(names.map((name) => [name, name])));
  if (/\brequire\(/.test(code)) throw new Error('The validators need a part of ajv at run time.');
  const list = names.map((name) => `  ${name},`).join('\n');
  const plain = code.replace('"use strict";', '').replaceAll(/^export (const \w+ = )/gm, '$1');
  return `${withoutUnused(plain)}
/** A compiled schema; \`errors\` are those of the last document, the outermost last. */
export const VALIDATORS: Readonly<Record<DocumentName, CompiledValidator>> = {
${list}
};
`;
}

/** ajv keeps every schema as a constant, though few are looked into when a document is judged. */
function withoutUnused(code) {
  return code.replaceAll(/^const (schema\d+) = .*\n/gm, (line, name) =>
    code.match(new RegExp(`\\b${name}\\b`, 'g')).length > 1 ? line : '',
  );
}

/** Kinds of values by name: the condition under which \`data\` is not of that kind. */
const NOT_OF_KIND = {
  string: (data) => _`typeof ${data} !== 'string'`,
  boolean: (data) => _`typeof ${data} !== 'boolean'`,
  null: (data) => _`${data} !== null`,
  number: (data) => _`typeof ${data} !== 'number' && typeof ${data} !== 'bigint'`,
  integer: (data) => _`!Number.isInteger(${data}) && typeof ${data} !== 'bigint'`,
  object: (data) => _`!isRecord(${data})`,
  array: (data) => _`!isList(${data})`,
  'array of numbers': (data) => _`!isListOfNumbers(${data})`,
  'array of integers': (data) => _`!isListOfIntegers(${data})`,
  'array of other values': (data) => _`!Array.isArray(${data})`,
};

/** Stands for JSON schema's \`type\`, which ajv takes more narrowly than Python. */
const kindKeyword = {
  keyword: 'kind',
  schemaType: 'string',
  error: { message: '', params: ({ schema }) => _`{kind: ${schema}}` },
  code: (cxt) => cxt.fail(NOT_OF_KIND[cxt.schema](cxt.data)),
};

/** A schema as the compiler gets it. */
function prepared(schema) {
  if (Array.isArray(schema)) return schema.map(prepared);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { type, title: _title, description: _description, default: _default, ...rest } = schema;
  const node = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, preparedPart(key, value)]));
  if (typeof type === 'string') return { kind: type === 'array' ? kindOfArray(schema.items) : type, ...node };
  return node.patternProperties ? onlyForObjects(node) : node;
}

function preparedPart(key, value) {
  if (key === 'pattern') return translated(value);
  if (key === 'enum' || key === 'const' || key === 'required') return value;
  if (!['properties', 'patternProperties', '$defs'].includes(key)) return prepared(value);
  const entries = Object.entries(value).map(([name, each]) => [
    key === 'patternProperties' ? translated(name) : name,
    prepared(each),
  ]);
  return Object.fromEntries(entries);
}

/** Typed arrays may stand where any values or numbers may. */
function kindOfArray(items = {}) {
  if (Object.keys(items).length === 0) return 'array';
  if (items.type === 'number' || items.type === 'integer') return `array of ${items.type}s`;
  return 'array of other values';
}

/** Rules for keys apply to documents' objects, not to the elements of a typed array. */
function onlyForObjects({ patternProperties, additionalProperties, properties, ...node }) {
  const rules = { patternProperties, additionalProperties, properties };
  const given = Object.entries(rules).filter(([, rule]) => rule !== undefined);
  return { ...node, if: { kind: 'object' }, then: Object.fromEntries(given) };
}

/** Python's pattern in JavaScript: \`$\` also matches before a last newline, \`.\` is anything but a newline. */
function translated(pattern) {
  return pattern.replace(/\[[^\]]*\]|\\.|\.|\$/g, (part) => ({ '.': '[^\\n]', $: '\\n?$' })[part] ?? part);
}
