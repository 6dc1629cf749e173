/** The one script of the desk: everything works without it. It keeps the page of an agreement current. */

const main = document.querySelector('main[data-live]');
if (main && 'EventSource' in window) follow(main, main.getAttribute('data-live'));

function follow(page, agreement) {
  const changes = new EventSource(`/agreements/${encodeURIComponent(agreement)}/changes`);
  changes.addEventListener('changed', () => void renew(page));
  addEventListener('pagehide', () => changes.close());
}

/** What somebody types in stays: a page with a form under the cursor is not renewed. What was opened is open again. */
async function renew(page) {
  if (document.activeElement?.closest('form')) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (!fresh) return;
  const titleOf = details => details.querySelector('summary')?.textContent;
  const opened = new Set([...page.querySelectorAll('details[open]')].map(titleOf));
  page.replaceChildren(...fresh.childNodes);
  for (const details of page.querySelectorAll('details')) if (opened.has(titleOf(details))) details.open = true;
}
