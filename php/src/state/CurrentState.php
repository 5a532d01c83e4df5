<?php

declare(strict_types=1);

namespace CrmOauth;

/** A state that was issued here and has not expired, used or not. */
final class CurrentState
{
    /**
     * @param string $owner the digest of the session that it was issued to
     * @param int $remaining how much longer it is good, in ms
     */
    public function __construct(public readonly string $owner, public readonly int $remaining)
    {
    }
}
