<?php

declare(strict_types=1);

namespace CrmOauth;

/** An integration (RFC 6749: client) that asks for tokens. It shows its secret neither to dumps nor to loggers. */
final class Client extends Redacted
{
    /** Its name in the routes of `Handler`. */
    public readonly string $name;

    /** The provider's token endpoint, which alone gets the secret. */
    public readonly TokenEndpoint $tokenEndpoint;

    /**
     * @var array<string, string> what a button needs to know of it, by the names of `<crm-oauth-button>`’s
     *   properties; no secret
     */
    public readonly array $settings;

    /**
     * @param string $redirectUri exactly as registered: with another trailing slash, or another query, the CRM
     *   refuses the code
     * @param string|null $clientSecret leave it out for a public client, which uses PKCE, if the provider admits
     *   those
     * @param string|TokenEndpoint $provider name of a provider of the catalogue, or `TokenEndpoints::oauth2(…)`.
     *   `kommo` takes accounts of amoCRM, too
     * @param string|null $name lower-case letters, digits, `-` and `_`. Default: the provider's. A second client of
     *   one provider needs another
     * @param string|null $scope the scopes that a button asks for, separated by spaces. Default: the CRM's choice
     * @param string|null $region data centre of Zoho, region of Intercom
     * @param string|null $domain host at which people of Salesforce or Zendesk log in
     * @param string|null $resource URL of the environment of Dynamics 365
     * @param string|null $tenant of Microsoft Entra ID, for Dynamics 365
     * @param list<string> $portals hosts of Bitrix24 that are not the vendor's cloud
     * @param array<string, string> $secrets client secrets of Zoho by data centre; `clientSecret` is for all others
     * @param string|null $server base URL of RingCentral's platform
     * @throws \InvalidArgumentException for an empty field, such as from an environment variable that is not set, an
     *   unknown provider, and a setting that is unknown or wrong
     */
    public function __construct(
        public readonly string $clientId,
        public readonly string $redirectUri,
        #[\SensitiveParameter] ?string $clientSecret = null,
        string|TokenEndpoint $provider = 'kommo',
        ?string $name = null,
        ?string $scope = null,
        ?string $region = null,
        ?string $domain = null,
        ?string $resource = null,
        ?string $tenant = null,
        array $portals = [],
        #[\SensitiveParameter] array $secrets = [],
        ?string $server = null,
    ) {
        $settings = compact('region', 'domain', 'resource', 'tenant', 'portals', 'scope', 'server');
        $this->tokenEndpoint = self::endpointOf($provider, $settings);
        $methods = $this->tokenEndpoint->clientAuthentication;
        $isPublic = $clientSecret === null && in_array('none', $methods, true);
        $needed = ['clientId' => $clientId, 'redirectUri' => $redirectUri];
        foreach ($isPublic ? $needed : [...$needed, 'clientSecret' => $clientSecret] as $field => $value) {
            if ($value === null || $value === '') {
                throw new \InvalidArgumentException("A client needs its $field.");
            }
        }
        $known = $this->tokenEndpoint->provider;
        if (!$isPublic && $methods === ['none']) {
            throw new \InvalidArgumentException("Clients of $known authenticate by none: leave clientSecret out.");
        }
        $this->name = $name ?? $known;
        $shown = ['provider' => $known, 'clientId' => $clientId, 'redirectUri' => $redirectUri, 'scopes' => $scope];
        $this->settings = ButtonSettings::of($shown + $settings);
        $this->keep(['secret' => $clientSecret, 'byHost' => $this->secretsByHost($secrets)]);
    }

    /** Null for a public client. */
    public function clientSecret(): ?string
    {
        return $this->kept('secret');
    }

    /** The secret for one of the provider's hosts, which may have a secret of its own. */
    public function secretAt(string $host): ?string
    {
        return $this->kept('byHost')[$host] ?? $this->clientSecret();
    }

    /**
     * Names the provider, the client and the hosts in one text, to which a state is bound: a response belongs to the
     * client that asked (RFC 9700, section 4.4).
     */
    public function context(): string
    {
        $endpoint = $this->tokenEndpoint;
        return Json::write([
            $endpoint->provider,
            $this->clientId,
            $this->redirectUri,
            $endpoint->tokenUrl,
            $endpoint->hosts,
            $endpoint->apiHosts,
        ]);
    }

    /** How this client authenticates: without a secret by `none`, otherwise in the provider's preferred way. */
    public function authentication(): string
    {
        $methods = array_diff($this->tokenEndpoint->clientAuthentication, ['none']);
        return $this->clientSecret() === null ? 'none' : reset($methods);
    }

    public function __toString(): string
    {
        return "[Client $this->clientId]";
    }

    /** @param array<string, mixed> $settings */
    private static function endpointOf(string|TokenEndpoint $provider, array $settings): TokenEndpoint
    {
        $endpoint = is_string($provider) ? TokenEndpoints::forClient($provider, $settings) : $provider;
        if ($endpoint === null || $endpoint->hosts === []) {
            $names = array_diff(array_keys(Catalogue::ENDPOINTS), ['oauth2']);
            throw new \InvalidArgumentException(
                'provider must be ' . implode(', ', $names) . ' or a definition such as TokenEndpoints::oauth2(…).',
            );
        }
        return $endpoint;
    }

    /**
     * Sorts secrets by key, such as that of a data centre, by the host that gets each.
     *
     * @param array<string, string> $secrets
     * @return array<string, string>
     */
    private function secretsByHost(#[\SensitiveParameter] array $secrets): array
    {
        $table = $this->tokenEndpoint->hosts['table'] ?? [];
        $byHost = [];
        foreach ($secrets as $key => $secret) {
            if (!isset($table[$key]) || !is_string($secret) || $secret === '') {
                $keys = implode(', ', array_keys($table));
                throw new \InvalidArgumentException("secrets has $key, which is none of $keys, or is empty.");
            }
            $byHost[$table[$key]] = $secret;
        }
        return $byHost;
    }
}
