/**
 * An officer at the command line, in a process of its own, to be killed: goes through one story after the other with the commands that a
 * person types. What fails or is cut off is looked up and repeated, as a person would. Requests and acknowledgements are written to a file
 * before anything else happens, so that the next process continues from there. Argument: `Desk` as JSON. Ends with the current story once
 * its standard input is closed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { main } from '../../../cli/main.ts';
import { processContext, type ProcessContext } from '../../../cli/world.ts';
import { chanceOf } from '../chance.ts';
import { readDiary, whereLeft, writeDiary, type Desk, type Said } from './diary.ts';
import { story, type Command } from './stories.ts';

const desk = JSON.parse(process.argv[2]!) as Desk;
const real = processContext();
const bell = new AbortController();
process.stdin.on('end', () => bell.abort()).resume();

/** A killed service is back long before. */
const enough = 200;

await tellStories();
process.exit(0); // whatever a command left open (a connection to a dead server) must not keep the process alive

async function tellStories(): Promise<void> {
  let { n, k, tries } = whereLeft(readDiary(desk.diary));
  do {
    const { agreement, commands } = story(desk, n);
    for (; k < commands.length; k++) {
      await carryOut(agreement, commands[k]!, { n, k, tries });
      tries = 0;
    }
    [n, k] = [n + 1, 0];
  } while (!bell.signal.aborted);
}

/** Until it is acknowledged; an optional one is given up now and then if there is no answer. */
async function carryOut(agreement: string, command: Command, { n, k, tries }: { n: number; k: number; tries: number }): Promise<void> {
  const chance = chanceOf(desk.seed, desk.officer, n, k, tries);
  for (; ; tries++) {
    if (tries > 0) {
      if (command.mayBeLet && chance.in100(50)) return note({ said: 'let be', n, k, told: 'no answer was heard' });
      if (await isSeen(agreement, command)) return note({ said: 'acknowledged', n, k, how: 'seen' });
    }
    note({ said: 'asked', n, k, tries, agreement, brings: command.brings });
    const { code, stdout, stderr } = await type(command.args);
    if (code === 0) return note({ said: 'acknowledged', n, k, how: wasThere(stdout) ? 'existing' : 'new' });
    note({ said: 'failed', n, k, told: `${command.args.join(' ')}: exit ${code}: ${inShort(stderr)}` });
    if (tries > enough) throw new Error(`Refused or not answered ${enough} times: ${command.args.join(' ')}: ${stderr}`);
    await pause(Math.min(300 * 2 ** tries, 3_000));
  }
}

/** A fault of servanda's own with its place; otherwise the end of the output. */
function inShort(stderr: string): string {
  return (/servanda failed: [^]*/.exec(stderr)?.[0] ?? stderr.trimEnd().split('\n').at(-1)!).slice(0, 1000);
}

/** Whether an unanswered step has been taken: a notice or a protocol is only sent what it still needs. */
async function isSeen(agreement: string, { brings }: Command): Promise<boolean> {
  const line = brings.at(-1)!;
  if ('id' in line) return false; // an entry is sent again: the service says whether it had it
  const [group, id] = 'step' in line ? (['notice', line.notice] as const) : (['protocol', line.protocol] as const);
  const { code, stdout } = await type([group, 'show', agreement, id, '--json']);
  if (code !== 0) return false;
  if ('step' in line) return (JSON.parse(stdout) as { steps: { step: { type: string } }[] }).steps.some(s => s.step.type === line.step);
  const { state } = JSON.parse(stdout) as { state: string };
  const order = ['proposed', 'agreed', 'abandoned'];
  return order.indexOf(state) >= order.indexOf(line.type.slice('protocol.'.length));
}

function wasThere(stdout: string): boolean {
  return stdout.trimStart().startsWith('{') && (JSON.parse(stdout) as { existing?: boolean }).existing === true;
}

/** A command as `npx servanda …` runs it, in this process. */
async function type(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const [stdout, stderr] = [{ write: (t: string) => void (said.stdout += t) }, { write: (t: string) => void (said.stderr += t) }];
  const around: ProcessContext = {
    ...real,
    process: { stdout, stderr, env: process.env },
    print: text => stdout.write(`${text}\n`),
    warn: text => stderr.write(`${text}\n`),
    user: desk.officer,
    ask: undefined,
    prompt: undefined,
  };
  return { code: await main(args, around), ...said };
}

function note(said: Said): void {
  writeDiary(desk.diary, said);
}
