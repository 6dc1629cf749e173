/** The frame of every page: top bar, languages, content, footer. */
import { languages } from '../clauses/desk.ts';
import { webMessages } from '../wording/web/words.ts';
import { assets } from './assets.ts';
import { html, type Html, type Renderable } from './html.ts';
import { address, type Request } from './request.ts';
import type { Words } from './words.ts';
import { withLanguages } from './written-texts.ts';

export type Section = 'today' | 'agreements' | 'notices' | 'rehearsals' | 'engine';

export interface Frame {
  title: string;
  section?: Section | undefined;
  /** This page's address, without the language. */
  at: string;
  /** The person signed in; undefined on the sign-in page. */
  person?: string | undefined;
  /** Shown above everything, such as that the facts are invented. */
  note?: Renderable;
  /** The address from which the script receives changes, to keep the page current. */
  live?: string | undefined;
  kind?: 'today' | undefined;
}

interface DeskFrame extends Omit<Frame, 'person' | 'note'> {
  isRehearsal?: boolean | undefined;
  /** Data with texts that people wrote and the page displays: each is marked with its language. */
  written?: unknown;
}

/** A page for a person signed in. For a rehearsal it says so. */
export const deskPage = (c: Request, { isRehearsal = false, written, ...frame }: DeskFrame, body: Renderable): Html => {
  const words = c.get('words');
  const note = isRehearsal ? words.m.rehearsal : undefined;
  return layout(words, { ...frame, person: c.get('signedIn').session.person, note }, withLanguages(body, written, words.language));
};

const sections: readonly [Section, path: string][] = [
  ['today', '/'],
  ['agreements', '/agreements'],
  ['notices', '/notices'],
  ['rehearsals', '/rehearsals'],
  ['engine', '/engine'],
];

export function layout(words: Words, frame: Frame, body: Renderable): Html {
  const { m, language } = words;
  const { style, script } = assets();
  return html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${frame.title} – servanda</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="${style.path}" />
      <script type="module" src="${script.path}"></script>
    </head>
    <body class="${frame.kind}">
      <a class="skip" href="#main">${m.skip}</a>
      <header class="bar">
        <div class="in">
          <b>servanda</b>
          <nav aria-label="${m.nav.label}">${sections.map(([name, path]) => link(path, m.nav[name], name === frame.section))}</nav>
          <nav class="lang" aria-label="${m.nav.language}">${languages.map(l => languageLink(l, language, frame.at))}</nav>
        </div>
      </header>
      <main class="in" id="main" tabindex="-1" ${frame.live ? html` data-live="${frame.live}"` : ''}>
        ${frame.note ? html`<p class="note">${frame.note}</p>` : ''} ${body}
      </main>
      ${frame.person ? html`<footer class="in who noprint">${words.say(m.nav.signedIn, { person: frame.person })} <a href="${personPath(frame.at)}">${m.nav.change}</a></footer>` : ''}
    </body>
  </html>`;
}

/** Where to act as another person; returns to the page it was opened from. */
export const personPath = (from: string): string =>
  from.startsWith('/person') ? from : address('/person', { from: from === '/' ? '' : from });

const link = (path: string, name: string, isHere: boolean): Html =>
  html`<a href="${path}" ${isHere ? html` aria-current="page"` : ''}>${name}</a> `;

function languageLink(language: (typeof languages)[number], current: string, at: string): Html {
  const { name } = webMessages[language];
  if (language === current) return html`<span lang="${language}">${name}</span> `;
  const [path = '/', query = ''] = at.split('?');
  const asked = Object.fromEntries(new URLSearchParams(query));
  return html`<a href="${address(path, { ...asked, lang: language })}" lang="${language}" hreflang="${language}">${name}</a> `;
}
