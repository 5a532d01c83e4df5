<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * An authorization response whose state is verified and whose host is one of the provider's (RFC 6749, section
 * 4.1.2).
 */
final class AuthorizationResponse
{
    /**
     * @param string $provider name of the provider, such as `kommo`
     * @param string $host of the account, such as `acme.kommo.com`, or of the provider: where the code can be
     *   exchanged
     * @param string|null $clientId the integration's id, if the redirect names it: in the metadata flow, the one that
     *   was just created
     */
    public function __construct(
        public readonly string $provider,
        #[\SensitiveParameter] public readonly string $code,
        public readonly string $state,
        public readonly string $host,
        public readonly ?string $clientId = null,
    ) {
    }

    /** @return array{provider: string, host: string} for `var_dump()` and `print_r()`, of a trace, too */
    public function __debugInfo(): array
    {
        return ['provider' => $this->provider, 'host' => $this->host];
    }

    /**
     * Reads the authorization response in the URL of the redirect. The order matters: the redirect URI and the state
     * first, since until then the response may be anybody's; then the CRM's refusal; the host before any request goes
     * out.
     *
     * @param string $url the redirect's, complete or from its path on (`/callback?code=…`), as the browser asked for
     *   it. The path must be that of the client's redirect URI
     * @param \Closure(string): mixed $verifyState verifies the state, and throws, or gives false, if it is not good
     * @param Client|ExternalIntegration $client whose response it is, which decides where the host comes from: from
     *   `referer` for Kommo and amoCRM, from the provider's definition for all others
     * @throws CallbackError the provider's error, such as `access_denied`; `invalid_response` for a repeated
     *   parameter or a missing code; `redirect_uri_mismatch` for another path than that of the client's redirect URI;
     *   `invalid_referer`, or `invalid_` and another parameter that names a host; and whatever the closure throws
     * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
     * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.4.2.2
     */
    public static function read(
        #[\SensitiveParameter] string $url,
        \Closure $verifyState,
        Client|ExternalIntegration $client,
    ): self {
        $query = Query::parse(self::queryOf($url));
        self::checkPlace($url, $query, $client->redirectUri);
        $state = self::single($query, 'state') ?? '';
        if ($verifyState($state) === false) {
            throw new CallbackError('state_mismatch', 'The state was not accepted.');
        }
        $error = self::single($query, 'error');
        if ($error !== null) {
            throw self::refusal($error);
        }
        $code = self::single($query, 'code') ?? throw self::invalid('The response has neither a code nor an error.');
        $endpoint = $client->tokenEndpoint;
        $host = Hosts::findHost($endpoint, static fn (string $name): ?string => self::single($query, $name));
        return new self($endpoint->provider, $code, $state, $host, self::single($query, 'client_id'));
    }

    /**
     * A response that arrives at the redirect URI of another provider, or of another client, is not ours (RFC 9700,
     * section 4.4.2.2). The path and the query tell them apart; behind a proxy, the origin may have another name.
     */
    private static function checkPlace(#[\SensitiveParameter] string $url, Query $query, string $redirectUri): void
    {
        $isThere = self::pathOf($url) === self::pathOf($redirectUri);
        $registered = Query::parse(self::queryOf($redirectUri));
        foreach (explode('&', self::queryOf($redirectUri)) as $pair) {
            $name = urldecode(explode('=', $pair, 2)[0]);
            $isThere = $isThere && $query->get($name) === $registered->get($name);
        }
        if (!$isThere) {
            throw new CallbackError(
                'redirect_uri_mismatch',
                'The response is not at the client’s redirect URI. Pass the URL as the browser asked for it.',
            );
        }
    }

    private static function queryOf(#[\SensitiveParameter] string $url): string
    {
        preg_match('~^[^?#]*\?([^#]*)~', $url, $parts);
        return $parts[1] ?? '';
    }

    private static function pathOf(#[\SensitiveParameter] string $url): string
    {
        preg_match('~^(?:(?:https?:)?//[^/?#]*)?([^?#]*)~', $url, $parts);
        return ($parts[1] ?? '') ?: '/';
    }

    /** RFC 6749, section 3.1: no parameter twice, as there is no telling which one counts. Empty is absent. */
    private static function single(Query $query, string $name): ?string
    {
        $values = $query->all($name);
        if (count($values) > 1) {
            throw self::invalid("The response has $name more than once.");
        }
        $value = $values[0] ?? '';
        return $value === '' ? null : $value;
    }

    private static function refusal(string $error): CallbackError
    {
        // The characters of RFC 6749, section 4.1.2.1.
        if (preg_match('~^[\x20-\x21\x23-\x5b\x5d-\x7e]{1,200}$~D', $error) !== 1) {
            return self::invalid('The error is not well-formed.');
        }
        return new CallbackError($error, 'The CRM refused the authorization.', 'provider');
    }

    private static function invalid(string $message): CallbackError
    {
        return new CallbackError('invalid_response', $message);
    }
}
