<?php

declare(strict_types=1);

namespace CrmOauth;

/** Digests, signatures and random texts, in the alphabet of URLs. */
final class Crypto
{
    /**
     * SHA-256 of a text, as base64url. Stores are searched by digest, so neither the time of a lookup nor the store
     * itself gives the text away.
     */
    public static function digest(#[\SensitiveParameter] string $text): string
    {
        return self::base64url(hash('sha256', $text, true));
    }

    /** HMAC-SHA256 of a text under a key (RFC 2104), as 32 bytes. */
    public static function hmac(#[\SensitiveParameter] string $key, #[\SensitiveParameter] string $text): string
    {
        return hash_hmac('sha256', $text, $key, true);
    }

    /** Gives 128 random bits as 22 characters that need no escaping in a URL or a cookie. */
    public static function randomText(): string
    {
        return self::base64url(random_bytes(16));
    }

    /** Encodes bytes as base64url without padding (RFC 4648, section 5). */
    public static function base64url(#[\SensitiveParameter] string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }

    /**
     * Decodes base64, of either alphabet (RFC 4648, sections 4 and 5), with padding or without; null for any other
     * text.
     */
    public static function fromBase64(#[\SensitiveParameter] string $text): ?string
    {
        $plain = strtr($text, '-_', '+/');
        // PHP's decoder skips white space, even a strict one.
        if (preg_match('~^[A-Za-z0-9+/]*={0,2}$~D', $plain) !== 1) {
            return null;
        }
        $bytes = base64_decode($plain, true);
        return $bytes === false ? null : $bytes;
    }
}
