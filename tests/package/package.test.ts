/** servanda as a package in an empty project with plain Node: its command, its types, and the samples of docs/engineer.md as printed. */
import { readFileSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { recordedOn } from '../../machines/facts.ts';
import { openRegisters } from '../../register/home.ts';
import type { TestService, Treaty } from '../../testing/index.ts';
import { inProcess } from '../support/cli.ts';
import { Keeper } from '../support/keeper.ts';
import { projectWithPackage, temporaryParent, type EmptyProject } from '../support/packed.ts';
import { executableOf } from '../support/servers.ts';
import { startOwnTestService } from '../support/test-service.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/engineer.md', import.meta.url)), 'utf8');
const samples = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(m => m[1]!);
const sampleWith = (what: string): string => samples.find(s => s.includes(what))!;

let parent: string;
let project: EmptyProject;
let service: TestService;
let rehearsal: Treaty;

beforeAll(async () => {
  parent = await temporaryParent();
  project = await projectWithPackage(parent);
  service = await startOwnTestService();
  rehearsal = await service.open(fileURLToPath(new URL('../../docs/rehearsal.yaml', import.meta.url)));
  await project.write('program.ts', sampleWith("from 'servanda';"));
  await project.write('notice.test.ts', sampleWith("from 'servanda/testing';"));
  await project.write('story.test.ts', await printedStory());
  const options = { target: 'es2023', module: 'nodenext', strict: true, skipLibCheck: true, types: ['node'], outDir: 'out' };
  await project.write('tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
}, 300_000);
afterAll(async () => {
  await service?.close();
  if (parent) await rm(parent, { recursive: true, force: true });
});

/** A rehearsal lived to its end, as `dev story` prints it. */
async function printedStory(): Promise<string> {
  const home = join(parent, 'rehearsed');
  const { agreement } = loadAgreement('docs/rehearsal.yaml');
  const [signed, ...others] = loadFacts('docs/rehearsal-2044.yaml', agreement);
  const registers = await openRegisters(home);
  const keeper = new Keeper(registers, agreement.id, true);
  await keeper.come('2026-11-20');
  await keeper.open(agreement, [signed!]);
  for (const fact of others) await keeper.record(recordedOn(fact) < '2026-11-20' ? '2026-11-20' : recordedOn(fact), fact);
  await keeper.record('2044-02-01', { id: 'k', type: 'struck', of: 'p1a', reason: 'invented twice' });
  await keeper.come('2044-07-21');
  await registers.close();
  const { code, stdout, stderr } = await inProcess(['dev', 'story', agreement.id], { env: { SERVANDA_HOME: home } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

it('the package’s command works without sources', async () => {
  const said = await project.run('node_modules/servanda/cli/servanda.mjs', ['timeline', 'kz-az-2004-government-communications', '--json']);
  expect(JSON.parse(said)).toMatchObject({ agreement: 'kz-az-2004-government-communications' });
});

it('the package has types that its samples match, and that reject a slip', async () => {
  await project.run('node_modules/typescript/bin/tsc');
  await project.write(
    'slip.ts',
    "import { createServanda } from 'servanda';\nawait createServanda().notice.dispatch('a', '1', { day: '2026-12-01' });\n",
  );
  await expect(project.run('node_modules/typescript/bin/tsc', ['--noEmit'])).rejects.toThrow(/slip\.ts.*error TS/s);
  await rm(join(project.folder, 'slip.ts'));
});

it('the package runs the sample of a program, on the service of its home', async () => {
  await symlink(service.home, join(project.folder, '.servanda'));
  await project.run('out/program.js', [], { TEMPORAL_ADDRESS: service.address });
  expect((await rehearsal.standing()).entries.map(row => row.entry.id)).toContain('tn-2026-11-20-AZ');
});

it('the package runs the sample of a test, which lives through years, and a rehearsal that was printed as one', async () => {
  const path = join(executableOf('temporal-test-server'), '..');
  const said = await project.run('node_modules/vitest/vitest.mjs', ['run', 'notice.test.ts', 'story.test.ts'], {
    PATH: `${path}:${process.env['PATH']}`,
  });
  expect(said).toMatch(/2 passed/);
}, 240_000);
