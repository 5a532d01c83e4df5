<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * In place of a `Client`, for Kommo's and amoCRM's metadata flow: each consent creates an integration of its own, whose
 * id and secret come over the webhook and are kept with the connection.
 */
final class ExternalIntegration
{
    /** Its name in the routes of the handler. */
    public readonly string $name;
    public readonly TokenEndpoint $tokenEndpoint;
    /**
     * @var array<string, string> what a button needs to know of it, by the names of `<crm-oauth-button>`'s properties
     */
    public readonly array $settings;

    /**
     * @param string $title the integration's name, as the CRM shows it
     * @param string $redirectUri where the CRM sends the browser, under `/callback/NAME` of the handler
     * @param string $provider `kommo` or `amocrm`
     * @param ?string $name its name in the routes. Default: the provider's
     * @param ?string $logo URL of its logo
     * @param ?string $scope `crm`, `notifications`, or both, separated by a space. Default: the CRM's
     * @param ?string $secretsUri where the CRM posts the integration's id and secret. Default: `/secrets/NAME` beside
     *   the redirect URI
     * @throws \InvalidArgumentException for an empty title or redirect URI, and for another provider
     */
    public function __construct(
        string $title,
        public readonly string $redirectUri,
        private readonly string $provider = 'kommo',
        ?string $name = null,
        ?string $description = null,
        ?string $logo = null,
        ?string $scope = null,
        ?string $secretsUri = null,
    ) {
        foreach (['title' => $title, 'redirectUri' => $redirectUri] as $field => $value) {
            if ($value === '') {
                throw new \InvalidArgumentException("An external integration needs its $field.");
            }
        }
        $endpoint = in_array($provider, ['kommo', 'amocrm'], true) ? TokenEndpoints::get($provider) : null;
        $this->tokenEndpoint = $endpoint
            ?? throw new \InvalidArgumentException('The provider of an external integration is kommo or amocrm.');
        $this->name = $name ?? $provider;
        $given = [
            'provider' => $provider,
            'redirectUri' => $redirectUri,
            'secretsUri' => $secretsUri ?? preg_replace('~/callback/([^/]*)$~D', '/secrets/$1', $redirectUri),
            'scopes' => $scope,
            'name' => $title,
            'description' => $description,
            'logo' => $logo,
        ];
        $this->settings = ButtonSettings::of($given);
    }

    /**
     * Names the provider and the redirect URI in one text, to which a state is bound: the client does not exist yet.
     */
    public function context(): string
    {
        return Json::write([$this->provider, $this->redirectUri]);
    }

    /**
     * The client that a consent has created.
     *
     * @param array{clientId: string, clientSecret: string} $credentials
     */
    public function clientOf(#[\SensitiveParameter] array $credentials): Client
    {
        ['clientId' => $clientId, 'clientSecret' => $clientSecret] = $credentials;
        return new Client($clientId, $this->redirectUri, $clientSecret, $this->provider, $this->name);
    }
}
