/** A document before it has a format: its content, in one language. PDF and DOCX are both made from it. */
import type { Agreement } from '../clauses/agreement.ts';
import { isBounded, type DayOrBounds } from '../clauses/bounds.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { articleIn, dayIn, fill, languageIn, textIn, wordings, type Label, type Wording } from '../wording/index.ts';

export type Row = readonly [label: string, value: string];

/** Rows under their own heading. */
export interface Section {
  head: string;
  rows: readonly Row[];
}

export interface PrintedDocument {
  language: Language;
  head: string;
  /** The watermark, while it is not approved. */
  draft: string | undefined;
  /** Sender, recipient and subject. */
  block: Row[];
  body: string[];
  /** The result, in one line. */
  answer?: string;
  datesHead: string;
  dates: Row[];
  sections?: readonly Section[];
  closing: string | undefined;
  signature: { label: string; name: string; authority: string; seal: string } | undefined;
  /** Which text prevails. */
  tongue: string | undefined;
  /** Its provenance, in small print. */
  foot?: readonly string[];
}

/** The same content as data, embedded in a PDF. */
export interface Attachment {
  name: string;
  text: string;
}

/** A signature as it is known: its day may be known only within bounds. */
export interface Signature {
  on: DayOrBounds;
  place?: string | undefined;
}

/** What every document is about, and its language. */
export interface Matter {
  agreement: Agreement;
  language: Language;
  signed: Signature | undefined;
}

/** The rows of a document: a label in its language, and a value. A row without a value is left out. */
export class Rows {
  readonly wording: Wording;
  constructor(private readonly matter: Matter) {
    this.wording = wordings[matter.language];
  }

  row(label: Label, value: string | undefined): Row[] {
    return value ? [[this.wording.labels[label], value]] : [];
  }

  day(label: Label, day: CalendarDate | null | undefined): Row[] {
    return this.row(label, day ? dayIn(this.wording, day) : undefined);
  }

  days(label: Label, from: CalendarDate, to: CalendarDate): Row[] {
    return this.row(label, `${dayIn(this.wording, from)} – ${dayIn(this.wording, to)}`);
  }

  party(label: Label, id: string | undefined): Row[] {
    const party = this.matter.agreement.parties.find(p => p.id === id);
    return this.row(label, party && textIn(party.name, this.matter.language));
  }

  agreement(): Row[] {
    const { agreement, language, signed } = this.matter;
    return [...this.row('agreement', textIn(agreement.title, language)), ...this.signed(signed)];
  }

  signed(signature: Signature | undefined): Row[] {
    return this.row('signed', signature && [signature.place, this.when(signature.on)].filter(Boolean).join(', '));
  }

  /** A day, or the bounds within which it is known: never one of the possible days. */
  when(day: DayOrBounds): string {
    const { wording: w } = this;
    return isBounded(day) ? fill(w.certificate.between, { from: dayIn(w, day.notBefore), to: dayIn(w, day.notAfter) }) : dayIn(w, day);
  }

  /** " (Article 13)", for a sentence; empty if no article is known. */
  ref(basis: string | undefined): string {
    const article = basis && articleIn(this.wording, basis);
    return article ? ` (${article})` : '';
  }

  /** Which text prevails, if the agreement names its authentic languages. */
  tongue(): string | undefined {
    const { languages } = this.matter.agreement;
    if (!languages) return undefined;
    const { authentic, prevailing, article } = languages;
    const own = this.matter.language;
    const kind = !authentic.includes(own) ? 'translation' : !prevailing ? 'equal' : prevailing === own ? 'prevailing' : 'authentic';
    const named = kind === 'translation' ? authentic : [prevailing ?? own];
    return fill(this.wording.tongue[kind], { ref: this.ref(article), languages: named.map(l => languageIn(this.wording, l)).join(', ') });
  }
}
