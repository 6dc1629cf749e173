/** Appends to a row the days that other readings give for a disputed end, or the readings on which a notice is owed. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { otherDays } from '../../client/lists.ts';
import type { Deadline } from '../../dossier/deadline.ts';
import { html, type Html, type Renderable } from '../html.ts';
import { onlyIn } from '../../wording/conditions.ts';
import type { Words } from '../words.ts';

export function withOtherDays(said: Html, deadline: Deadline, words: Words, linked: (day: CalendarDate) => Renderable): Html {
  const { fan, today } = words.m;
  if (deadline.onlyIf.length) return html`${said}; ${onlyIn(deadline.onlyIf, words.wording)}`;
  const days = otherDays(deadline).map(day => (day ? html`${linked(day)}` : html`${fan.never}`));
  return days.length ? html`${said}; ${words.rich(today.rows.disputed, { days: words.listed(days) })}` : said;
}
