<?php

declare(strict_types=1);

namespace CrmOauth;

/** Who a page inside the CRM says is there, in the CRM's own terms. */
final class OneTimeToken
{
    /** By how much the clocks may differ, in seconds. */
    private const LEEWAY = 60;

    /**
     * @param ?string $id the token's own. Whoever has to act once on each token remembers it for half an hour
     * @param string $account the vendor's id of the account
     * @param string $user the vendor's id of the user
     * @param string $host the account's host, such as `acme.kommo.com`
     * @param bool $isAdmin whether the user is an administrator of the account: only these connect it
     */
    private function __construct(
        public readonly ?string $id,
        public readonly string $account,
        public readonly string $user,
        public readonly string $host,
        public readonly bool $isAdmin,
    ) {
    }

    /**
     * Verifies the token with which a widget's settings page inside Kommo or amoCRM calls your server, in the header
     * `X-Auth-Token`: a JWT under the client secret, good for 30 minutes, for this client, from an account of the
     * CRM's.
     *
     * The page is on the account's origin: answer it with CORS headers for `https://` and that `host`, and no other.
     *
     * @param ?string $token the header
     * @param ?\Closure(): int $now clock in ms since the epoch, for tests
     * @throws CallbackError `invalid_token`
     * @throws \InvalidArgumentException for a client of a provider that has no such tokens
     * @see https://developers.kommo.com/docs/one-time-tokens
     * @see https://www.rfc-editor.org/rfc/rfc8725
     */
    public static function verify(?string $token, Client $client, ?\Closure $now = null): self
    {
        $names = $client->tokenEndpoint->oneTimeToken;
        if ($names === null) {
            throw new \InvalidArgumentException("{$client->tokenEndpoint->provider} has no one-time tokens.");
        }
        $claims = Jwt::verifyClaims($token ?? '', $client->clientSecret() ?? '');
        if ($claims === null) {
            throw self::invalid('It is not signed with the secret of this client.');
        }
        self::checkTime($claims, ($now === null ? Clock::now() : $now()) / 1000);
        if (Json::textAt($claims, $names['client']) !== $client->clientId) {
            throw self::invalid('It is for another client.');
        }
        $aud = $claims['aud'] ?? null;
        $origin = is_string($aud) ? Url::parse($aud)?->origin() : null;
        if ($origin === null || $origin !== Url::parse($client->redirectUri)?->origin()) {
            throw self::invalid('It is for another server.');
        }
        $account = Json::textAt($claims, $names['account']);
        $user = Json::textAt($claims, $names['user']);
        if ($account === null || $user === null) {
            throw self::invalid('It names no account, or no user.');
        }
        $id = $claims['jti'] ?? null;
        $host = self::issuerOf($client->tokenEndpoint, $claims['iss'] ?? null);
        $isAdmin = ($claims[$names['isAdmin']] ?? null) === true;
        return new self(is_string($id) ? $id : null, $account, $user, $host, $isAdmin);
    }

    /** @param array<string, mixed> $claims */
    private static function checkTime(array $claims, float $seconds): void
    {
        $end = $claims['exp'] ?? null;
        if (!(is_int($end) || is_float($end)) || $end <= $seconds - self::LEEWAY) {
            throw self::invalid('It has expired.');
        }
        $start = $claims['nbf'] ?? 0;
        if (!(is_int($start) || is_float($start)) || $start > $seconds + self::LEEWAY) {
            throw self::invalid('It is not good yet.');
        }
    }

    /** The account's host, which is the CRM's; with another one, its page would get the answer. */
    private static function issuerOf(TokenEndpoint $endpoint, mixed $iss): string
    {
        try {
            return Hosts::checkHost($endpoint, is_string($iss) && str_starts_with($iss, 'https://') ? $iss : '');
        } catch (CallbackError) {
            throw self::invalid('It is from no account of the CRM.');
        }
    }

    private static function invalid(string $message): CallbackError
    {
        return new CallbackError('invalid_token', "The one-time token is not accepted. $message");
    }
}
