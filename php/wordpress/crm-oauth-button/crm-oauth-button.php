<?php

/**
 * Plugin Name:       CRM OAuth Button
 * Description:       A button with which your users connect their CRM: Kommo, amoCRM, HubSpot, Pipedrive, Zoho, Salesforce and more. Your code gets fresh access tokens.
 * Version:           {version}
 * Requires at least: 6.1
 * Requires PHP:      8.1
 * Author:            The crm-oauth-button authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       crm-oauth-button
 * Domain Path:       /languages
 */

declare(strict_types=1);

namespace CrmOauthButton;

defined('ABSPATH') || exit;

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, __NAMESPACE__ . '\\')) {
        $file = __DIR__ . '/includes/' . substr($class, strlen(__NAMESPACE__) + 1) . '.php';
    } elseif (str_starts_with($class, 'CrmOauth\\') && !interface_exists(\CrmOauth\Store::class, false)) {
        // All of its classes. Another plugin may have brought them.
        $file = __DIR__ . '/crm-oauth.php';
    }
    if (isset($file) && is_file($file)) {
        require_once $file;
    }
});

Plugin::start(__FILE__);

require_once __DIR__ . '/includes/functions.php';
