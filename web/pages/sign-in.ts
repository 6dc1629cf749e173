/** The sign-in page, and the persons at this desk. */
import { claimsOf, heldIn, identitiesFolder } from '../../identity/files.ts';
import type { Role } from '../../machines/rights.ts';
import type { Context } from '../../client/context.ts';
import { date } from '../../clauses/calendar.ts';
import { withTimes } from '../days-in-text.ts';
import { html, type Html } from '../html.ts';
import { layout, personPath } from '../layout.ts';
import { ownPath, type Request } from '../request.ts';
import type { SignIn } from '../session/guard.ts';
import { tokenField } from '../session/form-token.ts';
import type { Words } from '../words.ts';

export function signInPage(words: Words, kind: SignIn['kind'], at: string): Html {
  const { m } = words;
  return layout(
    words,
    { title: m.signIn.heading, at },
    html`<h1>${m.signIn.heading}</h1>
      ${
        kind === 'local'
          ? html`<p>${m.signIn.local}</p>`
          : html`<p>${m.signIn.provider}</p>
              <form method="post" action="/sign-in"><button class="btn">${m.signIn.button}</button></form>`
      }`,
  );
}

export const refusedPage = (words: Words, why: string): Html =>
  layout(
    words,
    { title: words.m.signIn.refused, at: '/' },
    html`<h1>${words.m.signIn.refused}</h1>
      <p>${why}</p>
      <p><a href="/">${words.m.nav.today}</a></p>`,
  );

export interface PersonHere {
  person: string;
  actsFor: string;
  roles: readonly string[];
  until: string;
}

/** From the identities in the home, as at the command line. */
export async function personsHere({ home }: Pick<Context, 'home'>): Promise<PersonHere[]> {
  const found = (await heldIn(identitiesFolder(home))).map(claimsOf);
  return found.map(({ sub, for: actsFor, roles: held, exp }) => ({
    person: sub,
    actsFor,
    roles: held,
    until: new Date(exp * 1000).toISOString().slice(0, 10),
  }));
}

export function personPage(c: Request, persons: readonly PersonHere[], kind: SignIn['kind'], token: string): Html {
  const words = c.get('words');
  const { m } = words;
  const { person } = c.get('signedIn').session;
  const from = ownPath(c.req.query('from'));
  const one = (p: PersonHere): Html => {
    const named = p.roles.map(r => words.values.roles[r as Role]);
    const party = p.actsFor === '*' ? m.signIn.everyParty : p.actsFor;
    return html`<li>
      ${p.person === person ? html`<b>${words.say(m.signIn.isYou, { person: p.person })}</b>` : asForm(words, p.person, { token, from })}
      <span>${withTimes(words.say(m.signIn.roles, { roles: words.and(named), party, day: words.day(date(p.until)) }), words)}</span>
    </li>`;
  };
  return layout(
    words,
    { title: m.signIn.person, at: personPath(from), person },
    html`<h1>${m.signIn.person}</h1>
      ${
        kind === 'local'
          ? html`<p>${m.signIn.personIntro}</p>
              <ul class="may">
                ${persons.map(one)}
              </ul>`
          : html`<p>${words.say(m.signIn.isYou, { person })}</p>`
      }
      <form method="post" action="/sign-out" class="do">
        <input type="hidden" name="${tokenField}" value="${token}" /><button class="btn two">${m.signIn.out}</button>
      </form>`,
  );
}

const asForm = (words: Words, person: string, { token, from }: { token: string; from: string }): Html =>
  html`<form method="post" action="/person">
    <input type="hidden" name="${tokenField}" value="${token}" /><input type="hidden" name="from" value="${from}" /><input type="hidden" name="person" value="${person}" /><button
      class="btn two"
    >
      ${words.say(words.m.signIn.as, { person })}
    </button>
  </form>`;
