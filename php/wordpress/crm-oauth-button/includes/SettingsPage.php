<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** Settings → CRM button: a form for each CRM, and who has connected what. */
final class SettingsPage
{
    private const SLUG = 'crm-oauth-button';

    public static function add(): void
    {
        $title = __('CRM button', 'crm-oauth-button');
        $hook = add_options_page($title, $title, 'manage_options', self::SLUG, self::show(...));
        if ($hook !== false) {
            add_action("load-$hook", self::load(...));
        }
    }

    /** URL of the page, with the form of one CRM. */
    public static function url(string $crm): string
    {
        return add_query_arg(['page' => self::SLUG, 'crm' => $crm], admin_url('options-general.php'));
    }

    /**
     * @param array<string> $links
     * @return array<string>
     */
    public static function addLink(array $links): array
    {
        $link = sprintf('<a href="%s">%s</a>', esc_url(self::url('kommo')), esc_html__('Settings', 'crm-oauth-button'));
        return [$link, ...$links];
    }

    private static function load(): void
    {
        SettingsForm::add(self::SLUG, self::crm());
        wp_enqueue_script(
            'crm-oauth-button-admin',
            Plugin::url('assets/admin.js'),
            ['wp-api-fetch'],
            Plugin::version(),
            true,
        );
    }

    private static function show(): void
    {
        echo '<div class="wrap"><h1>', esc_html(get_admin_page_title()), '</h1>';
        self::showProblems();
        self::showCrms();
        SettingsForm::show(self::SLUG, self::crm());
        if (BackEnd::problem() === null) {
            ConnectionsTable::show();
        }
        echo '</div>';
    }

    private static function showProblems(): void
    {
        $problem = BackEnd::problem();
        if ($problem !== null) {
            self::warn($problem);
        }
        ['scheme' => $scheme, 'host' => $host] = wp_parse_url(get_option('home'));
        if ($scheme !== 'https' && !in_array($host, ['localhost', '127.0.0.1'], true)) {
            self::warn(__('The site has no https. CRMs take no other redirect URI.', 'crm-oauth-button'));
        }
        // The script shows it if the web server keeps the path from WordPress.
        printf(
            '<div class="notice notice-error" data-probe="%s" hidden><p>%s</p></div>',
            esc_attr(BackEnd::basePath() . '/callback.js'),
            esc_html__(
                'The redirect URI does not get as far as WordPress. Choose permalinks other than “Plain”.',
                'crm-oauth-button',
            ),
        );
    }

    /** The catalogue, in which those that are set up are marked. */
    private static function showCrms(): void
    {
        $isReady = Settings::clients();
        $links = [];
        $done = ' <span class="count">' . esc_html__('(set up)', 'crm-oauth-button') . '</span>';
        foreach (Crms::brands() as $crm => $brand) {
            $links[] = sprintf(
                '<li><a href="%s"%s>%s%s</a>',
                esc_url(self::url($crm)),
                $crm === self::crm() ? ' class="current" aria-current="page"' : '',
                esc_html($brand),
                isset($isReady[$crm]) ? $done : '',
            );
        }
        echo '<ul class="subsubsub">', implode(" |</li>\n", $links), '</li></ul><br class="clear">';
    }

    /** The CRM whose form is shown. */
    private static function crm(): string
    {
        $crm = sanitize_key($_GET['crm'] ?? '');
        return isset(Crms::brands()[$crm]) ? $crm : 'kommo';
    }

    private static function warn(string $text): void
    {
        printf('<div class="notice notice-warning"><p>%s</p></div>', esc_html($text));
    }
}
