/**
 * The desk's only script; everything works without it. It keeps the page of something in progress current, and checks a description while
 * it is written.
 */

const main = document.querySelector('main[data-live]');
if (main && 'EventSource' in window) follow(main, main.getAttribute('data-live'));

function follow(page, path) {
  const changes = new EventSource(path);
  changes.addEventListener('changed', () => void renew(page));
  addEventListener('pagehide', () => changes.close());
}

/** Keeps what somebody is typing: a page with a form in focus is not replaced. Opened details stay open. */
async function renew(page) {
  if (document.activeElement?.closest('form')) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  if (answer.redirected) return location.replace(answer.url);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (!fresh) return;
  const titleOf = details => details.querySelector('summary')?.textContent;
  const opened = new Set([...page.querySelectorAll('details[open]')].map(titleOf));
  page.replaceChildren(...fresh.childNodes);
  for (const details of page.querySelectorAll('details')) if (opened.has(titleOf(details))) details.open = true;
}

const described = document.querySelector('form[data-check]');
if (described) checkWhile(described, described.getAttribute('data-check'));

/** Shortly after a change, requests the current faults and the questions that apply. */
function checkWhile(form, path) {
  let waiting;
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const beside = fresh.querySelector('#beside');
    if (beside) document.querySelector('#beside')?.replaceWith(beside);
    for (const part of fresh.querySelectorAll('[data-part]')) renewPart(form, part);
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), 600);
  });
}

/** Replaces questions only if others apply now, keeping the cursor and anything typed in the meantime. */
function renewPart(form, fresh) {
  const part = form.querySelector(`[data-part="${fresh.dataset.part}"]`);
  const namesIn = one => [...one.querySelectorAll('[name]')].map(field => field.name).join(' ');
  if (!part || namesIn(part) === namesIn(fresh)) return;
  const { id } = document.activeElement ?? {};
  for (const field of part.querySelectorAll('[id]')) {
    const same = fresh.querySelector(`[id="${field.id}"]`);
    if (same && 'value' in field) [same.value, same.checked] = [field.value, field.checked];
  }
  part.replaceWith(fresh);
  if (id) document.getElementById(id)?.focus();
}
