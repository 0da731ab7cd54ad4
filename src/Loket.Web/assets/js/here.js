// As long as a case is before somebody, the page says so every half minute and tells who else is there. Without script the opening of the page says it once.
const line = document.querySelector('[data-here]');

const beat = async () => {
  if (document.visibilityState === 'hidden') return;
  const proof = document.querySelector('[name=__RequestVerificationToken]').value;
  try {
    const response = await fetch(line.dataset.here, {
      method: 'POST', body: new URLSearchParams({ doing: line.dataset.doing, __RequestVerificationToken: proof }), redirect: 'manual',
    });
    if (!response.ok) return;
    const { said } = await response.json();
    if (line.textContent !== said) line.textContent = said;
  } catch {
    // The line is down; the next beat tries again.
  }
};

setInterval(beat, 30_000);
document.addEventListener('visibilitychange', beat);
