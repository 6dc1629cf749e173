/**
 * Records the register that every later version must read: `node --import tsx tests/support/record-register.ts VERSION`. Writes a backup to
 * tests/registers/VERSION/, with `expected.json`. Those of earlier versions stay: an existing folder is refused.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backUp } from '../../register/backup.ts';
import { openRegisters } from '../../register/home.ts';
import { noKeys } from '../../secrets/keyring.ts';
import { expectedOf, type Expected } from './register-answers.ts';
import { stories } from './register-stories.ts';

const [version] = process.argv.slice(2);
if (!version || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('Pass the version of the release, such as 0.1.0.');
const folder = join(fileURLToPath(new URL('../registers', import.meta.url)), version);
if (existsSync(folder)) throw new Error(`The register of ${version} is already recorded. A recorded register is never replaced.`);

const home = await mkdtemp(join(tmpdir(), 'servanda-'));
const registers = await openRegisters(home);
const expected: Expected = { revocations: [], agreements: {} };
let now = 0;
for (const story of stories) {
  const { keeper, days } = await story(registers);
  expected.agreements[keeper.agreement] = await expectedOf(registers, keeper.agreement, keeper.now, days);
  now = Math.max(now, keeper.now);
}
await registers.of(false).revoke({ person: 'The deputy', reason: 'left the ministry' }, { by: 'registry', at: now });
expected.revocations = await registers.of(false).revocations();
await mkdir(join(folder, '..'), { recursive: true });
await backUp(registers, folder, { keys: noKeys, signing: undefined, now });
await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expected)}\n`);
await registers.close();
await rm(home, { recursive: true });
