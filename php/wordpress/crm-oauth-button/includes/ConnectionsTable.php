<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** Who has connected what. */
final class ConnectionsTable
{
    private const LIMIT = 100;

    public static function show(): void
    {
        $connections = Database::connections(self::LIMIT);
        echo '<h2>', esc_html__('Connections', 'crm-oauth-button'), '</h2>';
        if ($connections === []) {
            echo '<p>', esc_html__('Nobody has connected a CRM yet.', 'crm-oauth-button'), '</p>';
            return;
        }
        $columns = [
            __('User', 'crm-oauth-button'),
            __('CRM', 'crm-oauth-button'),
            __('Account', 'crm-oauth-button'),
            __('Status', 'crm-oauth-button'),
            __('Since', 'crm-oauth-button'),
        ];
        // Wider than a phone.
        echo '<div style="overflow-x: auto"><table class="widefat striped"><thead><tr>';
        foreach ($columns as $column) {
            echo '<th scope="col">', esc_html($column), '</th>';
        }
        echo '<td></td></tr></thead><tbody>';
        array_walk($connections, self::showRow(...));
        echo '</tbody></table></div>';
    }

    private static function showRow(\CrmOauth\ConnectionRecord $connection): void
    {
        $name = $connection->accountName ?? $connection->account;
        $cells = [
            get_userdata((int) $connection->user)->display_name ?? '–',
            Crms::brand($connection->provider),
            $connection->host === $name ? $name : "$name ($connection->host)",
            match ($connection->status) {
                'connected' => __('Connected', 'crm-oauth-button'),
                'reconnect' => __('Has to connect again', 'crm-oauth-button'),
                default => __('Disconnected at the CRM', 'crm-oauth-button'),
            },
            wp_date(get_option('date_format'), intdiv($connection->since, 1000)),
        ];
        echo '<tr>';
        foreach ($cells as $cell) {
            echo '<td>', esc_html($cell), '</td>';
        }
        printf(
            '<td><button type="button" class="button button-small" data-disconnect="%s">%s</button></td></tr>',
            esc_attr($connection->id),
            esc_html__('Disconnect', 'crm-oauth-button'),
        );
    }
}
