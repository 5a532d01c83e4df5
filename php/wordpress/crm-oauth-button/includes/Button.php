<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** The button in a page. */
final class Button
{
    /** What an author may set, with the defaults. */
    public const ATTRIBUTES = ['provider' => 'kommo', 'theme' => 'light', 'size' => 'medium', 'mode' => 'post_message'];

    /** The element's attributes, by the names that a client's settings have. */
    private const NAMES = ['clientId' => 'client-id', 'redirectUri' => 'redirect_uri'];

    /** @param array<string, string>|string $given the shortcode's attributes; a text where it has none */
    public static function shortcode(array|string $given): string
    {
        return self::wrap(self::html(shortcode_atts(self::ATTRIBUTES, (array) $given, 'crm_oauth_button')), '');
    }

    /** @param array<string, mixed> $given the block's attributes */
    public static function block(array $given): string
    {
        $texts = array_filter(array_intersect_key($given, self::ATTRIBUTES), is_string(...));
        return self::wrap(self::html($texts + self::ATTRIBUTES), get_block_wrapper_attributes());
    }

    /** Themes put blocks into their column, and nothing else. */
    private static function wrap(string $html, string $attributes): string
    {
        return $html === '' ? '' : "<div $attributes>$html</div>";
    }

    /** @param array<string, string> $given */
    private static function html(array $given): string
    {
        $crm = $given['provider'];
        $client = BackEnd::problem() === null ? Settings::clients()[$crm] ?? null : null;
        if ($client === null) {
            return self::setUpHint($crm);
        }
        if (!is_user_logged_in()) {
            return self::logInHint($crm);
        }
        Scripts::enqueue();
        $attributes = [
            ...array_combine(array_map(self::nameOf(...), array_keys($client->settings)), $client->settings),
            ...$given,
            ...self::stateOf($crm),
            'server' => BackEnd::server() === null ? null : rtrim(BackEnd::server(), '/') . "/$crm",
            'state-url' => BackEnd::basePath() . '/state?' . http_build_query(['provider' => $crm]),
            'lang' => self::language(),
            'locale' => 'auto',
            'data-connections' => BackEnd::basePath() . '/connections',
            'data-failed' => __('It is still connected. Try again.', 'crm-oauth-button'),
        ];
        return '<crm-oauth-button ' . self::write(array_filter($attributes, is_string(...))) . '></crm-oauth-button>';
    }

    /** @return array<string, string> attributes that tell what the user has connected, last */
    private static function stateOf(string $crm): array
    {
        $all = array_reverse(BackEnd::handler()->connections((string) get_current_user_id()));
        foreach (['reconnect', 'connected'] as $status) {
            foreach ($all as $one) {
                if ($one['client'] === $crm && $one['status'] === $status) {
                    return [
                        ($status === 'connected' ? 'authorized' : 'reconnect') => '',
                        'authorized-account' => $one['accountName'] ?? $one['account'],
                        'data-connection' => $one['id'],
                    ];
                }
            }
        }
        return [];
    }

    /** For those who can do something about it. */
    private static function setUpHint(string $crm): string
    {
        if (!current_user_can('manage_options')) {
            return '';
        }
        /* translators: %s: name of a CRM */
        $text = sprintf(__('Set up %s for this button.', 'crm-oauth-button'), Crms::brand($crm));
        return sprintf('<p><a href="%s">%s</a></p>', esc_url(SettingsPage::url($crm)), esc_html($text));
    }

    private static function logInHint(string $crm): string
    {
        /* translators: %s: name of a CRM */
        $text = sprintf(__('Log in to connect %s.', 'crm-oauth-button'), Crms::brand($crm));
        $url = wp_login_url(get_permalink() ?: home_url('/'));
        return sprintf('<p><a href="%s">%s</a></p>', esc_url($url), esc_html($text));
    }

    /** The site's language as HTML writes it: `de-DE`, without what follows, such as `formal`. */
    private static function language(): string
    {
        return implode('-', array_slice(explode('_', determine_locale()), 0, 2));
    }

    private static function nameOf(string $setting): string
    {
        return self::NAMES[$setting] ?? $setting;
    }

    /** @param array<string, string> $attributes */
    private static function write(array $attributes): string
    {
        $pairs = array_map(
            static fn (string $name, string $value): string => sprintf('%s="%s"', esc_attr($name), esc_attr($value)),
            array_keys($attributes),
            $attributes,
        );
        return implode(' ', $pairs);
    }
}
