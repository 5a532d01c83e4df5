import { currentScript } from '../consent/platform.js';
import { reportAuthorization } from './report-authorization.js';

// `<script src="…/callback.js" data-target-origin="https://…"></script>`
const targetOrigin = currentScript()?.getAttribute('data-target-origin') ?? undefined;
reportAuthorization({ targetOrigin });
