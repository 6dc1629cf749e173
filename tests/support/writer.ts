/** A writer of the register as a separate process, which can be started, listened to, and killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Place } from '../../register/register.ts';
import { childScript } from './child-script.ts';

const script = await childScript('append-entries');

interface Writer {
  prefix: string;
  lines: string[];
  said: (line: string) => Promise<void>;
  go: () => void;
  kill: () => void;
  ended: Promise<number | NodeJS.Signals | null>;
}

/** A separate process that appends entries to agreement `a`. */
export function writer(to: Place, prefix: string, count: number): Writer {
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(to), 'a', prefix, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const heard = createInterface({ input: child.stdout ?? process.stdin });
  heard.on('line', line => lines.push(line));
  const closed = new Promise<void>(done => void heard.once('close', done));
  const ended = new Promise<number | NodeJS.Signals | null>(done => void child.once('exit', (code, signal) => done(signal ?? code)));
  return {
    prefix,
    lines,
    said: line =>
      new Promise((done, fail) => {
        const listen = () => lines.includes(line) && done();
        heard.on('line', listen);
        heard.once('close', () => fail(new Error(`The writer ended without printing ${line}. Its output: ${lines.join(' ')}`)));
        listen();
      }),
    go: () => void child.stdin?.write('go\n'),
    kill: () => void child.kill('SIGKILL'),
    ended: Promise.all([ended, closed]).then(([how]) => how),
  };
}
