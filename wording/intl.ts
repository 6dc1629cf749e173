/** JavaScript's own formats. Each formatter is created once: creating one takes longer than using it a hundred times. */

function made<O, F>(make: (locale: string, form: O) => F): (locale: string, form: O) => F {
  const forms = new Map<string, F>();
  return (locale, form) => {
    const key = `${locale} ${JSON.stringify(form)}`;
    const there = forms.get(key) ?? make(locale, form);
    forms.set(key, there);
    return there;
  };
}

const lists = made((locale, type: Intl.ListFormatOptions['type']) => new Intl.ListFormat(locale, type && { type }));

export const numberFormat = made((locale, form?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, form));
export const pluralRules = made((locale, form?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, form));
/** In UTC, since it formats a calendar date and not an instant. */
export const dateFormat = made((locale, form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...form }));
export const displayNames = made((locale, form: Intl.DisplayNamesOptions) => new Intl.DisplayNames([locale], form));

/** a, b and c. */
export const allOf = (locale: string, items: readonly string[]): string => lists(locale, 'conjunction').format(items);
/** a, b or c. */
export const oneOf = (locale: string, items: readonly string[]): string => lists(locale, 'disjunction').format(items);
