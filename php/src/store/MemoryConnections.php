<?php

declare(strict_types=1);

namespace CrmOauth;

/** Keeps connections in memory. */
final class MemoryConnections implements ConnectionStore
{
    /** @var array<string, ConnectionRecord> by id */
    private array $records = [];

    public function get(string $id): ?ConnectionRecord
    {
        return $this->records[$id] ?? null;
    }

    public function list(string $user): array
    {
        $own = array_filter($this->records, fn (ConnectionRecord $each) => $each->user === $user);
        usort($own, fn (ConnectionRecord $a, ConnectionRecord $b) => [$a->since, $a->id] <=> [$b->since, $b->id]);
        return $own;
    }

    public function find(string $client, string $account): array
    {
        $isMeant = fn (ConnectionRecord $each): bool => $each->client === $client && $each->account === $account;
        return array_values(array_filter($this->records, $isMeant));
    }

    public function put(ConnectionRecord $record): ConnectionRecord
    {
        foreach ($this->find($record->client, $record->account) as $old) {
            if ($old->user === $record->user) {
                $record = $record->with(id: $old->id, since: $old->since);
            }
        }
        return $this->records[$record->id] = $record;
    }

    public function update(string $id, \Closure $change): ?ConnectionRecord
    {
        $current = $this->get($id);
        if ($current === null) {
            return null;
        }
        $failure = null;
        $changed = null;
        try {
            $changed = $change($current);
        } catch (\Throwable $error) {
            $failure = $error;
        }
        // Replaced or removed meanwhile: the outcome for the older one no longer matters.
        if ($this->get($id) !== $current) {
            return $this->get($id);
        }
        if ($failure !== null) {
            throw $failure;
        }
        if ($changed === false) {
            unset($this->records[$id]);
        } elseif ($changed !== null) {
            $this->records[$id] = $changed->with(id: $id, since: $current->since);
        }
        return $this->get($id);
    }

    public function delete(string $id): void
    {
        unset($this->records[$id]);
    }
}
