/** The one script of the desk: everything works without it. It keeps the page of an agreement current. */

const main = document.querySelector('main[data-live]');

if (main && 'EventSource' in window) {
  const changes = new EventSource(`/agreements/${encodeURIComponent(main.dataset.live)}/changes`);
  changes.addEventListener('changed', async () => {
    // What somebody is reading or typing in stays: only a page without a form under the cursor is renewed.
    if (document.activeElement?.closest('form')) return;
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    const opened = new Set([...main.querySelectorAll('details[open]')].map(d => d.querySelector('summary')?.textContent));
    if (!fresh) return;
    main.replaceChildren(...fresh.childNodes);
    for (const d of main.querySelectorAll('details')) if (opened.has(d.querySelector('summary')?.textContent)) d.open = true;
  });
  addEventListener('pagehide', () => changes.close());
}
