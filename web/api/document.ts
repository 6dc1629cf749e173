/** The OpenAPI document: the routes, the rules common to all operations, and the webhooks that servanda sends. */
import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './middleware.ts';
import { problemSchema } from './problem.ts';

const webhookBody = z
  .looseObject({
    type: z.enum(['servanda.act', 'servanda.act.withdrawn']),
    agreement: z.string(),
    recipient: z.string(),
    id: z.string().describe('The id of the act; a withdrawal has the same id.'),
    act: z.looseObject({ kind: z.string(), what: z.string(), on: z.iso.date(), basis: z.string(), params: z.looseObject({}) }),
  })
  .openapi('WebhookBody');

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Call once, before the first document is built. */
export function register(app: OpenAPIHono<ApiEnv>): void {
  const { openAPIRegistry: registry } = app;
  registry.register('Problem', problemSchema);
  registry.registerComponent('responses', 'TooMany', {
    description: 'Too many requests from one client. Repeat the request later.',
    headers: { 'Retry-After': { description: 'Seconds to wait.', required: true, schema: { type: 'integer', minimum: 1 } } },
    content: problemContent,
  });
  registry.registerComponent('securitySchemes', 'reading', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'servanda-right+jwt',
    description: "A right to read, signed by the person: `npx servanda identity sign api read --request '{}'`. It is valid for an hour.",
  });
  registry.registerComponent('securitySchemes', 'writing', {
    type: 'apiKey',
    in: 'header',
    name: 'Servanda-Right',
    description: 'The rights to write, one for each request to a workflow, separated by commas. A problem with `sign` lists those needed.',
  });
  registry.registerWebhook({
    method: 'post',
    path: 'act',
    operationId: 'act',
    // The recipient verifies the signature; it asks for no right.
    security: [],
    summary: 'Notifies a recipient of an act, or of its withdrawal. Signed as Standard Webhooks requires, with the same id on each attempt',
    request: {
      headers: z.object({ 'webhook-id': z.string(), 'webhook-timestamp': z.string(), 'webhook-signature': z.string() }),
      body: { required: true, content: { 'application/json': { schema: webhookBody } } },
    },
    responses: {
      200: { description: 'Any 2xx: accepted. Any other status is retried.' },
      410: { description: 'The recipient no longer exists: servanda does not retry.' },
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
      description: 'Keeps international agreements on time. If the service trusts no authority, requests need no right.',
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
    description: 'Makes the request safe to repeat: a repeat returns the first answer.',
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$',
  },
];
const reads = [{ name: 'If-None-Match', description: 'The ETag of the answer that the client has.', pattern: undefined }];

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
    default: { description: 'Why the request was refused or failed, as problem details (RFC 9457).', content: problemContent },
  };
}
