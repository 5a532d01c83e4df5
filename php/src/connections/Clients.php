<?php

declare(strict_types=1);

namespace CrmOauth;

/** The clients of a handler, by the name that stands in their routes. */
final class Clients
{
    /** @var array<string, Client|ExternalIntegration> */
    private readonly array $byName;

    /**
     * @param list<Client|ExternalIntegration> $all
     * @param string $basePath of the handler, such as `/crm`
     * @throws \InvalidArgumentException for two clients of one name, for a name that is none, and for a redirect URI
     *   that is not a route of the handler
     */
    public function __construct(public readonly array $all, string $basePath)
    {
        $byName = [];
        foreach ($all as $client) {
            $name = $client->name;
            if (preg_match('/^[a-z0-9][a-z0-9_-]{0,63}$/D', $name) !== 1) {
                throw new \InvalidArgumentException(
                    "The name of a client stands in URLs: use a-z, 0-9, \"-\" and \"_\", not $name."
                );
            }
            self::checkRedirectUri($client, $basePath);
            // With a mark in front: PHP turns the key "12" into a number.
            $byName["name:$name"] = $client;
        }
        if (count($byName) < count($all)) {
            throw new \InvalidArgumentException(
                'Two clients have the same name: give one of them a name of its own.'
            );
        }
        $this->byName = $byName;
    }

    public function get(string $name): Client|ExternalIntegration|null
    {
        return $this->byName["name:$name"] ?? null;
    }

    /**
     * Finds the client of a connection.
     *
     * @throws \InvalidArgumentException for a connection of a client that the handler does not have any more
     */
    public function of(ConnectionRecord $record): Client
    {
        $client = $this->get($record->client);
        if ($client instanceof Client) {
            return $client;
        }
        if ($client !== null && $record->credentials !== null) {
            return $client->clientOf($record->credentials);
        }
        throw new \InvalidArgumentException(
            "The connection is of the client {$record->client}, which is not among clients."
        );
    }

    /** Another path may stand in front of it, where a proxy takes one away. */
    private static function checkRedirectUri(Client|ExternalIntegration $client, string $basePath): void
    {
        $name = $client->name;
        $path = parse_url($client->redirectUri, PHP_URL_PATH);
        foreach (["$basePath/callback/$name", "$basePath/installed/$name"] as $route) {
            if (is_string($path) && str_ends_with($path, $route)) {
                return;
            }
        }
        throw new \InvalidArgumentException(
            "The redirectUri of $name must end in $basePath/callback/$name, not be {$client->redirectUri}: " .
            'register that one, or set name or basePath.'
        );
    }
}
