import { initAll } from './lib/govuk-frontend.min.js';
import { watchSession } from './session.js';
import { saveWhileTyping } from './autosave.js';
import { drawDiagrams } from './diagram.js';
import { watchUpload } from './upload.js';

initAll();
watchSession();
document.querySelectorAll('form[data-autosave]:not([data-autosave=""])').forEach(saveWhileTyping);
drawDiagrams();
document.querySelectorAll('[data-upload-status]').forEach(watchUpload);
