<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** The form of one CRM: what to register there, and what came of it. */
final class SettingsForm
{
    public static function add(string $page, string $crm): void
    {
        $saved = Settings::saved()[$crm] ?? null;
        add_settings_section('client', Crms::brand($crm), static fn () => null, $page);
        $field = static function (string $id, string $caption, \Closure $show) use ($page): void {
            add_settings_field($id, $caption, $show, $page, 'client', ['label_for' => "crm-$id"]);
        };
        $text = static fn (string $id, string $caption, string $value, string $example = '', bool $isNeeded = false) =>
            $field($id, $caption, static fn () => self::showText($crm, $id, $value, $example, $isNeeded));

        $uri = BackEnd::redirectUri($crm);
        $caption = __('Redirect URI', 'crm-oauth-button');
        $field('redirect-uri', $caption, static fn () => self::showCopy('redirect-uri', $uri));
        $text('client_id', __('Client ID', 'crm-oauth-button'), $saved['client_id'] ?? '', '', true);
        $secret = __('Client secret', 'crm-oauth-button');
        $field('secret', $secret, static fn () => self::showSecret($crm, isset(Settings::clients()[$crm])));
        foreach (Crms::settings($crm) as $id => [$example, $isNeeded]) {
            $text($id, Crms::caption($id), $saved['settings'][$id] ?? '', $example, $isNeeded);
        }
        $text('scope', __('Scopes', 'crm-oauth-button'), $saved['scope'] ?? '');
        if ($saved !== null) {
            $shortcode = "[crm_oauth_button provider=\"$crm\"]";
            $caption = __('Shortcode', 'crm-oauth-button');
            $field('shortcode', $caption, static fn () => self::showCopy('shortcode', $shortcode));
        }
    }

    public static function show(string $page, string $crm): void
    {
        echo '<form method="post" action="options.php">';
        settings_fields(Settings::OPTION);
        do_settings_sections($page);
        echo '<p class="submit">';
        submit_button('', 'primary', 'submit', false);
        if (isset(Settings::saved()[$crm])) {
            echo ' ';
            $attributes = ['formnovalidate' => ''];
            submit_button(__('Remove', 'crm-oauth-button'), 'delete', self::nameOf($crm, 'remove'), false, $attributes);
        }
        echo '</p></form>';
    }

    private static function showText(string $crm, string $id, string $value, string $example, bool $isNeeded): void
    {
        printf(
            '<input type="text" class="regular-text code" id="%s" name="%s" value="%s" placeholder="%s"' .
            ' autocomplete="off"%s>',
            esc_attr("crm-$id"),
            esc_attr(self::nameOf($crm, $id)),
            esc_attr($value),
            esc_attr($example),
            $isNeeded ? ' required' : '',
        );
    }

    /** Write-only: the page tells whether there is one, and no more. */
    private static function showSecret(string $crm, bool $isSaved): void
    {
        printf(
            '<input type="password" class="regular-text" id="crm-secret" name="%s" autocomplete="new-password"%s>',
            esc_attr(self::nameOf($crm, 'secret')),
            $isSaved ? '' : ' required',
        );
        if ($isSaved) {
            $text = __('It is saved, and is not shown again. Leave this empty to keep it.', 'crm-oauth-button');
            printf('<p class="description">%s</p>', esc_html($text));
        }
    }

    private static function showCopy(string $id, string $text): void
    {
        printf(
            '<input type="text" class="code" size="60" id="%1$s" value="%2$s" readonly> ' .
            '<button type="button" class="button" data-copy="%1$s" data-done="%3$s">%4$s</button>',
            esc_attr("crm-$id"),
            esc_attr($text),
            esc_attr__('Copied', 'crm-oauth-button'),
            esc_html__('Copy', 'crm-oauth-button'),
        );
        if ($id === 'redirect-uri') {
            $description = __(
                'Register exactly this one at the CRM. It follows from the site’s address and its permalinks.',
                'crm-oauth-button',
            );
            printf('<p class="description">%s</p>', esc_html($description));
        }
    }

    private static function nameOf(string $crm, string $field): string
    {
        return Settings::OPTION . "[$crm][$field]";
    }
}
