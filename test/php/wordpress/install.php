<?php

declare(strict_types=1);

// Installs WordPress where this runs, with an administrator and two who may read.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url((string) getenv('SITE'), PHP_URL_HOST);
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Harbor Shop', 'admin', 'admin@shop.example', false, '', 'password');
foreach (['ann', 'bob'] as $user) {
    wp_create_user($user, 'password', "$user@shop.example");
}
update_option('permalink_structure', '/%postname%/');
