<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Seals what must not be read by whoever gets hold of a database, its backups included: XChaCha20-Poly1305 under a
 * fresh nonce, for one row alone.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha-03
 */
final class Sealing extends Redacted
{
    private const NONCE = 24;

    private static bool $isTold = false;

    private readonly ?string $first;

    /**
     * @param list<string> $keys 32 random bytes each, in base64: `openssl rand -base64 32`. The first one seals, and
     *   every one opens: to change the key, put a new one in front, and take the old one away once all rows were
     *   written anew. Rows from before there was a key are read as they are. Without any, whoever reads the database
     *   can use the tokens; the error log says so
     * @throws \InvalidArgumentException for a key that has not 32 bytes
     * @throws \RuntimeException for keys where libsodium is missing
     */
    public function __construct(#[\SensitiveParameter] array $keys)
    {
        if ($keys !== [] && !function_exists('sodium_crypto_aead_xchacha20poly1305_ietf_encrypt')) {
            throw new \RuntimeException(
                'There are keys, but no libsodium to seal with: install the PHP extension sodium.'
            );
        }
        $byId = [];
        foreach ($keys as $key) {
            $bytes = is_string($key) ? Crypto::fromBase64($key) : null;
            if ($bytes === null || strlen($bytes) !== 32) {
                throw new \InvalidArgumentException(
                    'Each of keys has to be 32 random bytes in base64: openssl rand -base64 32'
                );
            }
            $byId[self::idOf($bytes)] = $bytes;
        }
        $this->first = $keys === [] ? null : (string) array_key_first($byId);
        $this->keep($byId);
    }

    /**
     * Seals a text.
     *
     * @param list<string> $context the row that it belongs to: moved to another one, it does not open
     */
    public function seal(#[\SensitiveParameter] string $text, array $context): string
    {
        if ($this->first === null) {
            self::warn();
            return $text;
        }
        $nonce = random_bytes(self::NONCE);
        $sealed = sodium_crypto_aead_xchacha20poly1305_ietf_encrypt(
            $text,
            self::join($context),
            $nonce,
            $this->kept($this->first),
        );
        return "sealed:$this->first:" . Crypto::base64url($nonce . $sealed);
    }

    /**
     * Opens what `seal()` gave.
     *
     * @param list<string> $context
     * @throws \RuntimeException if no key fits, or the text was changed, or moved here from another row
     */
    public function open(string $text, array $context): string
    {
        if (preg_match('/^sealed:([\w-]{8}):([\w-]+)$/D', $text, $parts) !== 1) {
            return $text;
        }
        [, $id, $sealed] = $parts;
        $key = $this->kept($id) ?? throw new \RuntimeException(
            "A row was sealed with a key that is not among keys ($id)."
        );
        $bytes = Crypto::fromBase64($sealed) ?? '';
        $opened = strlen($bytes) < self::NONCE ? false : sodium_crypto_aead_xchacha20poly1305_ietf_decrypt(
            substr($bytes, self::NONCE),
            self::join($context),
            substr($bytes, 0, self::NONCE),
            $key,
        );
        return $opened !== false ? $opened : throw new \RuntimeException(
            'A sealed row does not open: it was changed, or moved here from another row.'
        );
    }

    public function __toString(): string
    {
        return '[Sealing]';
    }

    /** Names a key in front of what it has sealed. It tells nothing about the key. */
    private static function idOf(#[\SensitiveParameter] string $key): string
    {
        return substr(Crypto::digest($key), 0, 8);
    }

    /**
     * With the length of each, since no two lists may give the same text.
     *
     * @param list<string> $context
     */
    private static function join(array $context): string
    {
        return implode('', array_map(fn (string $part) => strlen($part) . ":$part", $context));
    }

    /** Not as an error of PHP, which frameworks make an exception of. */
    private static function warn(): void
    {
        if (self::$isTold) {
            return;
        }
        self::$isTold = true;
        error_log(
            'crm-oauth-button: the store keeps tokens and secrets as they are. Give it keys: [getenv(\'CRM_KEY\')], ' .
            'made with `openssl rand -base64 32`.'
        );
    }
}
