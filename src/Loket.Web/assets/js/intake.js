// While somebody types a contact: what it may be a repeat of. Without script the button asks the same.
const form = document.querySelector('form[data-intake]');
const box = document.getElementById('similar');
let pause;
let asked;

const answer = async () => {
  asked?.abort();
  asked = new AbortController();
  const fields = new URLSearchParams([...new FormData(form)].filter(field => typeof field[1] === 'string'));
  try {
    const response = await fetch(form.dataset.intake, { method: 'POST', body: fields, signal: asked.signal, redirect: 'error' });
    if (!response.ok) return;
    const text = await response.text();
    const chosen = form.elements['Form.Case']?.value;
    const at = document.activeElement;
    const focused = at?.matches('#similar input') ? [at.name, at.value] : [];
    box.innerHTML = text;
    for (const radio of box.querySelectorAll('input')) {
      if (radio.name === 'Form.Case' && radio.value === chosen) radio.checked = true;
      if (radio.name === focused[0] && radio.value === focused[1]) radio.focus();
    }
  } catch {
    // Typing went on, or the line is down: what was shown stays.
  }
};

form.addEventListener('input', event => {
  if (event.target.name === 'Form.Case' || event.target.type === 'file') return;
  clearTimeout(pause);
  pause = setTimeout(answer, 350);
});
