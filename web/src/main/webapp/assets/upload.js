// Tells how far the server is with a file while the browser waits for the answer, and calls it off.
// Without this script the form is sent as any other, and the answer comes when it is done.
import { csrfToken } from './session.js';

const PAUSE_MS = 1000;
const WORDS = { CHECKING: 'Checking the records', STORING: 'Storing the records' };

export function watchUpload(box) {
  const form = box.closest('form');
  const id = form.querySelector('[data-upload-id]');
  const file = form.querySelector('input[type=file]');
  const words = box.querySelector('[data-upload-words]');
  const meter = box.querySelector('progress');
  const cancel = box.querySelector('[data-upload-cancel]');
  const address = () => `/api/submissions/uploads/${id.value}`;

  const ask = async () => {
    const answer = await fetch(address(), { headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer?.ok) {
      const progress = await answer.json();
      const size = file.files[0]?.size || 1;
      meter.value = progress.stage === 'STORING' ? 100 : Math.min(99, Math.round((progress.bytesRead / size) * 100));
      words.textContent = progress.stage === 'STORING' ? WORDS.STORING : `${WORDS.CHECKING}: ${meter.value}%`;
      cancel.hidden = false;
    }
    setTimeout(ask, PAUSE_MS);
  };

  cancel.addEventListener('click', async () => {
    cancel.disabled = true;
    words.textContent = 'Cancelling';
    await fetch(address(), { method: 'DELETE', headers: { 'X-CSRF-Token': csrfToken() } }).catch(() => null);
  });

  form.addEventListener('submit', () => {
    if (!file.files.length) {
      return;
    }
    id.value = crypto.randomUUID();
    words.textContent = 'Sending the file';
    box.hidden = false;
    setTimeout(ask, PAUSE_MS);
  });
}
