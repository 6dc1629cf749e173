/** A command that sends one update to a protocol. These commands differ in their flags and share their steps. */
import type { ProtocolRequestName, ProtocolRequestOf } from '../../machines/protocol/steps.ts';
import type { ProtocolShown } from '../../workflows/messages.ts';
import { define, type Defined } from '../define.ts';
import { anAgreement, argument, home, json, positional } from '../flags.ts';
import { requestOfProtocol } from '../../client/desk.ts';
import { contextOf } from '../client.ts';
import { person } from '../notice/flags.ts';
import { statementIn } from '../../wording/statements.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Common {
  person?: string;
  home?: string;
  json?: boolean;
}

export const protocolArguments = positional(anAgreement, argument('protocol', 'protocolId'));

type ProtocolRequestCall = { [N in ProtocolRequestName]: [name: N, request: Omit<ProtocolRequestOf<N>, 'by'>] }[ProtocolRequestName];

export interface UpdateCommand<F> {
  usage: string;
  examples: string;
  flags: object;
  request: (flags: F, words: Words) => ProtocolRequestCall;
}

export function protocolUpdateCommand<F extends object>({ usage, examples, flags, request }: UpdateCommand<F>): Defined {
  async function func(this: CliContext, given: F & Common, agreement: string, protocol: string): Promise<void> {
    const { person: who, home: folder, json: asJson } = given;
    const [name, told] = request(given, this.words);
    const shown = await requestOfProtocol(contextOf(this, folder), agreement, protocol, name, { ...told, ...(who ? { by: who } : {}) });
    this.print(asJson ? JSON.stringify(shown, null, 2) : formatProtocol(shown, this.words));
  }
  return define<F & Common, [string, string]>({
    usage: [usage],
    examples,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the flags of each command are typed where they are given
    parameters: { positional: protocolArguments, flags: { ...flags, person, home, json } as never },
    func,
  });
}

export const formatProtocol = ({ state, protocol: c, missing }: ProtocolShown, { m, say, day, protocolState, wording }: Words): string =>
  [
    say(m.protocol.is, { protocol: c.protocol, agreement: c.agreement, state: protocolState(state), day: day(c.since) }),
    ...(missing ? [say(m.protocol.missing, { missing: statementIn(missing, wording) })] : []),
  ].join('\n');
