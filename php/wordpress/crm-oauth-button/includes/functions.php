<?php

declare(strict_types=1);

defined('ABSPATH') || exit;

/**
 * The back end, for your own code: `crm_oauth_button()->accessToken((string) $user_id, $id)`. `connections()` gives the
 * ids.
 *
 * @throws \RuntimeException if the site cannot use it; the settings page says why
 */
function crm_oauth_button(): \CrmOauth\Handler
{
    return \CrmOauthButton\BackEnd::handler();
}
