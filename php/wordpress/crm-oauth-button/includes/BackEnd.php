<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** The library's routes, below a path of the site. Its users are WordPress's. */
final class BackEnd
{
    private static ?\CrmOauth\Handler $handler = null;

    /**
     * @throws \RuntimeException if PHP lacks an extension, or the database does not answer
     */
    public static function handler(): \CrmOauth\Handler
    {
        $problem = self::problem();
        if ($problem !== null) {
            throw new \RuntimeException($problem);
        }
        return self::$handler ??= new \CrmOauth\Handler(
            clients: array_values(Settings::clients()),
            store: Database::store(),
            // WordPress has checked its own cookie.
            userOf: static fn (): ?string => is_user_logged_in() ? (string) get_current_user_id() : null,
            basePath: self::basePath(),
            server: self::server(),
            afterConnect: static fn (array $connection, string $user) =>
                do_action('crm_oauth_button_connected', $connection, (int) $user),
            onStatus: static fn (array $connection, string $user) =>
                do_action('crm_oauth_button_status', $connection, (int) $user),
        );
    }

    /** What keeps the plugin from working here, or `null`. */
    public static function problem(): ?string
    {
        foreach (['curl', 'pdo_mysql'] as $extension) {
            if (!extension_loaded($extension)) {
                /* translators: %s: name of a PHP extension */
                return sprintf(__('PHP needs the extension %s.', 'crm-oauth-button'), $extension);
            }
        }
        try {
            Database::store();
        } catch (\Exception $error) {
            return $error->getMessage();
        }
        return null;
    }

    /**
     * Path in front of the routes. Where the web server hands no path to WordPress, as with plain permalinks,
     * `index.php` stands in front of it.
     */
    public static function basePath(): string
    {
        global $wp_rewrite;
        $home = rtrim((string) wp_parse_url(get_option('home'), PHP_URL_PATH), '/');
        return $home . ($wp_rewrite->using_mod_rewrite_permalinks() ? '' : '/index.php') . '/crm-oauth';
    }

    /** The redirect URI to register at a CRM, to the character. */
    public static function redirectUri(string $crm): string
    {
        // Plugins for several languages add to what `home_url()` gives.
        ['scheme' => $scheme, 'host' => $host, 'port' => $port] = wp_parse_url(get_option('home')) + ['port' => null];
        return "$scheme://$host" . ($port === null ? '' : ":$port") . self::basePath() . "/callback/$crm";
    }

    /** Answers a request below the path, and ends there. */
    public static function serve(): void
    {
        // Other pages do without the library.
        if (!str_starts_with((string) ($_SERVER['REQUEST_URI'] ?? ''), self::basePath() . '/')) {
            return;
        }
        // Plugins that cache pages go by this.
        defined('DONOTCACHEPAGE') || define('DONOTCACHEPAGE', true);
        try {
            // WordPress adds slashes to all that comes from outside.
            self::handler()->run(\CrmOauth\Request::fromGlobals(wp_unslash($_SERVER)));
        } catch (\Exception $error) {
            error_log($error->getMessage());
            \CrmOauth\Response::plain('server_error', 500)->send();
        }
        exit;
    }

    /** Ends the connections of a user who is being deleted. */
    public static function forget(int $user): void
    {
        try {
            foreach (self::handler()->connections((string) $user) as ['id' => $id]) {
                self::handler()->disconnect((string) $user, $id);
            }
        } catch (\Exception $error) {
            error_log($error->getMessage());
        }
    }

    /** The sandbox while you develop, by `define('CRM_OAUTH_BUTTON_SERVER', …)` in `wp-config.php`. */
    public static function server(): ?string
    {
        return defined('CRM_OAUTH_BUTTON_SERVER') ? (string) constant('CRM_OAUTH_BUTTON_SERVER') : null;
    }
}
