/** The description of an update, query or signal in a language, or in all of them if none is known. Its fields are the same in all. */
import type { Language } from '../../clauses/desk.ts';
import { handlers as az } from './az.ts';
import { handlers as en } from './en.ts';
import { handlers as kk } from './kk.ts';
import type { HandlerMessages } from './messages.ts';
import { handlers as ru } from './ru.ts';

const messages: Record<Language, HandlerMessages> = { kk, az, ru, en };

/** The fields of a request; `?`: optional. If rights are required, `right` in addition. */
export const takes: Partial<Record<keyof HandlerMessages, string>> = {
  record: '{ entry: { id, type, … }, by }',
  correct: '{ entry: { id, type: "corrected", of, … }, by }',
  strike: '{ entry: { id, type: "struck", of, reason }, by }',
  revise: '{ content, reason, by }',
  replan: '{ by }',
  amend: '{ by, content?, channel? }',
  approve: '{ by }',
  dispatch: '{ by, on, dated?, channel?, reference? }',
  confirmReceipt: '{ by, received, evidence }',
  markReturned: '{ by, reason }',
  recall: '{ by, reason }',
  accept: '{ by }',
  findDefective: '{ by, reason }',
  agree: '{ by, on, evidence? }',
  settleText: '{ by, language, document? }',
  sign: '{ by, on, place?, changes?, evidence? }',
  abandon: '{ by, on, reason? }',
};

export function handlerIn(language: Language | undefined, name: keyof HandlerMessages): string {
  const known = language !== undefined && Object.hasOwn(messages, language) ? [messages[language]] : Object.values(messages);
  const said = known.map(m => m[name]).join(' / ');
  const fields = takes[name];
  return fields ? `${said} ${fields}` : said;
}
