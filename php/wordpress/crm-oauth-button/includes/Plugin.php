<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** What WordPress calls, and when. */
final class Plugin
{
    private static string $file = '';

    public static function start(string $file): void
    {
        self::$file = $file;
        add_action('init', self::init(...));
        // Before the theme or a cache has a word to say.
        add_action('parse_request', BackEnd::serve(...), 0);
        add_action('admin_init', Settings::register(...));
        add_action('admin_menu', SettingsPage::add(...));
        add_action('rest_api_init', RestRoutes::register(...));
        add_action('delete_user', BackEnd::forget(...));
        add_filter('plugin_action_links_' . plugin_basename($file), SettingsPage::addLink(...));
    }

    /** Path of a file of the plugin. */
    public static function path(string $name): string
    {
        return plugin_dir_path(self::$file) . $name;
    }

    /** URL of a file of the plugin. */
    public static function url(string $name): string
    {
        return plugins_url($name, self::$file);
    }

    /** The plugin's version, for the addresses of its scripts. */
    public static function version(): string
    {
        return get_file_data(self::$file, ['Version' => 'Version'])['Version'];
    }

    private static function init(): void
    {
        load_plugin_textdomain('crm-oauth-button', false, dirname(plugin_basename(self::$file)) . '/languages');
        Scripts::register();
        add_shortcode('crm_oauth_button', Button::shortcode(...));
        register_block_type(self::path('block'), ['render_callback' => Button::block(...)]);
    }
}
