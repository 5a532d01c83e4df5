<?php

declare(strict_types=1);

namespace CrmOauth;

/** The token endpoint of each provider, by its name or by a client's settings. */
final class TokenEndpoints
{
    /** Finds a provider's token endpoint by its name. */
    public static function get(string $name): ?TokenEndpoint
    {
        $endpoint = Catalogue::ENDPOINTS[$name] ?? null;
        return $endpoint === null ? null : new TokenEndpoint(...$endpoint);
    }

    /**
     * The same for a client.
     *
     * @param array<string, string|list<string>|array<string, string>|null> $settings the client's, of which the
     *   provider takes its own
     * @throws \InvalidArgumentException for a setting that is missing or wrong
     */
    public static function forClient(string $name, array $settings): ?TokenEndpoint
    {
        return match ($name) {
            'ringcentral' => self::ringcentral($settings['server'] ?? null),
            'zoho' => self::zoho($settings['region'] ?? null),
            'salesforce' => self::salesforce($settings['domain'] ?? null),
            'bitrix24' => self::bitrix24($settings['portals'] ?? []),
            'dynamics' => self::dynamics($settings['resource'] ?? null, $settings['tenant'] ?? null),
            'intercom' => self::intercom($settings['region'] ?? null),
            'zendesk' => self::zendesk($settings['domain'] ?? null, $settings['scope'] ?? null),
            default => self::get($name),
        };
    }

    /**
     * The token endpoint of any OAuth 2.0 server (RFC 6749, section 3.2).
     *
     * @param string $tokenEndpoint its URL, from your own configuration, never from a response. Its host gets the
     *   client secret. Must be https, or http on a loopback host, without a fragment
     * @param string|null $clientAuthentication default: `basic` for a client with a secret, `none` for one without
     * @param string|null $revocationEndpoint URL of the server's revocation endpoint, at the same host (RFC 7009).
     *   Default: none
     * @throws \InvalidArgumentException for a URL that is not secure, or has a fragment
     */
    public static function oauth2(
        string $tokenEndpoint,
        ?string $clientAuthentication = null,
        ?string $revocationEndpoint = null,
    ): TokenEndpoint {
        $url = Url::secure('tokenEndpoint', $tokenEndpoint);
        if (str_contains($tokenEndpoint, '#')) {
            throw new \InvalidArgumentException('tokenEndpoint must have no fragment: take out "#".');
        }
        return self::of('oauth2', [
            'hosts' => [$url->host],
            'tokenUrl' => (string) $url,
            ...($clientAuthentication === null ? [] : ['clientAuthentication' => [$clientAuthentication]]),
            ...($revocationEndpoint === null
                ? []
                : ['revocation' => ['url' => $revocationEndpoint, 'by' => 'parameter']]),
        ]);
    }

    /** @param string|null $server base URL of the platform: production, the default, or that of development */
    private static function ringcentral(?string $server): TokenEndpoint
    {
        [$production, $development] = Catalogue::ENDPOINTS['ringcentral']['hosts'];
        $host = preg_replace('~^https://|/$~D', '', $server ?? "https://$production");
        if (
            !in_array($server ?? "https://$production", ["https://$host", "https://$host/"], true)
            || !in_array($host, [$production, $development], true)
        ) {
            throw new \InvalidArgumentException(
                "server must be https://$production or https://$development; exchangeCode() takes that of the sandbox.",
            );
        }
        return self::of('ringcentral', [
            'hosts' => $host === $development ? [$development, $production] : [$production, $development],
        ]);
    }

    /** @param string|null $region data centre where the app is registered; it counts for a response that names none */
    private static function zoho(?string $region): TokenEndpoint
    {
        ['parameter' => $parameter, 'table' => $table] = Catalogue::ENDPOINTS['zoho']['hosts'];
        $region ??= 'us';
        // The first one counts where the response names none.
        $ordered = [$region => self::lookUp('region', $table, $region)] + $table;
        return self::of('zoho', ['hosts' => ['parameter' => $parameter, 'table' => $ordered]]);
    }

    /** @param string|null $domain host of the login page, which gets the client secret. Empty is production */
    private static function salesforce(?string $domain): TokenEndpoint
    {
        $pattern = Catalogue::ENDPOINTS['salesforce']['hosts']['pattern'];
        $host = self::matching('domain', $domain ?: 'login.salesforce.com', $pattern, 'acme.my.salesforce.com');
        return self::of('salesforce', ['hosts' => [$host]]);
    }

    /** @param list<string> $portals hosts of portals that are not the vendor's cloud: they may get access tokens */
    private static function bitrix24(array $portals): TokenEndpoint
    {
        $check = static fn (string $portal): string
            => self::matching('portals', $portal, Catalogue::PATTERNS['portal'], 'crm.shop.example');
        return self::of('bitrix24', ['apiHosts' => [
            ...Catalogue::ENDPOINTS['bitrix24']['apiHosts'],
            'further' => array_map($check, array_values($portals)),
            // That is for records, whose portal their client has checked.
            'hasOwnDomains' => false,
        ]]);
    }

    /**
     * @param string|null $resource URL of the environment, whose host gets the access token
     * @param string|null $tenant of Microsoft Entra ID. Empty is any work or school account
     */
    private static function dynamics(?string $resource, ?string $tenant): TokenEndpoint
    {
        ['tenant' => $isTenant, 'resource' => $isResource] = Catalogue::PATTERNS;
        $path = self::matching('tenant', $tenant ?: 'organizations', $isTenant, 'organizations');
        $bare = preg_replace('~/$~D', '', $resource ?? '');
        $url = self::matching('resource', $bare, $isResource, 'https://acme.crm4.dynamics.com');
        return self::of('dynamics', [
            'tokenUrl' => "https://{host}/$path/oauth2/v2.0/token",
            'apiHosts' => [substr($url, strlen('https://'))],
        ]);
    }

    /** @param string|null $region of the workspace */
    private static function intercom(?string $region): TokenEndpoint
    {
        $label = self::lookUp('region', Catalogue::REGIONS, $region ?? 'us');
        return self::of('intercom', ['hosts' => ["api.{$label}intercom.io"]]);
    }

    /**
     * @param string|null $domain host of the visitor's account, which gets the client secret
     * @param string|null $scope of the authorization request: Zendesk wants it with the code once more
     */
    private static function zendesk(?string $domain, ?string $scope): TokenEndpoint
    {
        $pattern = Catalogue::ENDPOINTS['zendesk']['hosts']['pattern'];
        $host = self::matching('domain', $domain, $pattern, 'acme.zendesk.com');
        return self::of('zendesk', ['hosts' => [$host], 'parameters' => ['scope' => $scope ?? 'read']]);
    }

    /** @param array<string, mixed> $changes */
    private static function of(string $name, array $changes): TokenEndpoint
    {
        return new TokenEndpoint(...[...Catalogue::ENDPOINTS[$name], ...$changes]);
    }

    /** @param array<string, string> $table */
    private static function lookUp(string $option, array $table, string $key): string
    {
        return $table[$key]
            ?? throw new \InvalidArgumentException(
                "$option must be " . implode(', ', array_keys($table)) . ", not \"$key\".",
            );
    }

    private static function matching(string $option, ?string $value, string $pattern, string $example): string
    {
        if ($value !== null && preg_match($pattern, $value) === 1) {
            return $value;
        }
        throw new \InvalidArgumentException("$option must be such as \"$example\", not \"$value\".");
    }
}
