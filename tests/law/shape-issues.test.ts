/** Faults in the shape of a request, as data: the place and the rule. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendarDate } from '../../clauses/calendar.ts';
import { noticeDraft, noticeRequests } from '../../machines/notice/steps.ts';
import { factAsEntered } from '../../machines/facts.ts';
import { shapeIssues, type ShapeIssue } from '../../machines/shape-issues.ts';
import { protocolRequests } from '../../machines/protocol/steps.ts';

function issuesOf(schema: z.ZodType, raw: unknown): ShapeIssue[] {
  const read = schema.safeParse(raw);
  return read.success ? [] : shapeIssues(read.error, raw);
}

const draft = { agreement: 'a', number: '7', content: { kind: 'termination', by: 'KZ' }, draftedBy: 'x' };
const notified = { id: 't', type: 'termination.notified', by: 'KZ', received: '2026-01-01' };
const bounds = { notBefore: '1998-12-31', notAfter: '1998-01-01' };

describe('an issue names its field and its rule', () => {
  it.each<[string, z.ZodType, unknown, object]>([
    ['a missing field', noticeDraft, { ...draft, draftedBy: undefined }, { path: 'draftedBy', rule: 'missing' }],
    ['an empty text', noticeDraft, { ...draft, draftedBy: ' ' }, { path: 'draftedBy', rule: 'missing' }],
    ['a number in place of a text', noticeDraft, { ...draft, draftedBy: 7 }, { path: 'draftedBy', rule: 'text' }],
    ['a text that is too long', noticeDraft, { ...draft, draftedBy: 'x'.repeat(201) }, { path: 'draftedBy', rule: 'tooLong', limit: 200 }],
    ['a number that is too large', z.object({ x: z.number().max(3) }), { x: 4 }, { path: 'x', rule: 'other', said: 'atMost', limit: 3 }],
    ['a number that is too small', z.object({ x: z.int().min(3) }), { x: 2 }, { path: 'x', rule: 'other', said: 'atLeast', limit: 3 }],
    ['a list in place of an object', noticeDraft, { ...draft, arrival: [] }, { path: 'arrival', rule: 'type', values: ['object'] }],
    ['an unknown word', noticeDraft, { ...draft, direction: 'both' }, { path: 'direction', rule: 'oneOf' }],
    ['an unknown kind', noticeDraft, { ...draft, content: { kind: 'gift', by: 'KZ' } }, { path: 'content.kind', rule: 'oneOf' }],
    ['an unknown field', noticeRequests.approve, { by: 'x', on: 'today' }, { path: '', rule: 'unknownFields', values: ['on'] }],
    ['a day that does not exist', factAsEntered, { ...notified, received: '2026-02-30' }, { path: 'received', rule: 'day' }],
    ['an invalid Party', noticeDraft, { ...draft, content: { ...draft.content, by: 'Kz' } }, { path: 'content.by', rule: 'party' }],
    ['an id with a space', factAsEntered, { ...notified, id: 'a b' }, { path: 'id', rule: 'id', limit: 64 }],
    ['bounds of a notice of termination', factAsEntered, { ...notified, received: bounds }, { path: 'received', rule: 'exactDay' }],
    [
      'bounds in the wrong order',
      factAsEntered,
      { id: 'n', type: 'completion.notified', by: 'KZ', received: bounds },
      { path: 'received', rule: 'bounds' },
    ],
    ['a rule without words', z.object({ x: z.string().regex(/^never$/) }), { x: 'y' }, { path: 'x', rule: 'other', values: [] }],
    [
      'a rule of a schema of its own',
      z.object({ x: z.any().refine(() => false, 'is odd') }),
      { x: 1 },
      { path: 'x', rule: 'other', said: 'is odd' },
    ],
    ['a union without its options', z.union([z.literal(1), calendarDate]), 'x', { path: '', rule: 'oneOf', values: [] }],
    ['nothing at all', noticeDraft, undefined, { path: '', rule: 'missing' }],
    ['a text in place of everything', noticeDraft, 'draft', { path: '', rule: 'type', values: ['object'] }],
    [
      'a field of something other than an object',
      z.object({ x: z.object({ y: z.string() }) }),
      { x: { y: null } },
      { path: 'x.y', rule: 'text' },
    ],
    ['a language', protocolRequests.settleText, { by: 'x', language: 'Russian' }, { path: 'language', rule: 'language' }],
  ])('%s', (_, schema, raw, issue) => {
    expect(issuesOf(schema, raw)).toContainEqual(expect.objectContaining(issue));
  });

  it('the path of a missing value ends where the value would be', () => {
    const error = new z.ZodError([{ code: 'invalid_type', expected: 'string', path: ['a', 'b', 'c'], message: '', input: undefined }]);
    expect(shapeIssues(error, { a: null })).toEqual([{ path: 'a.b.c', rule: 'missing' }]);
    expect(shapeIssues(error, 7)).toEqual([{ path: 'a.b.c', rule: 'missing' }]);
  });

  it('a format without its pattern keeps the words of its schema', () => {
    const error = new z.ZodError([{ code: 'invalid_format', format: 'email', path: ['x'], message: 'must be an address', input: 'y' }]);
    expect(shapeIssues(error, { x: 'y' })).toEqual([{ path: 'x', rule: 'other', values: [], said: 'must be an address' }]);
  });
});
