'use strict';
// The reader with script: the browser's own time, search as one types, and the keys / j k. Without it all pages work alike.

const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false,
});

function ownTimes(root) {
  for (const time of root.querySelectorAll('time[datetime]')) time.textContent = clock.format(new Date(time.dateTime));
}

// Keys, unless somebody is typing.
function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.getElementById('q');
  if (event.target === field) {
    if (event.key === 'ArrowDown') { event.preventDefault(); step(1); }
    return;
  }
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  if (event.key === '/') { event.preventDefault(); field.focus(); field.select(); }
  else if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
}

function step(by) {
  const titles = [...document.querySelectorAll('.articles a.title')];
  if (!titles.length) return;
  const at = titles.findIndex(title => title.closest('li').contains(document.activeElement));
  const next = titles[at < 0 ? (by > 0 ? 0 : titles.length - 1) : Math.max(0, Math.min(titles.length - 1, at + by))];
  next.focus();
  next.closest('li').scrollIntoView({block: 'nearest'});
}

// Search as one types: the same page is asked for, and its results are shown here.
function searchAsTyped(form) {
  let timer;
  let asked = 0;
  const look = async () => {
    const words = form.elements.q.value.trim();
    const address = words ? `/search?${new URLSearchParams(new FormData(form))}` : '/';
    const number = ++asked;
    const answer = await fetch(address, {headers: {Accept: 'text/html'}});
    if (!answer.ok || number !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    ownTimes(page);
    if (number !== asked) return;
    document.querySelector('main').replaceChildren(...document.importNode(page.querySelector('main'), true).childNodes);
    document.title = page.title;
    history.replaceState(null, '', address);
  };
  form.elements.q.addEventListener('input', event => {
    if (event.isComposing || !document.getElementById('results')) return;
    clearTimeout(timer);
    timer = setTimeout(() => look().catch(() => {}), 250);
  });
  form.elements.q.addEventListener('compositionend', event => event.target.dispatchEvent(new Event('input')));
}

ownTimes(document);
document.addEventListener('keydown', keys);
searchAsTyped(document.querySelector('form[role=search]'));
