<?php

declare(strict_types=1);

namespace CrmOauth;

/** The record of a state. It does not hold the state itself, whose digest is its key. */
final class StateRecord
{
    /**
     * @param string $session digest of the session that asked for the state
     * @param int $expires when the state expires, in ms since the epoch
     * @param ?string $client digest of the client that the state was issued for, if it was for one
     * @param ?string $data further data of the attempt, for the server that issued the state; it may be secret
     */
    public function __construct(
        public readonly string $session,
        public readonly int $expires,
        public readonly bool $isUsed = false,
        public readonly ?string $client = null,
        #[\SensitiveParameter] public readonly ?string $data = null,
    ) {
    }
}
