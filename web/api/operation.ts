/** The form of every operation: path parameters are described once, and each operation takes a language. */
import { createRoute, z } from '@hono/zod-openapi';
import { nearest } from '../../agreements/nearest.ts';
import { inPath, inQuery } from './parameters.ts';

type NamedIn<P extends string> = P extends `${string}{${infer Name extends keyof typeof inPath}}${infer Rest}`
  ? Name | NamedIn<Rest>
  : never;

/** Omits `params` if the path has none, so that typed clients pass none. */
type Request<P extends string, Q, B> = { query: z.ZodObject<Q & Pick<typeof inQuery, 'language'>> } & ([NamedIn<P>] extends [never]
  ? unknown
  : { params: z.ZodObject<Pick<typeof inPath, NamedIn<P>>> }) &
  (B extends object ? { body: B } : unknown);

type RouteDefinition = Parameters<typeof createRoute>[0];

interface Operation<Q, B, A> {
  operationId: string;
  summary: string;
  tag: string;
  /** In addition to the language. */
  query?: Q;
  body?: B;
  responses: A;
}

export function operation<
  const M extends 'get' | 'post',
  const P extends string,
  A extends RouteDefinition['responses'],
  Q extends z.ZodRawShape = {},
  B extends NonNullable<RouteDefinition['request']>['body'] = undefined,
>(method: M, path: P, { tag, query, body, ...said }: Operation<Q, B, A>) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as keyof typeof inPath);
  const request = {
    ...(names.length ? { params: z.object(Object.fromEntries(names.map(name => [name, inPath[name]]))) } : {}),
    query: knownOnly({ ...query, language: inQuery.language }),
    ...(body ? { body } : {}),
  };
  return createRoute({ method, path, ...said, tags: [tag], request: request as unknown as Request<P, Q, B> });
}

/** Rejects unknown parameters: ignoring one would answer a different question. */
const knownOnly = (shape: z.ZodRawShape) =>
  z.looseObject(shape).superRefine((given, context) => {
    const values = Object.keys(given).filter(name => !Object.hasOwn(shape, name));
    const near = values.map(name => nearest(name, Object.keys(shape))).find(Boolean);
    if (values.length) context.addIssue({ code: 'custom', params: { rule: 'unknownFields', values, near } });
  });
