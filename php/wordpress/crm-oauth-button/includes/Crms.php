<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** The CRMs that a site can choose from. */
final class Crms
{
    /** Settings that a CRM has besides the id and the secret: an example of each, and whether it must be there. */
    private const SETTINGS = [
        'bitrix24' => ['domain' => ['acme.bitrix24.com', true]],
        'dynamics' => ['resource' => ['https://acme.crm4.dynamics.com', true], 'tenant' => ['organizations', false]],
        'intercom' => ['region' => ['us, eu, au', false]],
        'salesforce' => ['domain' => ['login.salesforce.com', false]],
        'zendesk' => ['domain' => ['acme.zendesk.com', true]],
        'zoho' => ['region' => ['us, eu, in, au, cn, jp, ca, sa, uk', false]],
    ];

    /** @return array<string, string> brands by name */
    public static function brands(): array
    {
        // Written by the build.
        return require Plugin::path('brands.php');
    }

    /** The CRM's own name for itself. */
    public static function brand(string $crm): string
    {
        return self::brands()[$crm] ?? $crm;
    }

    /** @return array<string, array{string, bool}> by the setting's name */
    public static function settings(string $crm): array
    {
        return self::SETTINGS[$crm] ?? [];
    }

    /** A setting's caption. */
    public static function caption(string $setting): string
    {
        return match ($setting) {
            'domain' => __('Host of the account', 'crm-oauth-button'),
            'resource' => __('URL of the environment', 'crm-oauth-button'),
            'tenant' => __('Tenant', 'crm-oauth-button'),
            'region' => __('Region', 'crm-oauth-button'),
            default => $setting,
        };
    }
}
