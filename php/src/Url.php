<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * An absolute http(s) URL without credentials, as it is written in a configuration: no two parsers read it
 * differently.
 */
final class Url
{
    private const PATTERN = '~^(https?)://((?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?'
        . '(/[!$-;=@-Z_a-z\~%]*)?(\?[!$-;=?@-Z_a-z\~%\[\]{}]*)?(#.*)?$~iD';

    /** Loopback addresses (RFC 8252, section 8.3). */
    private const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

    private function __construct(
        public readonly string $scheme,
        /** With the port, unless it is that of the scheme. */
        public readonly string $host,
        public readonly string $path,
        /** With its question mark, or empty. */
        public readonly string $query,
        private readonly string $name,
    ) {
    }

    /** Parses such a URL; gives null for anything else. */
    public static function parse(string $text): ?self
    {
        if (preg_match(self::PATTERN, $text, $parts) !== 1) {
            return null;
        }
        [, $scheme, $name] = array_map('strtolower', $parts);
        $port = $parts[3] ?? '';
        $isDefault = $port === '' || (int) $port === ['http' => 80, 'https' => 443][$scheme];
        $host = $isDefault ? $name : "$name:" . (int) $port;
        return new self($scheme, $host, ($parts[4] ?? '') ?: '/', $parts[5] ?? '', $name);
    }

    /**
     * Parses a URL that must be https, or http on a loopback host, for development.
     *
     * @param string $name the option, for the error
     * @throws \InvalidArgumentException for any other URL, and for one with credentials:
     *   `http://localhost:x@evil.example` is no loopback host
     */
    public static function secure(string $name, string $text): self
    {
        $url = self::parse($text);
        if ($url !== null && ($url->scheme === 'https' || $url->isLoopback())) {
            return $url;
        }
        // Keep credentials out of the log; the host follows them.
        $shown = preg_replace('~.*@~s', '', $text);
        throw new \InvalidArgumentException("$name must be a full https URL without credentials, not \"$shown\".");
    }

    public function isLoopback(): bool
    {
        return in_array($this->name, self::LOOPBACK, true);
    }

    public function origin(): string
    {
        return "$this->scheme://$this->host";
    }

    public function __toString(): string
    {
        return $this->origin() . $this->path . $this->query;
    }
}
