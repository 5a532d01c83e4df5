<?php

declare(strict_types=1);

namespace CrmOauth;

/** JSON Web Tokens in compact form (RFC 7519, section 3). */
final class Jwt
{
    private const SHAPE = '~^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$~D';

    /**
     * Reads the claims without a look at the signature: of a token that the CRM itself has given, over TLS.
     *
     * @return array<mixed>
     */
    public static function readClaims(#[\SensitiveParameter] string $token): array
    {
        return preg_match(self::SHAPE, $token, $parts) === 1 ? self::decode($parts[2]) : [];
    }

    /**
     * Reads the claims of a token that is signed with HMAC-SHA256. No other algorithm counts, whatever the header
     * says (RFC 8725, section 3.1).
     *
     * @param string $secret an empty one is no key: everybody knows it
     * @return array<mixed>|null null for any other token
     */
    public static function verifyClaims(
        #[\SensitiveParameter] string $token,
        #[\SensitiveParameter] string $secret,
    ): ?array {
        if ($secret === '' || preg_match(self::SHAPE, $token, $parts) !== 1) {
            return null;
        }
        [, $header, $payload, $signature] = $parts;
        if ((self::decode($header)['alg'] ?? null) !== 'HS256') {
            return null;
        }
        $expected = Crypto::base64url(Crypto::hmac($secret, "$header.$payload"));
        return hash_equals($expected, $signature) ? self::decode($payload) : null;
    }

    /** @return array<mixed> */
    private static function decode(#[\SensitiveParameter] string $part): array
    {
        $value = Json::parse(Crypto::fromBase64($part));
        return is_array($value) ? $value : [];
    }
}
