// What every page may have beside its text: places found while one types, and forms that answer at once.
import { complete } from './complete.js';
import { answerAtOnce } from './live.js';

for (const form of document.querySelectorAll('form[role=search]')) complete(form);
for (const form of document.querySelectorAll('form[data-live]')) answerAtOnce(form);
