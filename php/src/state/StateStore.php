<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Keeps states until they are used. All processes that may receive the redirect, or the secrets, must see the same
 * ones.
 */
interface StateStore
{
    /** How long an expired state is kept, in ms, to tell it from an unknown one. */
    public const KEPT = 60 * 60_000;

    /** How many states a session can have: that many pages a visitor may have open at once. */
    public const OWN = 20;

    /**
     * Keeps a new state. It may be forgotten at any time after it expires.
     *
     * Visitors can ask for any number: keep the newest 20 of a session, so that no session pushes out the states of
     * another.
     *
     * @param int $now the time, in ms since the epoch; what has expired by then can go
     */
    public function add(string $digest, StateRecord $record, int $now): void;

    /** Finds a state, used and expired ones included, as long as they are kept. */
    public function get(string $digest): ?StateRecord;

    /** Marks a state as used. Atomic: of all callers, in all processes, one gets `true`. */
    public function use(string $digest): bool;
}
