<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Keeps the secrets of new integrations until the visitor comes with the redirect. All processes that may receive
 * either must see the same ones.
 */
interface SecretsStore
{
    /** How much longer than its state a delivery is kept, in ms: the visitor may come at the last moment, and wait. */
    public const KEPT = 60_000;

    /**
     * Keeps the first delivery for a state, and refuses any other while the state is good, even after the first was
     * collected. Atomic: of all callers, in all processes, one gets `true`.
     *
     * A visitor knows their own states, and can deliver anything for each: count by owner, so that nobody pushes out
     * the deliveries of others.
     *
     * @param string $digest of the state
     * @param array{clientId: string, clientSecret: string} $credentials
     * @param CurrentState $state its owner, and how much longer it is good
     */
    public function deliver(string $digest, #[\SensitiveParameter] array $credentials, CurrentState $state): bool;

    /**
     * Hands over the delivery, once, and forgets the secret.
     *
     * @return ?array{clientId: string, clientSecret: string}
     */
    public function collect(string $digest): ?array;
}
