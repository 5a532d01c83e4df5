<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * The tokens of one account (RFC 6749, section 5.1). They are bearer tokens: whoever reads one may use it. So only
 * code that asks for them by name gets them; dumps, loggers, string conversions and `json_encode()` get `[TokenSet
 * acme.kommo.com]`. To store them, use `toRecord()`.
 *
 * A token from elsewhere, such as a long-lived one of Kommo's, is a record without a refresh token, and perhaps
 * without an end.
 */
final class TokenSet extends Redacted
{
    /**
     * @param string $provider name of the provider, such as `kommo`
     * @param string $host of the API that the tokens are for: one that the provider's definition names
     * @param int $issuedAt when the tokens were received, in ms since the epoch
     * @param int|null $expiresAt when the access token expires, in ms since the epoch; null if the provider has not
     *   said so
     * @param int|null $refreshExpiresAt when the refresh token expires, in ms since the epoch: as the response says
     *   (`refresh_token_expires_in`), or the vendor's documents. Null if neither does, or if there is none
     * @param string|null $account the vendor's id of the account, if the token response has told it
     */
    private function __construct(
        public readonly string $provider,
        public readonly string $host,
        public readonly int $issuedAt,
        public readonly ?int $expiresAt,
        public readonly ?int $refreshExpiresAt,
        public readonly ?string $account,
    ) {
    }

    /**
     * Makes tokens of a record: what `toRecord()` gave, or a token from elsewhere. Null counts as absent.
     *
     * @param array<string, mixed> $record host, accessToken, issuedAt; and, where they are known, provider (default
     *   `kommo`), refreshToken, expiresAt, refreshExpiresAt, account
     * @throws \InvalidArgumentException for an incomplete record
     * @throws CallbackError `invalid_referer` or `invalid_host` if the host is not one of the provider's
     */
    public static function fromRecord(#[\SensitiveParameter] array $record): self
    {
        $provider = $record['provider'] ?? 'kommo';
        $accessToken = $record['accessToken'] ?? null;
        $refreshToken = $record['refreshToken'] ?? null;
        $account = $record['account'] ?? null;
        $isWhole = is_string($provider)
            && self::isToken($accessToken)
            && ($refreshToken === null || self::isToken($refreshToken))
            && ($account === null || is_string($account));
        $issuedAt = self::time($record['issuedAt'] ?? null);
        if (!$isWhole || $issuedAt === null) {
            throw self::incomplete();
        }
        $refreshExpiresAt = self::time($record['refreshExpiresAt'] ?? null);
        $tokens = new self(
            $provider,
            self::checkHost(TokenEndpoints::get($provider), $record['host'] ?? null),
            $issuedAt,
            self::time($record['expiresAt'] ?? null),
            $refreshToken === null ? null : $refreshExpiresAt,
            $account,
        );
        $tokens->keep(['accessToken' => $accessToken, 'refreshToken' => $refreshToken]);
        return $tokens;
    }

    /** For the header: `Authorization: Bearer …` (RFC 6750), at Zoho `Zoho-oauthtoken …`. */
    public function accessToken(): string
    {
        return $this->kept('accessToken');
    }

    /** Null if the provider has given none. */
    public function refreshToken(): ?string
    {
        return $this->kept('refreshToken');
    }

    /**
     * Gives everything, secrets included, as plain data: for storage, and only for that.
     *
     * @return array<string, string|int>
     */
    public function toRecord(): array
    {
        $isKnown = static fn (string|int|null $value): bool => $value !== null && $value !== '';
        return array_filter([
            'provider' => $this->provider,
            'host' => $this->host,
            'accessToken' => $this->accessToken(),
            'refreshToken' => $this->refreshToken(),
            'issuedAt' => $this->issuedAt,
            'expiresAt' => $this->expiresAt,
            'refreshExpiresAt' => $this->refreshExpiresAt,
            'account' => $this->account,
        ], $isKnown);
    }

    public function __toString(): string
    {
        return "[TokenSet $this->host]";
    }

    /** Whether it can go into a header (RFC 6750, section 2.1). */
    private static function isToken(#[\SensitiveParameter] mixed $token): bool
    {
        return is_string($token) && preg_match('~^[\x21-\x7e]+$~D', $token) === 1;
    }

    /** A time of a record, in ms since the epoch. */
    private static function time(mixed $time): ?int
    {
        $isTime = is_int($time) || (is_float($time) && abs($time) <= 8.64e15);
        return $isTime ? (int) $time : ($time === null ? null : throw self::incomplete());
    }

    /**
     * Checks the host of a record against the catalogue. The hosts of a definition of the site's own are known to its
     * `Client` alone, which checks them before any request; here it is enough that the text is a host.
     */
    private static function checkHost(?TokenEndpoint $endpoint, mixed $host): string
    {
        if ($endpoint !== null && $endpoint->provider !== 'oauth2') {
            return Hosts::checkApiHost($endpoint, $host);
        }
        $parsed = is_string($host) ? Url::parse("https://$host")?->host : null;
        return $parsed !== null && in_array($host, [$parsed, "$parsed:443"], true)
            ? $host
            : throw new CallbackError('invalid_host', 'The record holds no host.');
    }

    private static function incomplete(): \InvalidArgumentException
    {
        return new \InvalidArgumentException('This is no record of tokens. Store what toRecord() gives.');
    }
}
