<?php

declare(strict_types=1);

namespace CrmOauth;

/** Keeps secrets in memory until they are collected. An owner has 20 of them, and the oldest goes. */
final class MemorySecrets implements SecretsStore
{
    /**
     * @var array<string, array{owner: string, expires: int, credentials: ?array{clientId: string, clientSecret:
     *   string}}> by digest; without credentials once they were collected
     */
    private array $deliveries = [];

    public function deliver(string $digest, #[\SensitiveParameter] array $credentials, CurrentState $state): bool
    {
        $now = Clock::now();
        $isKept = fn (array $each): bool => $each['expires'] >= $now - self::KEPT;
        $this->deliveries = array_filter($this->deliveries, $isKept);
        if (isset($this->deliveries[$digest])) {
            return false;
        }
        $expires = $now + $state->remaining;
        $this->deliveries[$digest] = ['owner' => $state->owner, 'expires' => $expires, 'credentials' => $credentials];
        $own = array_filter($this->deliveries, fn (array $each) => $each['owner'] === $state->owner);
        uasort($own, fn (array $a, array $b) => $b['expires'] <=> $a['expires']);
        $this->deliveries = array_diff_key($this->deliveries, array_slice($own, StateStore::OWN, null, true));
        return true;
    }

    public function collect(string $digest): ?array
    {
        $credentials = $this->deliveries[$digest]['credentials'] ?? null;
        if ($credentials !== null) {
            $this->deliveries[$digest]['credentials'] = null;
        }
        return $credentials;
    }
}
