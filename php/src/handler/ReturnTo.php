<?php

declare(strict_types=1);

namespace CrmOauth;

/** Where the visitor goes on to. */
final class ReturnTo
{
    /**
     * Gives the path, query and fragment of a URL if it is one of this site; anything else would make an open
     * redirector of the callback (RFC 9700, section 4.11).
     *
     * Browsers take a backslash for a slash, drop tabs and line breaks, and pass over spaces in front: what has any of
     * these is refused.
     *
     * @param string $redirectUri of a client, whose origin is this site's
     * @param string $given from outside: absolute, or from its path, query or fragment on
     */
    public static function pathAt(string $redirectUri, string $given): ?string
    {
        if (preg_match('/[\x00-\x20\x7f\\\\]/', $given) || !preg_match('//u', $given)) {
            return null;
        }
        $path = $given;
        if (preg_match('~^https?://~', $given)) {
            $origin = Url::parse($redirectUri)?->origin() ?? '';
            if ($origin === '' || !str_starts_with($given, $origin)) {
                return null;
            }
            $path = substr($given, strlen($origin));
        } elseif ($path === '' || str_starts_with($path, '//')) {
            return null;
        }
        // Anything else behind the origin is a part of another host's name, or a port, or credentials.
        if (!preg_match('~^(?:[/?#]|$)~D', $path)) {
            return null;
        }
        $length = strcspn($path, '?#');
        return self::normalized(substr($path, 0, $length)) . self::escaped(substr($path, $length));
    }

    /**
     * Takes dot segments away (RFC 3986, section 5.2.4), written out or escaped, and all slashes in front but one:
     * without its origin, a path with two slashes would name a host. `/a/..//evil.example` is one.
     */
    private static function normalized(string $path): string
    {
        $kept = [];
        foreach (explode('/', $path) as $segment) {
            $plain = str_ireplace('%2e', '.', $segment);
            $isDots = $plain === '.' || $plain === '..';
            if ($plain === '..') {
                array_pop($kept);
            }
            if (!$isDots) {
                $kept[] = $segment;
            }
        }
        if ($isDots) {
            $kept[] = '';
        }
        return '/' . ltrim(self::escaped(implode('/', $kept)), '/');
    }

    /** Escapes what browsers would escape. */
    private static function escaped(string $text): string
    {
        $escape = static fn (array $found): string => rawurlencode($found[0]);
        return preg_replace_callback('/[^\x21-\x7e]|["<>`]/', $escape, $text) ?? '';
    }
}
