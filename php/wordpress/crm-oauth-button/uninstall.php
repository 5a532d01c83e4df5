<?php

declare(strict_types=1);

namespace CrmOauthButton;

defined('WP_UNINSTALL_PLUGIN') || exit;

require_once __DIR__ . '/includes/Database.php';

$sites = is_multisite() ? get_sites(['fields' => 'ids', 'number' => 0]) : [get_current_blog_id()];
foreach ($sites as $site) {
    is_multisite() && switch_to_blog($site);
    Database::drop();
    delete_option('crm_oauth_button');
    is_multisite() && restore_current_blog();
}
