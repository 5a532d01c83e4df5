import { controlBehaviour } from './behaviour.js';
import { enableCopying } from './copy.js';
import { keepLog } from './event-log.js';

keepLog();
enableCopying();
void controlBehaviour();

// A page that comes back from the browser's memory holds states that may have been used.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
