<?php

declare(strict_types=1);

namespace CrmOauth;

/** Keeps states in a database. A session has 20 of them, and the oldest goes. */
final class PdoStates implements StateStore
{
    public function __construct(
        private readonly Database $database,
        private readonly string $table,
        private readonly Sealing $sealing,
    ) {
    }

    public function add(string $digest, StateRecord $record, int $now): void
    {
        $this->database->change("DELETE FROM $this->table WHERE expires < ?", [$now - self::KEPT]);
        $this->database->insert($this->table, [
            'digest' => $digest,
            'session' => $record->session,
            'client' => $record->client,
            'expires' => $record->expires,
            'is_used' => 0,
            'data' => $record->data === null ? null : $this->sealing->seal($record->data, [$this->table, $digest]),
        ]);
        Newest::keep($this->database, $this->table, 'session', $record->session);
    }

    public function get(string $digest): ?StateRecord
    {
        $row = $this->database->rows("SELECT * FROM $this->table WHERE digest = ?", [$digest])[0] ?? null;
        return $row === null ? null : new StateRecord(
            session: $row['session'],
            expires: (int) $row['expires'],
            isUsed: (int) $row['is_used'] === 1,
            client: $row['client'],
            data: $row['data'] === null ? null : $this->sealing->open($row['data'], [$this->table, $digest]),
        );
    }

    public function use(string $digest): bool
    {
        $sql = "UPDATE $this->table SET is_used = 1 WHERE digest = ? AND is_used = 0";
        return $this->database->change($sql, [$digest]) === 1;
    }
}
