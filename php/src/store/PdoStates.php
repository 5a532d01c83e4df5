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

    public function add(string $digest, StateRecord $record): void
    {
        ['data' => $data, 'session' => $session] = get_object_vars($record);
        $this->database->change("DELETE FROM $this->table WHERE expires < ?", [Clock::now() - self::KEPT]);
        $this->database->insert($this->table, [
            'digest' => $digest,
            'session' => $session,
            'client' => $record->client,
            'expires' => $record->expires,
            'is_used' => 0,
            'data' => $data === null ? null : $this->sealing->seal($data, [$this->table, $digest]),
        ]);
        Newest::keep($this->database, $this->table, 'session', $session);
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
