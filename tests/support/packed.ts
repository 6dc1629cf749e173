/**
 * servanda as others install it: packed from a copy of the project, and put into an empty one. Only its dependencies are installed next to
 * it, so that an undeclared one is missed here.
 */
import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bareEnvironment } from './cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');

/** What a TypeScript project with tests brings itself. */
const ofProject = ['typescript', 'vitest', '@types/node'];
/** What servanda needs only to run from its sources. */
const ofSources = ['tsx'];

export interface EmptyProject {
  folder: string;
  write: (file: string, content: string) => Promise<void>;
  /** Runs a Node program; `package/path` for a module in it, or a file of the project. @throws its output, if it failed */
  run: (program: string, args?: readonly string[], env?: NodeJS.ProcessEnv) => Promise<string>;
}

/** In a folder of its own under `parent`. */
export async function projectWithPackage(parent: string): Promise<EmptyProject> {
  const folder = join(parent, 'project');
  await mkdir(join(folder, 'node_modules/@types'), { recursive: true });
  await laidInto(join(folder, 'node_modules'), await packed(parent));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'project', type: 'module' }));
  const run = promisify(execFile);
  return {
    folder,
    write: (file, content) => writeFile(join(folder, file), content),
    run: async (program, args = [], env = {}) => {
      const options = { cwd: folder, env: bareEnvironment(env), timeout: 240_000 };
      const { stdout } = await run(process.execPath, [program, ...args], options).catch(
        (cause: Error & { stdout: string; stderr: string }) => {
          throw new Error(`${program}: ${cause.message}\n${cause.stdout}\n${cause.stderr}`, { cause });
        },
      );
      return stdout;
    },
  };
}

/** The tarball that `npm pack` makes: from a copy, so that nothing in this project changes while other tests run. */
async function packed(parent: string): Promise<string> {
  const copy = join(parent, 'sources');
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const file of files.filter(f => !/^(tests|bench)\//.test(f))) await cp(join(root, file), join(copy, file), { recursive: true });
  await symlink(modules, join(copy, 'node_modules'));
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', parent], {
    cwd: copy,
    env: bareEnvironment(),
    maxBuffer: 50_000_000,
  });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as [{ filename: string }];
  return join(parent, filename);
}

async function laidInto(folder: string, tarball: string): Promise<void> {
  const own = join(folder, 'servanda');
  await mkdir(own);
  execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
  const { dependencies } = JSON.parse(await readFile(join(own, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  for (const name of [...Object.keys(dependencies).filter(d => !ofSources.includes(d)), ...ofProject]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await symlink(join(modules, name), join(folder, name));
  }
}

export const temporaryParent = (): Promise<string> => mkdtemp(join(tmpdir(), 'servanda-packed-'));
