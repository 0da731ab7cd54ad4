// On every page of staff: single keys, parts of a page in a dialog, and going to anything by what is typed. Each is a link, button or page without script too.
const isTyping = element => element.matches('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
  const target = [...document.querySelectorAll('[data-shortcut]')].find(one => one.dataset.shortcut === event.key.toLowerCase());
  if (!target) return;
  event.preventDefault();
  if (target.matches('input')) target.focus();
  else target.click();
});

// What a link leads to, in a dialog: what one was doing stays where it was.
const open = async link => {
  const response = await fetch(link.dataset.dialog, { redirect: 'error' });
  if (!response.ok) throw new Error(response.statusText);
  const dialog = document.createElement('dialog');
  const close = document.createElement('button');
  const part = document.createElement('div');
  dialog.className = 'loket-dialog';
  dialog.setAttribute('aria-label', [...link.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent.trim()).join(' ').trim());
  Object.assign(close, { type: 'button', className: 'utrecht-button utrecht-button--subtle utrecht-button--html-button', textContent: link.dataset.close });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  part.className = 'loket-flow';
  part.innerHTML = await response.text();
  dialog.append(part, close);
  document.body.append(dialog);
  dialog.showModal();
  for (const form of part.querySelectorAll('[data-goto]')) goTo(form);
};

document.addEventListener('click', async event => {
  const link = event.target.closest('[data-dialog]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
  // On its own page it stands already; and where there are no dialogs, the page is there.
  if (new URL(link.href).pathname === location.pathname || !window.HTMLDialogElement) return;
  event.preventDefault();
  if (document.querySelector('dialog[open]')) return;
  try {
    await open(link);
  } catch {
    location.assign(link.href);
  }
});

// A field with a list of where one can go: arrows choose, Enter goes, Escape closes the list and then the dialog.
const goTo = form => {
  const field = form.querySelector('input[name="Go.Sought"]');
  const found = form.querySelector('[data-found]');
  let options = [];
  let at = -1;
  let pause;
  let asked;

  const point = index => {
    at = index;
    options.forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
    if (at < 0) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    field.setAttribute('aria-activedescendant', options[at].id);
    options[at].scrollIntoView({ block: 'nearest' });
  };

  const arrange = () => {
    const list = found.querySelector('ul');
    options = list ? [...list.children] : [];
    at = -1;
    field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-expanded', String(options.length > 0));
    if (!list) {
      field.removeAttribute('aria-controls');
      return;
    }
    list.id = 'go-to-found';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', form.dataset.title);
    field.setAttribute('aria-controls', list.id);
    options.forEach((option, index) => {
      const link = option.querySelector('a');
      const name = document.createElement('span');
      name.className = 'loket-goto__name';
      name.textContent = link.textContent;
      option.dataset.href = link.href;
      option.id = `go-to-${index + 1}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      link.replaceWith(name);
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => location.assign(option.dataset.href));
    });
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(form.dataset.goto, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: asked.signal, redirect: 'error' });
      if (!response.ok) return;
      found.innerHTML = await response.text();
      arrange();
    } catch {
      // Typing went on, or the line is down: what was shown stays, and Enter asks the page.
    }
  };

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  arrange();
  field.addEventListener('input', () => {
    point(-1);
    clearTimeout(pause);
    pause = setTimeout(ask, 250);
  });
  field.addEventListener('keydown', event => {
    if (event.isComposing || options.length === 0) return;
    if (event.key === 'ArrowDown') point((at + 1) % options.length);
    else if (event.key === 'ArrowUp') point((at <= 0 ? options.length : at) - 1);
    else if (event.key === 'Enter' && at >= 0) location.assign(options[at].dataset.href);
    else if (event.key === 'Escape' && at >= 0) point(-1);
    else return;
    event.preventDefault();
  });
};

for (const form of document.querySelectorAll('main [data-goto]')) goTo(form);
