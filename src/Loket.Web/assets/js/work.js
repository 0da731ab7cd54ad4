// A list of work that stands open: says when something came onto it, and never moves what somebody is reading. Without script one opens the page again.
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

const ask = async () => {
  // Whoever left the desk is not kept signed in by a list that stands open.
  if (document.hidden || Date.now() - last > left) return;
  try {
    const response = await fetch(told.dataset.news, { redirect: 'error', cache: 'no-store' });
    const count = response.ok ? Number(await response.text()) : 0;
    if (count > 0) say(count);
  } catch {
    // The line is down, or the session ended: what was shown stays.
  }
};

setInterval(ask, every);

// One box above the others ticks them all.
const head = document.querySelector('[data-pick-all]');
if (head) {
  const boxes = [...document.querySelectorAll('input[type=checkbox][form=bulk]')];
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.className = 'utrecht-checkbox utrecht-checkbox--html-input';
  all.setAttribute('aria-label', head.dataset.pickAll);
  all.addEventListener('change', () => { for (const box of boxes) box.checked = all.checked; });
  head.replaceChildren(all);
}
