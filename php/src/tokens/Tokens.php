<?php

declare(strict_types=1);

namespace CrmOauth;

/** What a back end does with tokens: gets, refreshes and revokes them. */
final class Tokens
{
    /** How long an access token has to be good for by default, in ms. */
    private const LEEWAY = 5 * 60_000;

    /**
     * Exchanges an authorization code for tokens. A code works once, so there is no second try: after a `timeout` the
     * person has to connect again.
     *
     * @param AuthorizationResponse $response its host is checked once more
     * @throws CallbackError before any request: `invalid_referer` or `invalid_host` if the host is not one of the
     *   provider's; `invalid_response` for a malformed verifier
     * @throws \InvalidArgumentException before any request: if a verifier is missing that the client or the provider
     *   needs, or the provider takes none
     * @throws TokenError
     * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
     * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.5
     */
    public static function exchangeCode(
        Client $client,
        AuthorizationResponse $response,
        RequestOptions $options = new RequestOptions(),
    ): TokenSet {
        $provider = $client->tokenEndpoint->provider;
        $pkce = $client->tokenEndpoint->pkce;
        $verifier = $options->codeVerifier;
        if ($verifier === null) {
            if ($pkce === 'must') {
                throw new \InvalidArgumentException("$provider asks for PKCE: pass codeVerifier.");
            }
            // RFC 9700, section 2.1.1.
            if ($client->authentication() === 'none') {
                throw new \InvalidArgumentException('A client without a secret uses PKCE: pass codeVerifier.');
            }
        } elseif ($pkce === 'never') {
            throw new \InvalidArgumentException("$provider takes no code verifier: leave codeVerifier out.");
        } elseif (preg_match('~^[A-Za-z0-9_.\~-]{43,128}$~D', $verifier) !== 1) {
            throw new CallbackError('invalid_response', 'The code verifier is not well-formed.');
        }
        $proof = $verifier === null ? [] : ['code_verifier' => $verifier];
        $grant = ['grant_type' => 'authorization_code', 'code' => $response->code, ...$proof];
        return TokenRequest::send($client, $response->host, $grant, $options);
    }

    /**
     * Exchanges a refresh token for new tokens; keep them before using them.
     *
     * Kommo and amoCRM keep the old refresh token valid until the new one is first used. So a lost answer does no
     * harm there, and if none came, the request is sent once more; never after an answer, and never to another
     * provider.
     *
     * @throws TokenError `invalid_grant` if the person has to connect again: the token has expired, the integration
     *   was disconnected, or there is no refresh token
     * @throws CallbackError `invalid_referer` or `invalid_host` if the tokens are not of the client's provider,
     *   before any request
     * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
     */
    public static function refresh(
        Client $client,
        TokenSet $tokens,
        RequestOptions $options = new RequestOptions(),
    ): TokenSet {
        $refreshToken = $tokens->refreshToken();
        if ($refreshToken === null) {
            throw new TokenError('invalid_grant', $tokens->host, reason: 'There is no refresh token');
        }
        $host = Hosts::tokenHostOf($client->tokenEndpoint, $tokens->host);
        $grant = ['grant_type' => 'refresh_token', 'refresh_token' => $refreshToken];
        try {
            $refreshed = TokenRequest::send($client, $host, $grant, $options);
        } catch (TokenError $error) {
            if (!$error->isTransport() || !$client->tokenEndpoint->keepsOldRefreshToken) {
                throw $error;
            }
            $refreshed = TokenRequest::send($client, $host, $grant, $options);
        }
        // A refresh token that stays (RFC 6749, section 6) ends when it would have.
        $stays = $refreshed->refreshExpiresAt === null && $refreshed->refreshToken() === $refreshToken;
        return $stays
            ? TokenSet::fromRecord(['refreshExpiresAt' => $tokens->refreshExpiresAt] + $refreshed->toRecord())
            : $refreshed;
    }

    /**
     * Whether tokens are good for a request to the API. Without a refresh token, they are until they expire.
     *
     * @param int|null $leeway how long the access token has to be good for, in ms. Default 5 minutes
     * @param string|null $refused an access token that the API has refused with 401
     */
    public static function isFresh(
        TokenSet $tokens,
        ?int $leeway = null,
        #[\SensitiveParameter] ?string $refused = null,
    ): bool {
        $needed = $tokens->refreshToken() === null ? 0 : $leeway ?? self::LEEWAY;
        return $tokens->accessToken() !== $refused
            && ($tokens->expiresAt === null || $tokens->expiresAt > Clock::now() + $needed);
    }

    /**
     * Ends a grant at the CRM, with all of its tokens, where the CRM has a way. Remove the tokens from your store in
     * any case.
     *
     * @return bool whether the grant has ended, also if it had before; false if only the person can end it, at the
     *   CRM
     * @throws TokenError if the CRM did not do it
     * @throws CallbackError if the tokens are not of the client's provider, before any request
     * @see https://www.rfc-editor.org/rfc/rfc7009#section-2
     */
    public static function revoke(
        Client $client,
        TokenSet $tokens,
        RequestOptions $options = new RequestOptions(),
    ): bool {
        $revocation = $client->tokenEndpoint->revocation;
        if ($revocation === null) {
            return false;
        }
        $host = Hosts::tokenHostOf($client->tokenEndpoint, $tokens->host);
        $shown = array_filter([$tokens->accessToken(), $tokens->refreshToken()]);
        $isBearer = $revocation['by'] === 'bearer';
        // A revoked refresh token takes the access tokens with it (RFC 7009, section 2.1).
        $fields = ['token' => end($shown)];
        ['status' => $status, 'text' => $text] = $isBearer
            ? Api::call($client, $tokens, $revocation['url'], $options, $revocation['method'] ?? 'POST')
            : ClientRequest::send($client, $host, $revocation['url'], $fields, $options);
        $body = Json::parse($text);
        // A token that is not good any more: the grant has ended.
        $isGone = ($status === 401 && $isBearer) || Json::textAt($body, 'error') === 'invalid_token';
        if ($isGone || ($status >= 200 && $status < 300)) {
            return true;
        }
        $secrets = [...ClientRequest::shownSecrets($client, $host), ...array_values($shown)];
        throw TokenRefusal::read($client->tokenEndpoint, $host, $status, $body, $secrets);
    }
}
