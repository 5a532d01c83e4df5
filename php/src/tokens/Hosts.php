<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Which hosts get the client secret, and which ones a token. Anybody can write anything into a query: unchecked,
 * `referer=evil.example` would hand the secret to a stranger, and `referer=127.0.0.1` would make a server call its
 * own network.
 */
final class Hosts
{
    /** A DNS name in lower case: no port, no credentials, no address of a machine, no letter of another script. */
    private const DNS_NAME = '~^([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62}$~D';

    /**
     * Looks a host up among those that may get the client secret.
     *
     * @param mixed $given the host of a response or a record, not trusted; of a response, `https://` in front is
     *   taken off
     * @throws CallbackError for any other host: `invalid_host`, or the code of the parameter that named it,
     *   `invalid_referer`
     */
    public static function checkHost(TokenEndpoint $endpoint, mixed $given): string
    {
        $hosts = $endpoint->hosts;
        $text = is_string($given) ? $given : '';
        if (isset($hosts['pattern'])) {
            $host = preg_replace('~^https://~', '', $text);
            if (self::matches($hosts['pattern'], $host)) {
                return $host;
            }
            $parameter = $hosts['parameter'];
            throw new CallbackError("invalid_$parameter", "The $parameter is no account of $endpoint->vendor.");
        }
        if (in_array($text, $hosts['table'] ?? $hosts, true)) {
            return $text;
        }
        throw new CallbackError('invalid_host', "The host is none of $endpoint->vendor.");
    }

    /**
     * Finds the host to which a response belongs: the one that it names, checked, or the provider's own.
     *
     * @param \Closure(string): ?string $parameter gives a parameter of the response
     * @throws CallbackError as `checkHost()`
     */
    public static function findHost(TokenEndpoint $endpoint, \Closure $parameter): string
    {
        $hosts = $endpoint->hosts;
        if (array_is_list($hosts)) {
            return self::checkHost($endpoint, $hosts[0] ?? null);
        }
        $named = $parameter($hosts['parameter']);
        if (isset($hosts['pattern'])) {
            return self::checkHost($endpoint, $named);
        }
        return $hosts['table'][$named ?? array_key_first($hosts['table'])]
            ?? throw new CallbackError(
                "invalid_{$hosts['parameter']}",
                "The {$hosts['parameter']} is none of $endpoint->vendor.",
            );
    }

    /**
     * Finds the host that an access token is for: the one that the token response names, checked, or the provider's
     * own.
     *
     * @param string $tokenHost the host that has answered, checked
     * @param array<mixed> $fields of the token response, not trusted
     * @throws CallbackError `invalid_host` for any other host
     */
    public static function findApiHost(
        TokenEndpoint $endpoint,
        string $tokenHost,
        #[\SensitiveParameter] array $fields,
    ): string {
        $apiHosts = $endpoint->apiHosts ?? [$tokenHost];
        if (isset($apiHosts['pattern'])) {
            $url = $fields[$apiHosts['field']] ?? null;
            // The host as it is written, which no two parsers can read differently.
            preg_match('~^https://([^/?#]+)(?:[/?#]|$)~D', is_string($url) ? $url : '', $found);
            $host = $found[1] ?? '';
            return self::isNamed($apiHosts, $host)
                ? $host
                : throw new CallbackError('invalid_host', "The {$apiHosts['field']} is none of $endpoint->vendor.");
        }
        return self::checkApiHost($endpoint, $apiHosts[array_is_list($apiHosts) ? 0 : $tokenHost] ?? null);
    }

    /**
     * Looks a host up among those that may get an access token.
     *
     * @param mixed $given the host of a record, not trusted
     * @throws CallbackError `invalid_host`, or as `checkHost()` where the API is at the token endpoint's host
     */
    public static function checkApiHost(TokenEndpoint $endpoint, mixed $given): string
    {
        $apiHosts = $endpoint->apiHosts;
        if ($apiHosts === null) {
            return self::checkHost($endpoint, $given);
        }
        $host = is_string($given) ? $given : '';
        $isOurs = isset($apiHosts['pattern'])
            ? self::isNamed($apiHosts, $host)
            : in_array($host, $apiHosts, true);
        return $isOurs ? $host : throw new CallbackError('invalid_host', "The host is none of $endpoint->vendor.");
    }

    /**
     * Finds the token endpoint's host for tokens.
     *
     * @param string $apiHost the host that the tokens are for, not trusted
     * @throws CallbackError as `checkApiHost()`
     */
    public static function tokenHostOf(TokenEndpoint $endpoint, string $apiHost): string
    {
        $checked = self::checkApiHost($endpoint, $apiHost);
        $apiHosts = $endpoint->apiHosts;
        if ($apiHosts === null) {
            return $checked;
        }
        $isTable = !isset($apiHosts['pattern']) && !array_is_list($apiHosts);
        $key = $isTable ? array_search($checked, $apiHosts, true) : null;
        return self::checkHost($endpoint, is_string($key) ? $key : $endpoint->hosts[0] ?? null);
    }

    /**
     * Gives a URL at a host that may get the client secret, or a token.
     *
     * @param string $template with `{host}`
     * @param string $host checked
     * @param string|null $server base URL of a server that stands in for it
     * @throws \InvalidArgumentException for a URL on which the secret could be overheard, and for one at another host
     */
    public static function urlAt(string $template, string $host, ?string $server): string
    {
        $url = Url::secure('The provider’s URL', str_replace('{host}', $host, $template));
        if ($url->host !== $host) {
            throw new \InvalidArgumentException("The provider’s URL must be at $host, not at $url->host.");
        }
        if ($server === null) {
            return (string) $url;
        }
        $base = Url::secure('server', $server);
        return $base->origin() . preg_replace('~/$~D', '', $base->path) . $url->path . $url->query;
    }

    /** Whether a host is a plain DNS name, and matches. */
    private static function matches(string $pattern, string $host): bool
    {
        return preg_match(self::DNS_NAME, $host) === 1 && preg_match($pattern, $host) === 1;
    }

    /** @param array{field: string, pattern: string, further?: list<string>, hasOwnDomains?: bool} $hosts */
    private static function isNamed(array $hosts, string $host): bool
    {
        $pattern = ($hosts['hasOwnDomains'] ?? false) ? '~^.+$~D' : $hosts['pattern'];
        return self::matches($pattern, $host) || in_array($host, $hosts['further'] ?? [], true);
    }
}
