/** An outgoing notice of termination, dispatched but not yet received: nothing is left to send, though in law nothing has happened. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import { contextOf, replay, stateOf } from '../machines/notice/replay.ts';
import { noticeNumbers, noticeSteps } from './description.ts';
import type { RegisterDossier } from './dossier.ts';

export interface OnItsWay {
  /** Its number. */
  notice: string;
  dispatched: CalendarDate;
}

/** The notice in transit on a day, by the steps recorded until then; null if there is none, or if only the agreement's file is known. */
export function onItsWay(source: Dossier, day: CalendarDate): OnItsWay | null {
  if (!isOfRegister(source)) return null;
  for (const notice of noticeNumbers(source.rows)) {
    const steps = noticeSteps(source.rows, notice).filter(
      ({ step }) => (step.type === 'notice.drafted' ? step.input.today : step.at) <= day,
    );
    if (!steps.length) continue;
    const { instance } = replay(steps, day);
    const { content, dispatched } = contextOf(instance);
    if (stateOf(instance) === 'dispatched' && content.kind === 'termination' && dispatched) return { notice, dispatched };
  }
  return null;
}

const isOfRegister = (source: Dossier): source is RegisterDossier => 'rows' in source;
