'use strict';
// The desk with script: stays true by itself, shows the browser's own time, and takes documents that are dropped on it.
// Without it all pages work by being reloaded; only the drop zone and ingest's refusals need it.

document.documentElement.classList.add('script');
const lang = document.documentElement.lang;
const clock = new Intl.DateTimeFormat(lang, {month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});
const hours = new Intl.DateTimeFormat(lang, {month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});

function ownTimes(root) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    time.textContent = ('hour' in time.dataset ? hours : clock).format(new Date(time.dateTime));
  }
}

// Replaces what has changed and leaves alone what somebody has the focus in, or has opened.
async function refresh() {
  const answer = await fetch(location.pathname, {headers: {Accept: 'text/html'}});
  if (answer.redirected) {
    location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  ownTimes(fresh);
  let kept = false;
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (!other || other.isEqualNode(part)) continue;
    if (part.contains(document.activeElement)) {
      kept = true;
      continue;
    }
    const open = [...part.querySelectorAll('details')].map(details => details.open);
    other.querySelectorAll('details').forEach((details, i) => { details.open = open[i]; });
    part.replaceWith(document.importNode(other, true));
  }
  if (!kept) document.body.dataset.state = fresh.body.dataset.state;
}

function listen() {
  let busy = false;
  const events = new EventSource(`${location.pathname.replace(/\/$/, '')}/events`);
  events.onmessage = async event => {
    if (busy || event.data === document.body.dataset.state) return;
    busy = true;
    try {
      await refresh();
    } catch {
      // the next event tries again
    } finally {
      busy = false;
    }
  };
}

// Ingest's refusals, from ingest itself.
async function refusals(place) {
  const counted = await (await fetch(place.dataset.refusals, {mode: 'cors', credentials: 'omit'})).json();
  const rows = counted.problems.map(problem => {
    const row = document.createElement('tr');
    for (const [tag, text, name] of [['th', problem.title, ''], ['td', problem.status, 'n'], ['td', problem.lastDay, 'n'], ['td', problem.count, 'n']]) {
      const cell = document.createElement(tag);
      cell.textContent = text;
      cell.className = name;
      if (tag === 'th') cell.scope = 'row';
      row.append(cell);
    }
    return row;
  });
  place.querySelector('tbody').replaceChildren(...rows);
  place.querySelector('.none').hidden = rows.length > 0;
  place.querySelector('.scroll').hidden = rows.length === 0;
  place.querySelector('.unknown').hidden = true;
}

function watchRefusals(place) {
  const look = () => refusals(place).catch(() => { place.querySelector('.unknown').hidden = false; });
  look();
  setInterval(look, 15000);
}

// A ustar archive of files with their paths: what ingest takes as a Hexo tree.
async function tar(files) {
  const parts = [];
  for (const {path, file} of files) {
    const name = new TextEncoder().encode(path);
    if (name.length > 100 || name.length !== path.length) {
      const record = paxRecord(path);
      parts.push(header('PaxHeader', record.length, 'x'), record, padding(record.length));
    }
    parts.push(header(path, file.size, '0'), file, padding(file.size));
  }
  parts.push(new Uint8Array(1024));
  return new Blob(parts, {type: 'application/x-tar'});
}

function paxRecord(path) {
  const body = new TextEncoder().encode(` path=${path}\n`).length;
  let length = body + String(body).length;
  while (body + String(length).length !== length) length = body + String(length).length;
  return new TextEncoder().encode(`${length} path=${path}\n`);
}

function header(path, size, type) {
  const block = new Uint8Array(512);
  const put = (text, at, most) => block.set(new TextEncoder().encode(text).slice(0, most), at);
  put(path, 0, 100);
  put('0000644\0', 100, 8);
  put('0000000\0', 108, 8);
  put('0000000\0', 116, 8);
  put(size.toString(8).padStart(11, '0') + '\0', 124, 12);
  put('00000000000\0', 136, 12);
  put('        ', 148, 8);
  put(type, 156, 1);
  put('ustar\u000000', 257, 8);
  put(block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0') + '\0 ', 148, 8);
  return block;
}

const padding = size => new Uint8Array((512 - size % 512) % 512);

// Everything in what was dropped, folders too.
async function dropped(items) {
  const found = [];
  const walk = async (entry, path) => {
    if (entry.isFile) {
      found.push({path: path + entry.name, file: await new Promise((ok, no) => entry.file(ok, no))});
    } else {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((ok, no) => reader.readEntries(ok, no));
        if (!some.length) break;
        for (const child of some) await walk(child, `${path}${entry.name}/`);
      }
    }
  };
  for (const entry of [...items].map(item => item.webkitGetAsEntry()).filter(Boolean)) await walk(entry, '');
  return found;
}

