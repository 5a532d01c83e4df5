<?php

declare(strict_types=1);

namespace CrmOauth;

/** Keeps states in memory. A session has 20 of them, and the oldest goes. */
final class MemoryStates implements StateStore
{
    /** @var array<string, StateRecord> by digest */
    private array $records = [];

    public function add(string $digest, StateRecord $record, int $now): void
    {
        $oldest = $now - self::KEPT;
        $this->records = array_filter($this->records, fn (StateRecord $each) => $each->expires >= $oldest);
        $this->records[$digest] = $record;
        $own = array_filter($this->records, fn (StateRecord $each) => $each->session === $record->session);
        uasort($own, fn (StateRecord $a, StateRecord $b) => $b->expires <=> $a->expires);
        $this->records = array_diff_key($this->records, array_slice($own, self::OWN, null, true));
    }

    public function get(string $digest): ?StateRecord
    {
        return $this->records[$digest] ?? null;
    }

    public function use(string $digest): bool
    {
        $record = $this->records[$digest] ?? null;
        if ($record === null || $record->isUsed) {
            return false;
        }
        $this->records[$digest] = new StateRecord(...['isUsed' => true] + get_object_vars($record));
        return true;
    }
}
