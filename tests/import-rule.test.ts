/** The linter enforces the import rule between folders, and names it when it is broken. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A file, its content, and what the rule reports: nothing if it is followed. */
const cases: [file: string, line: string, says: string | undefined][] = [
  ['clauses/a.ts', "import { x } from './other.ts';", undefined],
  ['clauses/b.ts', "import { z } from 'zod';", undefined],
  ['clauses/calendar.ts', "import { Temporal } from 'temporal-polyfill/implementation';", undefined],
  [
    'clauses/c.ts',
    "import { Temporal } from 'temporal-polyfill/implementation';",
    'the calendar library is imported in clauses/calendar.ts alone',
  ],
  ['clauses/d.ts', "import type { x } from '../machines/facts.ts';", 'clauses/ must not import machines/facts.ts'],
  ['clauses/e.ts', "import { readFileSync } from 'node:fs';", 'clauses/ must not import the package node:fs'],
  ['clauses/deep/f.ts', "import { x } from '../terms.ts';", undefined],
  ['clauses/deep/g.ts', "import { x } from '../../register/types.ts';", 'clauses/ must not import register/types.ts'],
  ['machines/a.ts', "import { setup } from 'xstate';", undefined],
  ['machines/b.ts', "import { date } from '../clauses/calendar.ts';", undefined],
  ['machines/c.ts', "export { x } from '../workflows/messages.ts';", 'machines/ must not import workflows/messages.ts'],
  ['machines/d.ts', "import yaml from 'yaml';", 'machines/ must not import the package yaml'],
  ['workflows/a.ts', "import type { x } from '../machines/plan.ts';", undefined],
  ['workflows/aa.ts', "import { x } from '../machines/rights.ts';", undefined],
  ['workflows/ab.ts', "import { x } from '../machines/plan.ts';", 'workflows/ may import only types (import type) from machines/plan.ts'],
  [
    'workflows/ac.ts',
    "import { x } from '../clauses/calendar.ts';",
    'workflows/ may import only types (import type) from clauses/calendar.ts',
  ],
  ['workflows/ad.ts', "import { z } from 'zod';", 'workflows/ must not import the package zod'],
  ['workflows/b.ts', "import type { Activities } from '../activities/index.ts';", undefined],
  [
    'workflows/c.ts',
    "import { x } from '../activities/index.ts';",
    'workflows/ may import only types (import type) from activities/index.ts',
  ],
  [
    'workflows/d.ts',
    "import { type X } from '../activities/index.ts';",
    'workflows/ may import only types (import type) from activities/index.ts',
  ],
  ['workflows/e.ts', "import { setup } from 'xstate';", 'XState is imported in machines/ alone'],
  ['workflows/f.ts', "import type { Row } from '../register/types.ts';", 'workflows/ must not import register/types.ts'],
  ['workflows/g.ts', "import { hostname } from 'node:os';", 'workflows/ must not import the package node:os'],
  ['workflows/h.ts', "export const x = import('../worker/log.ts');", 'workflows/ must not import worker/log.ts'],
  ['workflows/i.ts', "export type X = import('../cli/main.ts').X;", 'workflows/ must not import cli/main.ts'],
  ['activities/a.ts', "import { x } from '../register/register.ts';\nimport { y } from '../agreements/load.ts';", undefined],
  ['activities/b.ts', "import type { X } from '../workflows/messages.ts';", undefined],
  ['activities/c.ts', "import { x } from '../workflows/agreement.ts';", 'activities/ must not import workflows/agreement.ts'],
  ['activities/d.ts', "import { x } from '../worker/log.ts';", 'activities/ must not import worker/log.ts'],
  ['register/a.ts', "import type { Entry } from '../machines/facts.ts';\nimport { x } from './chain.ts';", undefined],
  [
    'register/b.ts',
    "import { date } from '../clauses/calendar.ts';",
    'register/ may import only types (import type) from clauses/calendar.ts',
  ],
  ['agreements/a.ts', "import { agreement } from '../clauses/agreement.ts';", undefined],
  ['agreements/b.ts', "import { x } from '../register/register.ts';", 'agreements/ must not import register/register.ts'],
  ['worker/a.ts', "import { x } from '../workflows/search-attributes.ts';", undefined],
  ['worker/b.ts', "import { x } from '../cli/main.ts';", 'worker/ must not import cli/main.ts'],
  ['client/a.ts', "import { x } from '../workflows/messages.ts';\nimport { Client } from '@temporalio/client';", undefined],
  ['client/b.ts', "import { x } from '../workflows/agreement.ts';", 'client/ must not import workflows/agreement.ts'],
  ['client/c.ts', "import { x } from '../cli/main.ts';", 'client/ must not import cli/main.ts'],
  ['testing/a.ts', "import { x } from '../client/servanda.ts';\nimport { y } from '../activities/index.ts';", undefined],
  ['testing/b.ts', "import { x } from '../workflows/agreement.ts';", 'testing/ must not import workflows/agreement.ts'],
  ['cli/a.ts', "import type { X } from '../workflows/messages.ts';\nimport { y } from '../client/servanda.ts';", undefined],
  ['cli/aa.ts', "import { x } from '../workflows/messages.ts';", 'cli/ may import only types (import type) from workflows/messages.ts'],
  ['cli/ab.ts', "const { Client } = await import('@temporalio/client');", 'cli/ must not import the package @temporalio/client'],
  ['cli/b.ts', "import { x } from '../workflows/agreement.ts';", 'cli/ must not import workflows/agreement.ts'],
  ['web/a.ts', "import { x } from '../workflows/agreement.ts';", 'web/ must not import workflows/agreement.ts'],
  ['web/b.ts', "import { x } from '../cli/main.ts';", 'web/ must not import cli/main.ts'],
  ['tests/a.ts', "import { x } from '../cli/main.ts';\nimport { setup } from 'xstate';", undefined],
];

let said: string;

/** A project of the same form, with one file for each case, under the project's own configuration. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-rooms-'));
  for (const [file, line] of cases) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${line}\n`);
  }
  for (const part of ['.oxlintrc.json', 'lint']) await cp(join(root, part), join(folder, part), { recursive: true });
  const run = promisify(execFile)(join(root, 'node_modules/.bin/oxlint'), ['--format', 'unix'], { cwd: folder });
  said = await run.then(
    ({ stdout }) => stdout,
    (e: { stdout: string }) => e.stdout,
  );
  await rm(folder, { recursive: true });
});

describe('the import rule', () => {
  it.each(cases)('%s: %s', (file, _, says) => {
    const of = said.split('\n').flatMap(line => (line.startsWith(`${file}:`) ? (/rooms: .*(?= \[)/.exec(line) ?? []) : []));
    expect(of).toEqual(says === undefined ? [] : [`rooms: ${says}; see design in docs/decisions`]);
  });
});
