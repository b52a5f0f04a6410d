// Warns five minutes before the session ends, and keeps it alive when asked to.
const WARNING_SECONDS = 300;

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

export const csrfToken = () => meta('csrf-token');

function panel() {
  const box = document.createElement('div');
  box.className = 'did-session';
  box.setAttribute('role', 'alert');
  document.body.append(box);
  return box;
}

function say(box, text) {
  const line = document.createElement('p');
  line.className = 'govuk-body';
  line.textContent = text;
  box.replaceChildren(line);
}

export function watchSession() {
  const seconds = Number(meta('session-seconds'));
  if (!seconds) {
    return;
  }
  let timers = [];
  let box;

  const ended = () => {
    box ??= panel();
    say(box, 'You have been signed out. What you typed is kept in this browser. ');
    const link = document.createElement('a');
    link.className = 'govuk-link';
    link.href = `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;
    link.textContent = 'Sign in to go on';
    box.append(link);
  };

  const warn = () => {
    box = panel();
    say(box, 'You will be signed out in 5 minutes.');
    const stay = document.createElement('button');
    stay.type = 'button';
    stay.className = 'govuk-button govuk-!-margin-bottom-0';
    stay.textContent = 'Stay signed in';
    stay.addEventListener('click', async () => {
      const answer = await fetch('/api/session', { headers: { Accept: 'application/json' } });
      box.remove();
      box = undefined;
      if (answer.ok) {
        start();
      } else {
        ended();
      }
    });
    box.append(stay);
    stay.focus();
  };

  const start = () => {
    timers.forEach(clearTimeout);
    box?.remove();
    box = undefined;
    timers = [
      setTimeout(warn, Math.max(seconds - WARNING_SECONDS, 1) * 1000),
      setTimeout(ended, seconds * 1000),
    ];
  };

  document.addEventListener('did:server-reached', start);
  start();
}
