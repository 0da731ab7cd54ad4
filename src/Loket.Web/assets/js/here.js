// As long as a case is before somebody, the page says so every half minute and tells who else is there. Without script the opening of the page says it once.
const line = document.querySelector('[data-here]');
const left = 10 * 60_000;
let last = Date.now();

for (const sign of ['pointermove', 'keydown', 'scroll']) addEventListener(sign, () => { last = Date.now(); }, { passive: true });

const beat = async () => {
  // Whoever left the desk is not here, and is not kept signed in by a case that stands open.
  if (document.visibilityState === 'hidden' || Date.now() - last > left) return;
  const proof = document.querySelector('[name=__RequestVerificationToken]').value;
  try {
    const response = await fetch(line.dataset.here, {
      method: 'POST', body: new URLSearchParams({ case: line.dataset.case, doing: line.dataset.doing, __RequestVerificationToken: proof }), redirect: 'manual',
    });
    if (!response.ok) return;
    const answer = await response.json();
    if (line.textContent !== answer.said) line.textContent = answer.said;
  } catch {
    // The line is down; the next beat tries again.
  }
};

setInterval(beat, 30_000);
document.addEventListener('visibilitychange', () => {
  last = Date.now();
  beat();
});
