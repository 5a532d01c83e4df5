<?php

declare(strict_types=1);

namespace CrmOauth;

/** Requests to a token endpoint (RFC 6749, section 3.2). */
final class TokenRequest
{
    /**
     * Exchanges a grant for tokens, in one request.
     *
     * @param string $host not trusted: only one that the provider's definition names gets the request
     * @param array{grant_type: 'authorization_code', code: string, code_verifier?: string}|array{grant_type:
     *   'refresh_token', refresh_token: string} $grant RFC 6749, sections 4.1.3 and 6; RFC 7636, section 4.5
     * @throws CallbackError `invalid_referer` or `invalid_host` for any other host, before any request
     * @throws TokenError
     */
    public static function send(
        Client $client,
        string $host,
        #[\SensitiveParameter] array $grant,
        RequestOptions $options,
    ): TokenSet {
        $endpoint = $client->tokenEndpoint;
        $checked = Hosts::checkHost($endpoint, $host);
        $fields = self::fieldsOf($client, $grant);
        ['status' => $status, 'text' => $text]
            = ClientRequest::send($client, $checked, $endpoint->tokenUrl, $fields, $options);
        if ($status >= 300 && $status < 400) {
            $reason = 'The token endpoint redirects, which was not followed';
            throw new TokenError('redirected', $checked, $status, reason: $reason);
        }
        $body = Json::parse($text);
        $answer = is_array($body) ? $body : [];
        // Some send a refusal with the status 200.
        $isRefusal = !array_key_exists('access_token', $answer) && is_string($answer['error'] ?? null);
        if ($status < 400 && !$isRefusal) {
            return self::read($client, $grant, $checked, $status, $answer);
        }
        throw TokenRefusal::read($endpoint, $checked, $status, $body, self::secretsOf($client, $checked, $grant));
    }

    /**
     * The parameters of a token request, besides the client's credentials.
     *
     * @param array<string, string> $grant
     * @return array<string, string>
     */
    private static function fieldsOf(Client $client, #[\SensitiveParameter] array $grant): array
    {
        $endpoint = $client->tokenEndpoint;
        $isSent = match ($endpoint->sendsRedirectUri) {
            'always' => true,
            'code' => isset($grant['code']),
            default => false,
        };
        $redirectUri = $isSent ? ['redirect_uri' => $client->redirectUri] : [];
        return [...$endpoint->parameters, ...$grant, ...$redirectUri];
    }

    /**
     * Everything of the request that an error must not repeat.
     *
     * @param array<string, string> $grant
     * @return list<string>
     */
    private static function secretsOf(Client $client, string $host, #[\SensitiveParameter] array $grant): array
    {
        unset($grant['grant_type']);
        return [...ClientRequest::shownSecrets($client, $host), ...array_values($grant)];
    }

    /**
     * Reads a token response (RFC 6749, section 5.1). A host that it names is looked up among the provider's.
     *
     * @param array<string, string> $grant
     * @param array<mixed> $fields
     */
    private static function read(
        Client $client,
        #[\SensitiveParameter] array $grant,
        string $tokenHost,
        int $status,
        #[\SensitiveParameter] array $fields,
    ): TokenSet {
        $endpoint = $client->tokenEndpoint;
        $account = $endpoint->account;
        $issuedAt = Clock::now();
        $hasRefreshToken = ($fields['refresh_token'] ?? '') !== '';
        try {
            self::check($endpoint, $fields);
            return TokenSet::fromRecord([
                'provider' => $endpoint->provider,
                'host' => Hosts::findApiHost($endpoint, $tokenHost, $fields),
                'accessToken' => $fields['access_token'] ?? null,
                // RFC 6749, section 6: without a new refresh token, the old one stays.
                'refreshToken' => $fields['refresh_token'] ?? $grant['refresh_token'] ?? null,
                'issuedAt' => $issuedAt,
                'expiresAt' => self::end($issuedAt, $fields, 'expires_in', $endpoint->lifetimes['accessToken'] ?? null),
                'refreshExpiresAt' => self::end(
                    $issuedAt,
                    $fields,
                    'refresh_token_expires_in',
                    $hasRefreshToken ? $endpoint->lifetimes['refreshToken'] ?? null : null,
                ),
                'account' => is_array($account) && !isset($account['url'])
                    ? Json::textAt($fields, $account['id'])
                    : null,
            ]);
        } catch (CallbackError | \InvalidArgumentException $error) {
            // A host that is none of the provider's, in our own words.
            $reason = $error instanceof CallbackError ? $error->getMessage() : 'The answer holds no tokens';
            throw new TokenError('invalid_response', $tokenHost, $status, reason: $reason);
        }
    }

    /** @param array<mixed> $fields */
    private static function check(TokenEndpoint $endpoint, #[\SensitiveParameter] array $fields): void
    {
        $isUntyped = !array_key_exists('token_type', $fields) && $endpoint->omitsTokenType;
        $type = $fields['token_type'] ?? null;
        // RFC 6749, section 7.1: a token of an unknown type is not to be used.
        if (!$isUntyped && !(is_string($type) && strtolower($type) === 'bearer')) {
            throw new \InvalidArgumentException('No bearer token.');
        }
        foreach ($endpoint->requiredFields as $name) {
            if (!array_key_exists($name, $fields)) {
                throw new \InvalidArgumentException("No $name.");
            }
        }
    }

    /**
     * When a lifetime ends, in ms since the epoch.
     *
     * @param array<mixed> $fields
     */
    private static function end(
        int $issuedAt,
        #[\SensitiveParameter] array $fields,
        string $name,
        ?int $default,
    ): float|null {
        $seconds = array_key_exists($name, $fields) ? $fields[$name] ?? 0 : $default;
        if ($seconds === null) {
            return null;
        }
        return is_numeric($seconds)
            ? floor($issuedAt + (float) $seconds * 1000)
            : throw new \InvalidArgumentException("No $name.");
    }
}
