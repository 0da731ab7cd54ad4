// What somebody writes is kept when the typing pauses, and at once when the page is left. Without script a button keeps it.
const pauseOfTyping = 800;
const untilTriedAgain = 10_000;

// Where nothing is kept by itself the address is empty.
for (const box of document.querySelectorAll('[data-draft]:not([data-draft=""])')) {
  const form = box.closest('form');
  const told = box.querySelector('[role=status]');
  const seen = box.querySelector('[name=draft-seen]');
  const button = box.querySelector('button');
  let pause;
  let underWay;
  let isChanged = false;
  // Sent, or kept later from another window: nothing goes by itself any more.
  let isOver = false;
  button.hidden = true;

  const wait = time => {
    clearTimeout(pause);
    pause = setTimeout(keep, time);
  };

  // Who listens to the page hears the first time that it is kept, and when it is not; not each pause of their typing.
  let heard;
  const say = (text, news) => {
    if (told.textContent === text) return;
    told.setAttribute('aria-live', news === heard ? 'off' : 'polite');
    told.textContent = text;
    heard = news;
  };

  const keep = async isLeaving => {
    clearTimeout(pause);
    // One at a time, so that an older one never comes after a newer: the next goes after the answer. Whoever leaves cannot wait for that.
    if (underWay && !isLeaving) return;
    isChanged ||= underWay !== undefined;
    if (!isChanged || isOver) return;
    underWay?.abort();
    const mine = new AbortController();
    underWay = mine;
    isChanged = false;
    const fields = new URLSearchParams([...new FormData(form)].filter(field => typeof field[1] === 'string'));
    try {
      const response = await fetch(box.dataset.draft, { method: 'POST', body: fields, keepalive: isLeaving, redirect: 'manual', signal: mine.signal });
      if (!response.ok) throw new Error(response.statusText);
      const answer = await response.json();
      if (underWay !== mine) return;
      underWay = undefined;
      say(answer.said, answer.isKept);
      isOver ||= !answer.isKept;
      button.hidden = answer.isKept;
      if (!answer.isKept) return;
      seen.value = answer.seen ?? '';
      if (answer.seen && box.dataset.address) history.replaceState(null, '', box.dataset.address);
      if (isChanged) wait(pauseOfTyping);
    } catch {
      // A newer one took its place.
      if (underWay !== mine) return;
      underWay = undefined;
      // The line is down or the session has ended: said, and tried again; the buttons of the form keep all.
      isChanged = true;
      say(box.dataset.unkept, false);
      button.hidden = false;
      wait(untilTriedAgain);
    }
  };

  form.addEventListener('input', event => {
    if (event.target.type === 'file') return;
    isChanged = true;
    wait(pauseOfTyping);
  });
  form.addEventListener('submit', () => { isOver = true; });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keep(true); });
  window.addEventListener('pagehide', () => keep(true));
  window.addEventListener('pageshow', event => { if (event.persisted) isOver = false; });
}