function dropZone(zone) {
  const form = zone.querySelector('form');
  const files = form.elements.files;
  const answer = zone.querySelector('.answer');
  const status = zone.querySelector('[role=status]');
  let chosen = [];
  const choose = list => {
    chosen = list;
    status.textContent = list.length ? list.map(one => one.path).slice(0, 5).join(', ') + (list.length > 5 ? ` … (${list.length})` : '') : '';
  };
  files.addEventListener('change', () => choose([...files.files].map(file => ({path: file.webkitRelativePath || file.name, file}))));
  const area = zone.querySelector('.drop');
  area.addEventListener('dragover', event => { event.preventDefault(); area.classList.add('over'); });
  area.addEventListener('dragleave', () => area.classList.remove('over'));
  area.addEventListener('drop', async event => {
    event.preventDefault();
    area.classList.remove('over');
    choose(await dropped(event.dataTransfer.items));
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = form.elements.feed.value.trim();
    if (!chosen.length && !text) {
      status.textContent = zone.dataset.nothing;
      return;
    }
    const button = form.querySelector('button');
    button.disabled = true;
    answer.replaceChildren();
    try {
      for (const body of await bodies(chosen, text)) await send(zone, answer, body, form.elements.token.value);
      status.textContent = '';
    } catch (failure) {
      status.textContent = `${zone.dataset.failed} ${failure.message}`;
    } finally {
      button.disabled = false;
    }
  });
}

// An archive or a feed goes as it is; loose files go together as a tree.
async function bodies(chosen, text) {
  const whole = /\.(zip|tar|tar\.gz|tgz|ndjson|jsonl|xml|rss|atom|json)$/i;
  const loose = chosen.filter(one => !whole.test(one.path));
  const all = chosen.filter(one => whole.test(one.path)).map(one => new Blob([one.file], {type: typeOf(one.path)}));
  if (loose.length) all.push(await tar(loose));
  if (text) all.push(new Blob([text], {type: text.startsWith('<') ? 'application/xml' : 'application/json'}));
  return all;
}

function typeOf(path) {
  const types = {zip: 'application/zip', tar: 'application/x-tar', gz: 'application/gzip', tgz: 'application/gzip',
    ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', json: 'application/json'};
  return types[path.split('.').pop().toLowerCase()] || 'application/xml';
}

// One line of the answer is one line here, as soon as it comes.
async function send(zone, answer, body, token) {
  const response = await fetch(zone.dataset.ingest, {
    method: 'POST', mode: 'cors', credentials: 'omit', body,
    headers: {'Content-Type': body.type, Authorization: `Bearer ${token}`},
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({title: response.statusText}));
    throw new Error(`${response.status} ${problem.title}${problem.detail ? `: ${problem.detail}` : ''}`);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {value, done} = await reader.read();
    rest += value || '';
    const lines = rest.split('\n');
    rest = done ? '' : lines.pop();
    lines.filter(line => line.trim()).forEach(line => show(zone, answer, JSON.parse(line)));
    if (done) return;
  }
}

const MOST_LINES = 500;

function show(zone, answer, line) {
  const item = document.createElement('li');
  if (line.summary) {
    item.className = 'sum';
    item.textContent = summary(zone, line.summary);
  } else if (line.problem) {
    item.className = 'bad';
    item.textContent = `${line.name ?? line.item}: ${line.problem.title}. ${line.problem.detail ?? ''}`;
  } else {
    const link = document.createElement('a');
    link.href = `/read/${line.id}`;
    link.textContent = line.name ?? line.id;
    item.append(link);
  }
  answer.append(item);
  if (answer.children.length > MOST_LINES) answer.firstChild.remove();
}

function summary(zone, sum) {
  const said = zone.dataset.summary.replace(/#(\w+)/g, (all, name) => sum[name]);
  return sum.problem ? `${said} ${zone.dataset.incomplete} ${sum.problem.title}. ${sum.problem.detail ?? ''}` : said;
}

ownTimes(document);
if (document.body.dataset.state) listen();
document.querySelectorAll('[data-refusals]').forEach(watchRefusals);
document.querySelectorAll('[data-ingest]').forEach(dropZone);
