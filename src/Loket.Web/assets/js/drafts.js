// What somebody writes is kept when the typing pauses, every few seconds of typing on, and at once when it is sent or the page is left. Without script a button keeps it.
const pauseOfTyping = 800;
const longestUnkept = 3000;
const untilTriedAgain = 10_000;
// Browsers let no more outlive its page.
const mostOnLeaving = 64 * 1024;

// Where nothing is kept by itself the address is empty.
for (const box of document.querySelectorAll('[data-draft]:not([data-draft=""])')) {
  const form = box.closest('form');
  const told = box.querySelector('[role=status]');
  const seen = box.querySelector('[name=draft-seen]');
  const button = box.querySelector('button');
  let pause;
  let longest;
  let underWay;
  let isChanged = false;
  // Kept later from another window, or sent: nothing goes by itself any more.
  let isOver = false;
  // It is being kept before it is sent; and it is sent on after that.
  let isHeld = false;
  let isSentOn = false;
  button.hidden = true;

  const wait = time => {
    clearTimeout(pause);
    pause = setTimeout(keep, time);
  };

  // Each letter puts the pause off, but not without end.
  const soon = () => {
    wait(pauseOfTyping);
    longest ??= setTimeout(keep, longestUnkept);
  };

  const waitNoMore = () => {
    clearTimeout(pause);
    clearTimeout(longest);
    longest = undefined;
  };

  // Who listens to the page hears the first time that it is kept, and when it is not; not each pause of their typing.
  let heard;
  const say = (text, news) => {
    if (told.textContent === text) return;
    told.setAttribute('aria-live', news === heard ? 'off' : 'polite');
    told.textContent = text;
    heard = news;
  };

  // Gives whether the program was reached.
  const keep = async isLeaving => {
    waitNoMore();
    // One at a time, so that an older one never comes after a newer: the next goes after the answer. Whoever leaves cannot wait for that.
    if (underWay && !isLeaving) return true;
    isChanged ||= underWay !== undefined;
    if (!isChanged || isOver) return true;
    underWay?.abort();
    const mine = new AbortController();
    underWay = mine;
    isChanged = false;
    let isReached = false;
    const fields = new URLSearchParams([...new FormData(form)].filter(field => typeof field[1] === 'string'));
    try {
      const keepalive = isLeaving === true && fields.toString().length <= mostOnLeaving;
      const response = await fetch(box.dataset.draft, { method: 'POST', body: fields, keepalive, redirect: 'manual', signal: mine.signal });
      isReached = true;
      if (!response.ok) throw new Error(response.statusText);
      const answer = await response.json();
      if (underWay !== mine) return true;
      underWay = undefined;
      say(answer.said, answer.isKept);
      isOver ||= !answer.isKept;
      button.hidden = answer.isKept;
      if (!answer.isKept) return true;
      seen.value = answer.seen ?? '';
      if (answer.seen && box.dataset.address) history.replaceState(null, '', box.dataset.address);
      if (isChanged) soon();
    } catch {
      // A newer one took its place.
      if (underWay !== mine) return true;
      underWay = undefined;
      // The line is down or the session has ended: said, and tried again; the buttons of the form keep all.
      isChanged = true;
      say(box.dataset.unkept, false);
      button.hidden = false;
      wait(untilTriedAgain);
    }

    return isReached;
  };

  form.addEventListener('input', event => {
    if (event.target.type === 'file') return;
    isChanged = true;
    soon();
  });
  form.addEventListener('submit', async event => {
    if (event.defaultPrevented || isSentOn) return;
    const submitter = event.submitter;
    if (submitter && submitter !== button && box.contains(submitter)) {
      // It is thrown away. What is typed on after that, where that did not arrive, is kept again.
      waitNoMore();
      underWay?.abort();
      underWay = undefined;
      isChanged = false;
      return;
    }

    if (!isHeld && (isOver || !(isChanged || underWay))) return;
    // What was typed last is kept first: when the line is down the browser would put a page of its own in place of these words.
    event.preventDefault();
    if (isHeld) return;
    isHeld = true;
    const isReached = await Promise.race([keep(true), new Promise(enough => { setTimeout(enough, longestUnkept, true); })]);
    isHeld = false;
    if (!isReached) {
      say(box.dataset.unsent, 'unsent');
      return;
    }

    isSentOn = true;
    form.requestSubmit(submitter);
    isSentOn = false;
  });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keep(true); });
  window.addEventListener('pagehide', () => keep(true));
  window.addEventListener('pageshow', event => { if (event.persisted) isOver = false; });
}
