/** The OpenAPI document: the routes, the rules common to all operations, and the webhooks that servanda sends. */
import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './door.ts';
import { problemSchema } from './problem.ts';

const told = z
  .looseObject({
    type: z.enum(['servanda.act', 'servanda.act.withdrawn']),
    agreement: z.string(),
    recipient: z.string(),
    id: z.string().describe('Of the act: the same when it is withdrawn.'),
    act: z.looseObject({ kind: z.string(), what: z.string(), on: z.iso.date(), basis: z.string(), params: z.looseObject({}) }),
  })
  .openapi('Told');

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Call once, before the first document is built. */
export function register(app: OpenAPIHono<ApiEnv>): void {
  const { openAPIRegistry: registry } = app;
  registry.register('Problem', problemSchema);
  registry.registerComponent('responses', 'TooMany', {
    description: 'Too many requests of one visitor. The same request may be made again after a while.',
    headers: { 'Retry-After': { description: 'In how many seconds.', required: true, schema: { type: 'integer', minimum: 1 } } },
    content: problemContent,
  });
  registry.registerComponent('securitySchemes', 'reading', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'servanda-right+jwt',
    description: "The right to read, signed by the person: `npx servanda identity sign api read --request '{}'`. It holds for an hour.",
  });
  registry.registerComponent('securitySchemes', 'writing', {
    type: 'apiKey',
    in: 'header',
    name: 'Servanda-Right',
    description: 'The rights to what is written, one for each request to a workflow, divided by commas. A problem with `sign` says which.',
  });
  registry.registerWebhook({
    method: 'post',
    path: 'act',
    operationId: 'act',
    summary:
      'An act is due to a recipient of an agreement, or is withdrawn. Signed as Standard Webhooks says, with the same id on each attempt',
    request: {
      headers: z.object({ 'webhook-id': z.string(), 'webhook-timestamp': z.string(), 'webhook-signature': z.string() }),
      body: { required: true, content: { 'application/json': { schema: told } } },
    },
    responses: {
      200: { description: 'Any 2xx: it was taken. Anything else is tried again.' },
      410: { description: 'Nobody is here any more: it is not tried again.' },
    },
  });
}

interface Operation {
  parameters?: object[];
  responses?: Record<string, object>;
  security?: object[];
}

/** `version`: servanda's. */
export function documentOf(app: OpenAPIHono<ApiEnv>, address: string, version: string): object {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'servanda',
      version,
      description: 'Keeps international agreements on time. Where no authority is trusted, no right is asked for.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: address }],
  });
  const paths = document.paths as Record<string, Record<string, Operation>>;
  for (const [method, operation] of Object.values(paths).flatMap(path => Object.entries(path))) complete(method, operation);
  return document;
}

const writes = [
  {
    name: 'Idempotency-Key',
    description: 'Under which it may be repeated: a repeat gets the first answer.',
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$',
  },
];
const reads = [{ name: 'If-None-Match', description: 'The tag of an answer that is known.', pattern: undefined }];

function complete(method: string, operation: Operation): void {
  const isWriting = method === 'post';
  const headers = (isWriting ? writes : operation.responses?.['304'] ? reads : []).map(({ name, description, pattern }) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', ...(pattern ? { pattern } : {}) },
  }));
  operation.parameters = [...(operation.parameters ?? []), ...headers];
  operation.security = isWriting ? [{}, { reading: [] }, { reading: [], writing: [] }] : [{}, { reading: [] }];
  operation.responses = {
    ...operation.responses,
    429: { $ref: '#/components/responses/TooMany' },
    default: { description: 'What is against it, as problem details (RFC 9457).', content: problemContent },
  };
}
