/** Writes TypeScript types for event-model's documents from its JSON schemas. */

/** Widest line of a docstring. */
const WIDTH = 116;

/**
 * The source of one document's types.
 *
 * @param title - the document's name as event-model's files spell it
 * @param schema - event-model's schema with bluesky's fields merged in
 */
export function typesOf(title, schema) {
  return new Declarations(title, schema).source;
}

/** A merge patch (RFC 7396): what `patch` holds replaces what is there, null removes it. */
export function merged(target, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

class Declarations {
  #schema;
  /** Source by name, in order of appearance. */
  #declared = new Map();

  constructor(title, schema) {
    this.#schema = schema;
    this.#declare(pascal(title), schema);
  }

  get source() {
    return [...this.#declared.values()].join('\n');
  }

  /** The name of a type of its own, which is written once. */
  #declare(name, schema) {
    if (this.#declared.has(name)) return name;
    this.#declared.set(name, '');
    const doc = docstring(schema.description);
    const whole = flattened(schema, (ref) => this.#resolve(ref));
    const body = isRecordOfFields(whole)
      ? `export interface ${name} ${this.#fields(whole)}\n`
      : `export type ${name} = ${this.#type({ ...whole, tsName: undefined })};\n`;
    this.#declared.set(name, doc + body);
    return name;
  }

  #fields(schema) {
    const { properties, required = [] } = schema;
    const names = Object.keys(properties);
    const sorted = [
      ...names.filter((each) => required.includes(each)),
      ...names.filter((each) => !required.includes(each)),
    ];
    const lines = sorted.map((name) => {
      const field = properties[name];
      const described = field.description && field.description !== name ? field : this.#resolve(field.$ref ?? '');
      return `${docstring(described?.description, '  ')}  ${name}${required.includes(name) ? '' : '?'}: ${this.#type(field)};`;
    });
    const other = isClosed(schema) ? this.#ofOtherKinds(schema) : 'Whatever else there is.';
    if (other) lines.push(`  /** ${other} */\n  [key: string]: unknown;`);
    return `{\n${lines.join('\n')}\n}`;
  }

  /** Lets code look into a document before it knows of which kind it is. */
  #ofOtherKinds({ title }) {
    return title === this.#schema.title ? 'Fields of other kinds of documents; there are none here.' : undefined;
  }

  #type(schema) {
    if (schema.tsName) return this.#declare(schema.tsName, schema);
    if (schema.$ref) return this.#reference(schema.$ref);
    if (schema.enum) return schema.enum.map(literal).join(' | ');
    if (schema.const !== undefined) return literal(schema.const);
    if (schema.anyOf) return [...new Set(schema.anyOf.map((each) => this.#type(each)))].join(' | ');
    switch (schema.type) {
      case 'array':
        return this.#arrayType(schema);
      case 'object':
        return schema.properties ? this.#fields(schema) : this.#mapType(schema.additionalProperties);
      case 'integer':
        return 'number';
      case undefined:
        return schema.patternProperties ? this.#mapType(Object.values(schema.patternProperties)[0]) : 'unknown';
      default:
        return schema.type;
    }
  }

  #arrayType({ items = {}, prefixItems }) {
    if (prefixItems) return `readonly [${prefixItems.map((each) => this.#type(each)).join(', ')}]`;
    const item = this.#type(items);
    return `readonly ${/[ |]/.test(item) ? `(${item})` : item}[]`;
  }

  #mapType(values) {
    return `Record<string, ${isObject(values) ? this.#type(values) : 'unknown'}>`;
  }

  #reference(ref) {
    const schema = this.#resolve(ref);
    // A map at any depth whose keys have no dots: no more can be said of its values.
    if (schema.type === undefined) return 'unknown';
    return this.#declare(schema.tsName ?? ref.split('/').at(-1), schema);
  }

  #resolve(ref) {
    return this.#schema.$defs?.[ref.split('/').at(-1)];
  }
}

/** A schema with the fields of those that it is made of. */
function flattened(schema, resolve) {
  const parts = (schema.allOf ?? []).map(({ $ref }) => resolve($ref));
  if (parts.length === 0) return schema;
  return {
    ...schema,
    properties: Object.assign({}, ...parts.map((each) => each.properties), schema.properties),
    required: [...parts.flatMap((each) => each.required), ...schema.required],
  };
}

/** Whether a schema refuses fields that it does not name. */
function isClosed({ additionalProperties, patternProperties, unevaluatedProperties }) {
  const free = additionalProperties === true || patternProperties !== undefined;
  return !free && (additionalProperties === false || unevaluatedProperties === false);
}

function isRecordOfFields({ type, properties }) {
  return type === 'object' && properties !== undefined;
}

/** A comment with a description, in sentences. */
function docstring(description, indent = '') {
  if (!description) return '';
  const text = `${description.replace(/\s+/g, ' ').replaceAll('*/', '*∕').trim().replace(/\.$/, '')}.`;
  const lines = wrapped(text, WIDTH - indent.length);
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function literal(value) {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function pascal(title) {
  return title.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase());
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
