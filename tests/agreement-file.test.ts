/** The fields of an agreement's file: every key has a description and an example, and the page and the JSON Schema are up to date. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { listAgreements } from '../agreements/find.ts';
import { agreement } from '../clauses/agreement.ts';
import { jsonSchema, keysOf, page, pageText, schemaFile, sections } from '../docs/agreement-file.ts';

const keys = sections().flatMap(keysOf);

describe('every key of an agreement’s file', () => {
  it('has a description', () => {
    expect(keys.filter(k => k.nodes.some(n => !n.description)).map(k => k.path.join('.'))).toEqual([]);
  });

  it('has an example, unless its values are a short list of words', () => {
    const without = keys.filter(k => k.nodes.some(n => n.const === undefined && !n.examples?.length));
    expect(without.map(k => k.path.join('.'))).toEqual(['clauses']);
  });

  it('has only valid examples', () => {
    const wrong: unknown[] = [];
    z.toJSONSchema(agreement, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema: { examples } }) => {
        for (const example of examples ?? []) if (example === undefined || !z.safeParse(zodSchema, example).success) wrong.push(example);
      },
    });
    expect(wrong).toEqual([]);
  });
});

test('the page and the JSON Schema are generated from the schema (npm run docs)', () => {
  expect(readFileSync(page, 'utf8')).toBe(pageText());
  expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(jsonSchema());
});

describe('the JSON Schema', () => {
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(schemaFile, 'utf8')));

  it.each(listAgreements())('accepts $id', ({ file }) => {
    expect(schema.safeParse(parse(readFileSync(file, 'utf8'))).error).toBeUndefined();
  });

  it('rejects an unknown key and an invalid value', () => {
    const data = parse(readFileSync(listAgreements()[0]!.file, 'utf8'));
    expect(schema.safeParse({ ...data, colour: 'red' }).success).toBe(false);
    expect(schema.safeParse({ ...data, transit: 'soon' }).success).toBe(false);
  });
});
