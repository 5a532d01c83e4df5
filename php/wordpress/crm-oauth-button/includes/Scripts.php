<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** The scripts, which a page loads only if a button is on it. */
final class Scripts
{
    /** Of the element, and of what the page does for it. `block.json` names the second one. */
    private const MODULES = ['crm-oauth-button', 'crm-oauth-button-page'];

    /** The languages that the element brings itself; it gets all others from a script of their own. */
    private const OWN_LANGUAGES = ['en', 'es', 'id', 'pt', 'ru'];

    public static function register(): void
    {
        $version = Plugin::version();
        $language = str_replace('_', '-', strtolower(determine_locale()));
        $isOwn = $language !== 'pt-pt' && in_array(strtok($language, '-'), self::OWN_LANGUAGES, true);
        $add = static fn (string $handle, string $file, array $needs) =>
            wp_register_script($handle, Plugin::url($file), $needs, $version, true);
        $add('crm-oauth-button-locales', 'assets/locales.js', []);
        $add('crm-oauth-button', 'assets/connections.js', $isOwn ? [] : ['crm-oauth-button-locales']);
        $add('crm-oauth-button-page', 'assets/page.js', ['crm-oauth-button']);
        $needs = ['wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element'];
        $add('crm-oauth-button-editor', 'block/editor.js', $needs);
        add_filter('script_loader_tag', self::asModule(...), 10, 3);
        add_action('enqueue_block_editor_assets', self::tellEditor(...));
    }

    /** Loads the button's scripts with this page. */
    public static function enqueue(): void
    {
        wp_enqueue_script('crm-oauth-button-page');
    }

    /** WordPress knows of modules since 6.5 only. */
    private static function asModule(string $tag, string $handle, string $source): string
    {
        return in_array($handle, self::MODULES, true)
            ? wp_get_script_tag(['type' => 'module', 'id' => "$handle-js", 'src' => esc_url_raw($source)])
            : $tag;
    }

    private static function tellEditor(): void
    {
        $crms = [];
        foreach (Crms::brands() as $name => $brand) {
            $crms[] = ['value' => $name, 'label' => $brand];
        }
        $texts = [
            'size' => __('Size', 'crm-oauth-button'),
            'sizes' => [
                __('Small', 'crm-oauth-button'),
                __('Medium', 'crm-oauth-button'),
                __('Large', 'crm-oauth-button'),
            ],
            'theme' => __('Color scheme', 'crm-oauth-button'),
            'themes' => [
                __('Light', 'crm-oauth-button'),
                __('Dark', 'crm-oauth-button'),
                __('As the device says', 'crm-oauth-button'),
            ],
        ];
        wp_add_inline_script(
            'crm-oauth-button-editor',
            'const crmOAuthButton = ' . wp_json_encode(compact('crms', 'texts'), JSON_HEX_TAG) . ';',
            'before',
        );
    }
}
