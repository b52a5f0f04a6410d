// Saves a form's answers while they are typed. Without this script the form's own button does it.
// A form says where: data-autosave is the address, data-version the version that it shows.
// What could not be sent stays in this browser until the page is opened again.
import { csrfToken } from './session.js';

const PAUSE_MS = 900;

function answersOf(form) {
  const answers = {};
  for (const field of form.querySelectorAll('[data-question]')) {
    const code = field.dataset.question;
    const boxes = field.querySelectorAll('input[type=radio], input[type=checkbox]');
    const own = field.matches('input, textarea, select') ? field : field.querySelector('input, textarea, select');
    answers[code] = boxes.length
      ? [...boxes].filter((box) => box.checked).map((box) => box.value).join('\n')
      : own.value;
  }
  return answers;
}

function restore(form, answers) {
  for (const field of form.querySelectorAll('[data-question]')) {
    const kept = answers[field.dataset.question];
    const boxes = field.querySelectorAll('input[type=radio], input[type=checkbox]');
    if (kept === undefined) {
      continue;
    }
    if (boxes.length) {
      const chosen = kept.split('\n');
      boxes.forEach((box) => { box.checked = chosen.includes(box.value); });
    } else {
      field.querySelector('input, textarea, select').value = kept;
    }
  }
}

export function saveWhileTyping(form) {
  const status = form.querySelector('[data-autosave-status]');
  const key = `did:${location.pathname}${location.search}`;
  let timer;
  let sending = Promise.resolve();

  const send = async () => {
    const answers = answersOf(form);
    sessionStorage.setItem(key, JSON.stringify(answers));
    status.textContent = 'Saving…';
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'PUT',
        headers: {
          'Content-Type': 'application/json',
          'X-CSRF-Token': csrfToken(),
          'If-Match': `"${form.dataset.version}"`,
        },
        body: JSON.stringify(answers),
      });
      if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        status.textContent = `Not saved yet. ${problem.detail ?? ''}`;
        return;
      }
      const version = /\d+/.exec(answer.headers.get('ETag') ?? '')?.[0];
      form.dataset.version = version;
      form.querySelector('[data-version-field]').value = version;
      sessionStorage.removeItem(key);
      status.textContent = 'Saved';
      document.dispatchEvent(new Event('did:server-reached'));
    } catch {
      status.textContent = 'Not saved yet: no connection. What you typed is kept in this browser.';
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { sending = sending.then(send); }, PAUSE_MS);
  };

  const kept = sessionStorage.getItem(key);
  if (kept) {
    restore(form, JSON.parse(kept));
    soon();
  }
  form.addEventListener('input', soon);
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    sessionStorage.removeItem(key);
  });
}
