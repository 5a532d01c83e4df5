<?php

declare(strict_types=1);

namespace CrmOauth;

/** The settings of a client that its button needs as well, by the names of `<crm-oauth-button>`’s properties. */
final class ButtonSettings
{
    private const NAMES = [
        'provider',
        'clientId',
        'redirectUri',
        'secretsUri',
        'scopes',
        'domain',
        'region',
        'resource',
        'tenant',
        'name',
        'description',
        'logo',
    ];

    /**
     * Picks them, as far as they are given, out of others, some of which are secret.
     *
     * @param array<string, mixed> $given
     * @return array<string, string>
     */
    public static function of(#[\SensitiveParameter] array $given): array
    {
        $settings = [];
        foreach (self::NAMES as $name) {
            if (is_string($given[$name] ?? null)) {
                $settings[$name] = $given[$name];
            }
        }
        return $settings;
    }
}
