// What every page has: the focus on an error summary, characters that are left, files that are too large, menus that close, keys, printing.
const one = (from, selector) => from.querySelector(selector);

const summary = one(document, '[data-focus]');
if (summary) summary.focus();

const number = new Intl.NumberFormat(document.documentElement.lang);

for (const area of document.querySelectorAll('textarea[data-count]')) {
  const told = document.getElementById(area.id + '-count');
  // The spoken message waits until the typing stops, or a screen reader would talk through every key.
  const spoken = told.cloneNode(false);
  spoken.removeAttribute('id');
  spoken.className = 'loket-spoken';
  spoken.setAttribute('aria-live', 'polite');
  told.after(spoken);
  const most = Number(area.dataset.count);
  let pause;
  const tell = () => {
    const left = most - area.value.length;
    const count = Math.abs(left);
    const kind = (left < 0 ? 'over' : 'left') + (count === 1 ? 'One' : 'Other');
    told.textContent = told.dataset[kind].replace('{0}', number.format(count));
    told.classList.toggle('is-over', left < 0);
    clearTimeout(pause);
    if (left < most / 10) pause = setTimeout(() => { spoken.textContent = told.textContent; }, 1000);
  };
  area.addEventListener('input', tell);
  if (area.value) tell();
}

// A form that is too large is refused as a whole, with all that was typed in it: said here before it is sent.
for (const files of document.querySelectorAll('input[type=file][data-most]')) {
  const error = files.nextElementSibling.content.firstElementChild.cloneNode(true);
  error.setAttribute('role', 'alert');
  const asSent = ['aria-invalid', 'aria-describedby'].map(name => ({ name, value: files.getAttribute(name) ?? '' }));
  const isTooLarge = () => [...files.files].reduce((sum, file) => sum + file.size, 0) > Number(files.dataset.most);
  const mark = (name, value) => value ? files.setAttribute(name, value) : files.removeAttribute(name);
  const tell = () => {
    error.remove();
    asSent.forEach(sent => mark(sent.name, sent.value));
    if (isTooLarge()) {
      files.parentElement.before(error);
      mark('aria-invalid', 'true');
      mark('aria-describedby', (error.id + ' ' + (files.getAttribute('aria-describedby') ?? '')).trim());
    }
    files.closest('.loket-field').classList.toggle('utrecht-form-field--invalid', files.getAttribute('aria-invalid') === 'true');
  };
  files.addEventListener('change', tell);
  files.form.addEventListener('submit', event => {
    if (!isTooLarge()) return;
    event.preventDefault();
    files.focus();
  });
}

for (const menu of document.querySelectorAll('details.loket-user')) {
  document.addEventListener('click', event => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    one(menu, 'summary').focus();
  });
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print();
});

// Keys that a button shows: a function key, or Alt with a letter; plain letters belong to who types.
document.addEventListener('keydown', event => {
  // What lies behind a dialog does nothing.
  if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return;
  const pressed = (event.ctrlKey ? 'Control+' : '') + (event.altKey ? 'Alt+' : '') + (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  if (!/^(F\d+|(Control|Alt)\+.+)$/.test(pressed)) return;
  const button = [...document.querySelectorAll('[data-key]')].find(candidate => candidate.dataset.key === pressed);
  if (!button) return;
  event.preventDefault();
  button.click();
});
