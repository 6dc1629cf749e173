/** Renders an act as a sentence: its parameters in its message. Decides nothing. */
import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import type { Act, ActName, ActParams, DecisionShown } from '../../machines/acts.ts';
import type { UnsureDay } from '../../clauses/reason.ts';
import { dayIn, languageIn, lengthIn } from '../forms.ts';
import type { Wording } from '../wording.ts';
import { message } from '../message.ts';
import type { ActMessage } from './messages.ts';
import { allOf } from '../intl.ts';

export function actSentence(act: Act, w: Wording): string {
  const values = { ...absent, ...inForms(act, w), ...inForms(act.params, w), ...inForms(act.nowRuns ?? {}, w) };
  return say(w, messageOf(act), { ...values, ...partsOf(act, w, values) });
}

type Values = Record<string, string>;

/** Parameters of other kinds of acts. */
const absent: Values = { due: 'none', sendBy: 'none', period: 'none', question: 'none', endsBefore: 'none', endsBy: 'none' };

function messageOf({ what }: Act): ActMessage {
  return what === 'lastDayForNotice' || what === 'escalation' || what === 'expiryAhead' ? 'reminder' : what;
}

/** Optional sentences of their own, empty when there is nothing to say. */
function partsOf(act: Act, w: Wording, values: Values): Values {
  switch (act.what) {
    case 'onboarded':
      return { unsure: unsureIn(act.params.unsure, w) };
    case 'entryIntoForce':
    case 'protocolInForce':
    case 'protocolApplied':
      return { running: (act.nowRuns ?? act.params).period === null ? '' : say(w, 'running', values) };
    case 'lastDayForNotice':
    case 'escalation':
    case 'expiryAhead': {
      const { state, decision, unsure } = act.params;
      return {
        notDone: decision ? say(w, 'notDone', { ...values, decided: decidedIn(decision, w) }) : '',
        reminderDays: state === 'noSafeDay' ? '' : say(w, 'reminderDays', values),
        unsure: unsureIn(unsure, w),
      };
    }
    case 'decisionMade':
      return { decided: decidedIn(act.params, w) };
    case 'decisionOutcome':
      return { decided: act.params.decision ? decidedIn(act.params.decision, w) : say(w, 'undecided', {}) };
    case 'closingReport': {
      const items = act.params.survivals.map(s => say(w, 'survival', inForms(s, w))).join('; ');
      return { survivals: items && say(w, 'survivals', { items }) };
    }
    case 'noticeOutcome':
      return { kind: w.kinds[act.params.kind] };
    default:
      return {};
  }
}

const decidedIn = (decision: DecisionShown, w: Wording): string => say(w, 'decided', inForms(decision, w));

function unsureIn(unsure: readonly UnsureDay[], w: Wording): string {
  const items = unsure.map(u => say(w, 'unsureDay', { ...inForms(u, w), type: u.type.replaceAll('.', '_') })).join('; ');
  return items && say(w, 'unsure', { items });
}

/** The names of all day parameters; a missing one does not compile. */
type DayName = {
  [N in ActName]: { [K in keyof ActParams[N]]-?: NonNullable<ActParams[N][K]> extends CalendarDate ? K : never }[keyof ActParams[N]];
}[ActName];
const days: Record<DayName | 'on' | 'due' | 'sendBy' | 'notBefore' | 'notAfter', true> = {
  on: true,
  due: true,
  sendBy: true,
  notBefore: true,
  notAfter: true,
  since: true,
  lastDayInForce: true,
  endsBefore: true,
  lastDay: true,
  lastDayForNotice: true,
  inForce: true,
  day: true,
  renewal: true,
  firstDay: true,
  received: true,
  ignored: true,
  from: true,
  firstDayOut: true,
  asked: true,
  safe: true,
  dispatched: true,
  expected: true,
};

const inForms = (values: object, w: Wording): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formOf(name, value, w)]));

function formOf(name: string, value: unknown, w: Wording): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return listOf(name === 'languages' ? value.map(l => languageIn(w, l as string)) : value, w);
  if (name in days) return dayIn(w, value as CalendarDate);
  if (name === 'ahead') return lengthIn(w, value as Length);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const listOf = (items: readonly unknown[], { locale }: Wording): string => allOf(locale, items.map(String));

const say = ({ locale, sentences }: Wording, name: ActMessage, values: Values): string => message(sentences[name], locale, values);
