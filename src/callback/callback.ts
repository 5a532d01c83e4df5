import { reportAuthorization } from './report-authorization.js';

// `<script src="…/callback.js" data-target-origin="https://…"></script>`
reportAuthorization({ targetOrigin: document.currentScript?.dataset.targetOrigin });
