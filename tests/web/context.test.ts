/** The language in which pages and programs are answered, and that two callers share one register. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskOf, languageOf, type Desk } from '../../web/context.ts';
import { keepIn } from '../support/register-of.ts';
import { testAgreement } from '../support/test-agreement.ts';

let home: string;
let desk: Desk;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-desk-'));
  await keepIn(home, [{ content: testAgreement('one'), facts: [] }]);
  desk = deskOf({ service: { home, env: {} } });
});

afterAll(async () => {
  await desk.close();
  await rm(home, { recursive: true, force: true });
});

it.each([
  [{ asked: 'kk', chosen: 'ru', accepted: 'az' }, 'kk'],
  [{ asked: 'fr', chosen: 'ru', accepted: 'az' }, 'ru'],
  [{ accepted: 'fr-FR, az;q=0.5, ru-RU;q=0.8' }, 'ru'],
  [{ accepted: 'kk;q=0, de' }, 'en'],
  [{ accepted: ';;q=x,,' }, 'en'],
  [{}, 'en'],
])('%o is answered in %s', (asked, language) => {
  expect(languageOf(asked)).toBe(language);
});

it('the desk answers each caller in their own language from one register', async () => {
  const said = async (language: 'en' | 'kk') =>
    (await desk.asker({ person: 'officer', language }).servanda.list({ rehearsals: true }))[0]!.agreement;
  expect(await Promise.all([said('en'), said('kk')])).toEqual(['one', 'one']);
  const failure = (language: 'en' | 'ru') =>
    desk
      .asker({ person: 'officer', language })
      .servanda.standing('no-such')
      .catch((cause: unknown) => (cause as Error).message);
  expect(await failure('en')).toMatch(/no-such/);
  expect(await failure('ru')).toMatch(/[а-я]/);
});
