<?php

declare(strict_types=1);

namespace CrmOauth;

/** The clock of everything that expires. */
final class Clock
{
    /** The time, in ms since the epoch. */
    public static function now(): int
    {
        return (int) (microtime(true) * 1000);
    }
}
