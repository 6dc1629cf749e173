/** A command that sends one update to a notice. These commands differ in their flags and share their steps. */
import type { NoticeRequestName, NoticeRequestOf } from '../../machines/notice/steps.ts';
import type { NoticeShown } from '../../workflows/messages.ts';
import { define, type Defined } from '../define.ts';
import { home, json } from '../flags.ts';
import { followsIn } from '../../wording/plan.ts';
import { statementIn } from '../../wording/statements.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';
import { requestOfNotice } from '../../client/desk.ts';
import { contextOf } from '../client.ts';
import { noticeArguments, person } from './flags.ts';

interface Common {
  person?: string;
  home?: string;
  json?: boolean;
}

export interface UpdateCommand<F> {
  usage: string;
  examples: string;
  values?: Readonly<Record<string, string>>;
  flags: object;
  /** Makes the request from the flags. @throws UsageError */
  request: (
    flags: F,
    world: CliContext,
    at: { agreement: string; number: string; home: string | undefined },
  ) => Promise<NoticeRequestCall> | NoticeRequestCall;
}

/** A request to a notice; the person is added when it is sent. */
export type NoticeRequestCall = { [N in NoticeRequestName]: [name: N, request: Omit<NoticeRequestOf<N>, 'by'>] }[NoticeRequestName];

export function noticeUpdateCommand<F extends object>({ usage, examples, values = {}, flags, request }: UpdateCommand<F>): Defined {
  async function func(this: CliContext, given: F & Common, agreement: string, number: string): Promise<void> {
    const { person: who, home: folder, json: asJson } = given;
    const [name, told] = await request(given, this, { agreement, number, home: folder });
    const shown = await requestOfNotice(contextOf(this, folder), agreement, number, name, { ...told, ...(who ? { by: who } : {}) });
    this.print(asJson ? JSON.stringify(shown, null, 2) : formatNotice(shown, this.words));
  }
  return define<F & Common, [string, string]>({
    usage: [usage],
    examples,
    values,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the flags of each command are typed where they are given
    parameters: { positional: noticeArguments, flags: { ...flags, person, home, json } as never },
    func,
  });
}

function formatNotice({ state, notice: c, timers }: NoticeShown, { m, say, noticeState, wording }: Words): string {
  const next = nextOf(state, m);
  return [
    say(m.notice.is, { number: c.number, agreement: c.agreement, state: noticeState(state) }),
    ...(c.received ? [followsIn(c.assessment.follows, wording)] : []),
    ...timers.map(t => statementIn(t.says, wording)),
    ...(next ? [say(next, { number: c.number, agreement: c.agreement })] : []),
  ].join('\n');
}

/** Returns the message with the next command; undefined if the desk has no next step. */
function nextOf(state: NoticeShown['state'], { notice: m }: Words['m']) {
  switch (state) {
    case 'drafted':
      return m.approveNextAny;
    case 'approved':
    case 'returned':
      return m.dispatchNext;
    case 'dispatched':
      return m.receivedNext;
    default:
      return undefined;
  }
}
