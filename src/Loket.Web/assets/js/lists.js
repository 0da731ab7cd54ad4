// A list that stands open, of cases, tasks or callbacks: says when something came onto it, shows what changed where it stands, and never moves what somebody is reading. Without script one opens the page again.
const every = 60_000;
const left = 10 * 60_000;
const told = document.querySelector('[data-news]');
const number = new Intl.NumberFormat(document.documentElement.lang);
const most = 1000;
let last = Date.now();

for (const sign of ['pointermove', 'keydown', 'scroll']) addEventListener(sign, () => { last = Date.now(); }, { passive: true });

const say = count => {
  const text = (count === 1 ? told.dataset.one : told.dataset.other).replace('{0}', count > most ? number.format(most) + '+' : number.format(count));
  if (told.textContent === text) return;
  const link = document.createElement('a');
  link.href = told.dataset.show;
  link.textContent = text;
  told.replaceChildren(link);
};

// A page may have more than one list; each says under which name its rows are asked after.
const lists = document.querySelectorAll('tbody[data-seen]');
const rowsOf = list => [...list.querySelectorAll('tr[data-row]')];
const rows = () => [...lists].flatMap(rowsOf);
const seen = () => [...lists].filter(list => rowsOf(list).length > 0)
  .map(list => `&${list.dataset.seen}=${rowsOf(list).map(row => row.dataset.row).join(',')}`).join('');

// What somebody else did to what stands here is shown where it stands; a row that somebody is busy with is left, and what went elsewhere says so in its place.
const renew = async () => {
  const response = await fetch(told.dataset.rows + seen(), { redirect: 'error', cache: 'no-store' });
  if (!response.ok) return;
  const part = document.createElement('template');
  part.innerHTML = await response.text();
  for (const fresh of part.content.querySelectorAll('tr[data-row]')) {
    const row = rows().find(one => one.dataset.row.split('.')[0] === fresh.dataset.row.split('.')[0]);
    if (!row || row.contains(document.activeElement) || row.querySelector('input:checked')) continue;
    if (fresh.cells.length > 0) {
      row.replaceWith(fresh);
      continue;
    }
    delete row.dataset.row;
    row.classList.add('is-gone');
    for (const box of row.querySelectorAll('input')) box.disabled = true;
    const cell = row.cells[row.cells.length - 1];
    delete cell.dataset.label;
    cell.textContent = told.dataset.gone;
  }
};

const ask = async () => {
  // Whoever left the desk is not kept signed in by a list that stands open.
  if (document.hidden || Date.now() - last > left) return;
  try {
    const response = await fetch(told.dataset.news + seen(), { redirect: 'error', cache: 'no-store' });
    const answer = response.ok ? (await response.text()).split(' ').map(Number) : [];
    if (answer[0] > 0) say(answer[0]);
    if (answer[1] > 0) await renew();
  } catch {
    // The line is down, or the session ended: what was shown stays.
  }
};

setInterval(ask, every);

// One box above the others ticks them all.
const head = document.querySelector('[data-pick-all]');
if (head) {
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.className = 'utrecht-checkbox utrecht-checkbox--html-input';
  all.setAttribute('aria-label', head.dataset.pickAll);
  all.addEventListener('change', () => { for (const box of document.querySelectorAll('input[type=checkbox][form=bulk]:enabled')) box.checked = all.checked; });
  head.replaceChildren(all);
}
