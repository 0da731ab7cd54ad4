// Typing "/" at the start of a line offers the text modules; the chosen one comes at the cursor, as if it was typed, so that Ctrl+Z takes it away. Without script the button
// gives the list.
const number = new Intl.NumberFormat(document.documentElement.lang);
const folded = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const counted = (box, key, count) => box.dataset[key + (count === 1 ? 'One' : 'Other')].replace('{0}', number.format(count));
const gap = /\[\[(?:vul in|fill in): [^[\]\n]+\]\]/;
let lists = 0;

const offered = new Map();
const load = address => {
  if (!offered.has(address)) {
    offered.set(address, fetch(address, { redirect: 'error' })
      .then(response => response.ok ? response.json() : Promise.reject(new Error(response.statusText)))
      .catch(error => { offered.delete(address); throw error; }));
  }
  return offered.get(address);
};

const fits = (module, typed) => {
  const sought = folded(typed).trim();
  if (module.code.startsWith(sought)) return true;
  const text = ' ' + folded(module.name + ' ' + module.text).replace(/\s+/g, ' ');
  return sought.split(/\s+/).every(word => text.includes(' ' + word));
};

// One field: what is typed since the slash, the list below it, and what is chosen in it.
const offer = (box, area) => {
  const list = document.createElement('ul');
  const told = document.createElement('p');
  Object.assign(list, { id: `modules-${++lists}`, className: 'loket-offers', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.dataset.title);
  told.className = 'loket-spoken';
  told.setAttribute('role', 'status');
  area.after(list, told);
  area.setAttribute('aria-haspopup', 'listbox');
  area.setAttribute('aria-autocomplete', 'list');
  let shown = [];
  let at = -1;
  let from = 0;

  const close = () => {
    list.hidden = true;
    at = -1;
    area.removeAttribute('aria-controls');
    area.removeAttribute('aria-activedescendant');
  };

  const point = index => {
    at = index;
    [...list.children].forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
    area.setAttribute('aria-activedescendant', list.children[at].id);
    list.children[at].scrollIntoView({ block: 'nearest' });
  };

  const put = module => {
    close();
    area.focus();
    area.setSelectionRange(from, area.selectionEnd);
    if (!document.execCommand('insertText', false, module.text)) {
      area.setRangeText(module.text, from, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const gaps = module.text.match(new RegExp(gap, 'g')) ?? [];
    if (gaps.length === 0) return;
    const first = area.value.indexOf(gaps[0], from);
    area.setSelectionRange(first, first + gaps[0].length);
    told.textContent = counted(box, 'gaps', gaps.length);
  };

  // Wanted: whether it still is when the modules have come, as typing goes on meanwhile.
  const show = async (words, start, wanted) => {
    let all;
    try {
      all = await load(`${box.dataset.modules}&into=${encodeURIComponent(area.name)}`);
    } catch {
      return false;
    }
    if (!wanted()) return true;
    from = start;
    shown = all.filter(module => fits(module, words));
    list.replaceChildren(...shown.map((module, index) => {
      const option = document.createElement('li');
      const name = document.createElement('strong');
      const more = document.createElement('span');
      option.id = `${list.id}-${index + 1}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      name.textContent = module.name;
      more.textContent = ` /${module.code} · ${box.dataset[module.language === 'en' ? 'languageEn' : 'languageNl']}`;
      option.append(name, more);
      // The field keeps the focus.
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => put(module));
      return option;
    }));
    told.textContent = shown.length === 0 ? box.dataset.none : counted(box, 'found', shown.length);
    close();
    if (shown.length === 0) return true;
    list.hidden = false;
    area.setAttribute('aria-controls', list.id);
    point(0);
    return true;
  };

  const typed = () => {
    const end = area.selectionStart;
    const start = area.value.lastIndexOf('\n', end - 1) + 1;
    const line = area.value.slice(start, end);
    return end === area.selectionEnd && /^\/[^\n]{0,40}$/.test(line) ? { start, words: line.slice(1) } : null;
  };

  area.addEventListener('input', async () => {
    const now = typed();
    if (!now) {
      close();
      return;
    }
    await show(now.words, now.start, () => typed()?.words === now.words);
  });
  area.addEventListener('blur', close);
  area.addEventListener('keydown', event => {
    if (list.hidden || event.isComposing) return;
    const keys = {
      ArrowDown: () => point((at + 1) % shown.length),
      ArrowUp: () => point((at - 1 + shown.length) % shown.length),
      Enter: () => put(shown[at]),
      Escape: close,
    };
    if (!keys[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  return { area, all: () => show('', area.selectionStart, () => true) };
};

for (const box of document.querySelectorAll('[data-modules]')) {
  const form = box.closest('form');
  const fields = box.dataset.into.split(' ').map(name => form.elements[name]).filter(Boolean).map(area => offer(box, area));
  let last = fields[0];
  for (const field of fields) field.area.addEventListener('focus', () => { last = field; });
  const button = box.querySelector('button[name=module][value=""]');
  const hint = box.querySelector('[data-hint]');
  if (hint) hint.hidden = false;
  // The list that the button gives without script stands on the page already: then it stays what it is.
  if (!hint || !last) continue;
  button.addEventListener('click', async event => {
    if (button.dataset.sent) return;
    event.preventDefault();
    last.area.focus();
    if (await last.all()) return;
    button.dataset.sent = 'true';
    button.click();
  });
}
