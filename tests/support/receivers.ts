/** Receivers of letters, on this machine: an SMTP server and an HTTP receiver, each refusing as often as configured. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  url: string;
  letters: ParsedMail[];
  /** How many letters were offered, accepted or not. */
  readonly offered: number;
  /** Refuses the next ones with this answer. */
  refuse: (times: number, code: number) => void;
  /** Answers nobody until the returned function is called. */
  hold: () => () => void;
  /** Accepts the next one without an answer to its sender. */
  loseAnswer: () => void;
  stop: () => Promise<void>;
}

/** `took` is called with each letter that is accepted, before its sender gets the answer. */
export async function startMailServer(took: (letter: ParsedMail) => void = () => {}): Promise<MailServer> {
  const letters: ParsedMail[] = [];
  let [offered, left, code] = [0, 0, 451];
  let held = Promise.resolve();
  let isLost = false;
  /** Undefined if the letter is accepted. */
  async function taken(stream: Parameters<typeof simpleParser>[0]): Promise<Error | undefined> {
    const letter = await simpleParser(stream);
    offered += 1;
    await held;
    left -= 1;
    if (left >= 0) return Object.assign(new Error('not now'), { responseCode: code });
    letters.push(letter);
    took(letter);
    return undefined;
  }
  const answer = async (stream: Parameters<typeof simpleParser>[0], done: (refusal?: Error) => void): Promise<void> => {
    const refusal = await taken(stream).catch((cutOff: Error) => cutOff); // a sender that dies in the middle has sent nothing
    if (!isLost) return done(refusal);
    isLost = false;
    for (const socket of sockets) socket.destroy();
  };
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _, done) => void answer(stream, done),
  });
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => {}); // from a connection whose sender was killed
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    get offered() {
      return offered;
    },
    refuse: (times, as) => void ([left, code] = [times, as]),
    loseAnswer: () => void (isLost = true),
    hold: () => {
      let release = (): void => {};
      held = new Promise(resolve => (release = resolve));
      return release;
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}

export interface Receiver {
  url: string;
  calls: { headers: Record<string, string>; body: string }[];
  refuse: (times: number, status: number) => void;
  stop: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const calls: Receiver['calls'] = [];
  let [left, answer] = [0, 503];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      calls.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(left > 0 ? answer : 204).end();
      left -= 1;
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    refuse: (times, status) => void ([left, answer] = [times, status]),
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}
