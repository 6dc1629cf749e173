/** Displays what a step of a notice would do, and asks before it is taken; again if the register changes in the meantime. */
import { zonesOf } from '../../clauses/agreement.ts';
import { commonToday, type CalendarDate } from '../../clauses/calendar.ts';
import { dossierToday } from '../../client/dossiers.ts';
import { dryRunOf, type Tried } from '../../client/dry-run.ts';
import { checkNoticeRequest } from '../../client/notice-refusals.ts';
import { noticeToday, type NoticeToday } from '../../client/notices.ts';
import { contextOf } from '../client.ts';
import { sendUnlessMoved } from '../entry/send-unless-moved.ts';
import { CommandFailed, UsageError } from '../failures.ts';
import type { CliContext } from '../world.ts';
import { dryRunPage } from './dry-run-page.ts';
import type { NoticeRequestCall } from './update-command.ts';

export interface Step {
  agreement: string;
  number: string;
  home: string | undefined;
  /** True with --yes: the step is taken without asking. */
  sure: boolean | undefined;
  question: string;
  /** `today`: the Parties' common date. @throws UsageError if there is none and the step needs it */
  request: (today: CalendarDate | undefined) => NoticeRequestCall;
  /** The notice as it would be after the step, and the day of its dispatch or assessment. */
  after: (shown: NoticeToday, today: CalendarDate) => { notice: Tried; on: CalendarDate };
}

/**
 * Returns the request, once confirmed. @throws Refused if the notice would refuse it, UsageError if there is no terminal, CommandFailed if
 * the answer is no
 */
export async function confirmStep(
  world: CliContext,
  { agreement, number, home, sure, question, request, after }: Step,
): Promise<NoticeRequestCall> {
  const context = contextOf(world, home);
  const { m, say, wording } = world.words;
  for (;;) {
    const { dossier, today } = await dossierToday(context, agreement);
    const call = request(commonToday(await context.now(), zonesOf(dossier.agreement)));
    const [name, asked] = call;
    const shown = noticeToday(wording, dossier, number, today);
    await checkNoticeRequest(context, dossier.agreement, shown, name, asked);
    const tried = after(shown, today);
    world.warn(dryRunPage(dryRunOf(wording, dossier, tried.notice, tried.on), today, world));
    if (sure) return call;
    if (!world.ask) throw new UsageError(m.enter.notConfirmed);
    if (!(await world.ask(question))) throw new CommandFailed(wording.client.refused.nothing);
    if (await sendUnlessMoved(context, dossier, async () => true)) return call;
    world.warn(say(m.enter.moved, { agreement }));
  }
}
