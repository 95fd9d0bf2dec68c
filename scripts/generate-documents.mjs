#!/usr/bin/env node
/**
 * Makes the types and validators of documents from event-model's schemas.
 *
 *     node scripts/generate-documents.mjs
 *
 * What it makes is committed; a test holds that it is what this script makes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { merged, typesOf } from './document-types.mjs';
import { validatorsOf } from './document-validators.mjs';
import { at } from './steps.mjs';

/** The schema of each kind of document, in event-model's order. */
const SCHEMAS = {
  start: 'run_start',
  stop: 'run_stop',
  descriptor: 'event_descriptor',
  event: 'event',
  datum: 'datum',
  resource: 'resource',
  event_page: 'event_page',
  datum_page: 'datum_page',
  stream_resource: 'stream_resource',
  stream_datum: 'stream_datum',
  bulk_datum: 'bulk_datum',
  bulk_events: 'bulk_events',
};

const FOLDER = 'src/documents/generated';

const NOTICE = `// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.
`;

const VALIDATORS_HEAD = `${NOTICE}// @ts-nocheck
import type { DocumentName } from '../documents.js';
import { isList, isListOfIntegers, isListOfNumbers, isRecord } from '../kinds.js';
import type { CompiledValidator } from '../validate.js';
`;

/** What is generated: text by path. */
export function generatedFiles() {
  const schemas = Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, file]) => [name, readJson(`event-model/${file}.json`)]),
  );
  const fields = readJson('bluesky-fields.json');
  const types = Object.entries(SCHEMAS).map(([name, file]) => [
    `${FOLDER}/${file.replaceAll('_', '-')}.ts`,
    `${NOTICE}\n${typesOf(file, merged(schemas[name], fields[name] ?? {}))}`,
  ]);
  return Object.fromEntries([...types, [`${FOLDER}/validators.ts`, VALIDATORS_HEAD + validatorsOf(schemas)]]);
}

function readJson(path) {
  return JSON.parse(readFileSync(at('src', 'documents', 'schemas', path), 'utf8'));
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  mkdirSync(at(FOLDER), { recursive: true });
  for (const [path, text] of Object.entries(generatedFiles())) writeFileSync(at(path), text);
}
