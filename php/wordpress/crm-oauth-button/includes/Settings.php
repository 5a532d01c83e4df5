<?php

declare(strict_types=1);

namespace CrmOauthButton;

/**
 * The site's clients, one for each CRM. Their secrets are sealed, and nothing shows them again.
 *
 * @phpstan-type Saved array{client_id: string, secret: string, scope: string, settings: array<string, string>}
 */
final class Settings
{
    /** Name of the option, and of the group on the settings page. */
    public const OPTION = 'crm_oauth_button';

    public static function register(): void
    {
        // WordPress cleans the first value of an option twice, and would seal a secret twice.
        add_option(self::OPTION, [], '', false);
        register_setting(self::OPTION, self::OPTION, [
            'type' => 'object',
            'sanitize_callback' => self::clean(...),
            'show_in_rest' => false,
        ]);
    }

    /** @return array<string, \CrmOauth\Client> by the CRM's name; without those whose secret does not open any more */
    public static function clients(): array
    {
        $clients = [];
        foreach (self::saved() as $crm => $saved) {
            try {
                $secret = Database::sealing()->open($saved['secret'], [self::OPTION, $crm]);
                $clients[$crm] = self::client($crm, $saved, $secret);
            } catch (\Exception) {
                // The settings page asks for it anew.
            }
        }
        return $clients;
    }

    /** @return array<string, Saved> by the CRM's name */
    public static function saved(): array
    {
        return array_intersect_key((array) get_option(self::OPTION, []), Crms::brands());
    }

    /**
     * Cleans what the form has sent: one CRM. The others stay as they are.
     *
     * @return array<string, Saved>
     */
    private static function clean(mixed $given): array
    {
        $saved = self::saved();
        foreach (array_intersect_key((array) $given, Crms::brands()) as $crm => $fields) {
            $fields = array_filter((array) $fields, is_string(...));
            if (isset($fields['remove'])) {
                $saved = self::without($crm, $saved);
                continue;
            }
            try {
                $saved[$crm] = self::cleanOne($crm, $fields, $saved[$crm] ?? null);
            } catch (\Exception $error) {
                self::refuse($error->getMessage());
            }
        }
        return $saved;
    }

    /**
     * @param array<string, string> $fields
     * @param Saved|null $before
     * @return Saved
     * @throws \InvalidArgumentException for a setting that the CRM does not take
     */
    private static function cleanOne(string $crm, array $fields, ?array $before): array
    {
        $textOf = static fn (string $name): string => sanitize_text_field($fields[$name] ?? '');
        $settings = array_map($textOf, array_combine($names = array_keys(Crms::settings($crm)), $names));
        // A secret is taken as it is: any character may be in it.
        $secret = trim($fields['secret'] ?? '');
        $sealing = Database::sealing();
        $context = [self::OPTION, $crm];
        $cleaned = [
            'client_id' => $textOf('client_id'),
            'secret' => $secret === '' ? $before['secret'] ?? '' : $sealing->seal($secret, $context),
            'scope' => $textOf('scope'),
            'settings' => array_filter($settings),
        ];
        if ($cleaned['client_id'] === '' || $cleaned['secret'] === '') {
            throw new \InvalidArgumentException(__('Enter the id and the secret.', 'crm-oauth-button'));
        }
        self::client($crm, $cleaned, $sealing->open($cleaned['secret'], $context));
        return $cleaned;
    }

    /**
     * @param array<string, Saved> $saved
     * @return array<string, Saved>
     */
    private static function without(string $crm, array $saved): array
    {
        if (Database::isUsed($crm)) {
            self::refuse(__('Disconnect its accounts first.', 'crm-oauth-button'));
            return $saved;
        }
        unset($saved[$crm]);
        return $saved;
    }

    /** @param Saved $saved */
    private static function client(
        string $crm,
        array $saved,
        #[\SensitiveParameter]
        string $secret,
    ): \CrmOauth\Client {
        $settings = $saved['settings'];
        if ($crm === 'bitrix24') {
            // A portal may be at any domain, and its owner names it here.
            $settings['portals'] = [$settings['domain'] ?? ''];
        }
        return new \CrmOauth\Client(...[
            'clientId' => $saved['client_id'],
            'redirectUri' => BackEnd::redirectUri($crm),
            'clientSecret' => $secret,
            'provider' => $crm,
            'scope' => $saved['scope'] === '' ? null : $saved['scope'],
            ...$settings,
        ]);
    }

    private static function refuse(string $message): void
    {
        // WordPress prints it as it is.
        add_settings_error(self::OPTION, 'refused', esc_html($message));
    }
}
