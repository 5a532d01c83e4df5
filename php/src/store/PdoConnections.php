<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Keeps connections in a database. While one is being changed its row is locked, where the database can; everywhere, a
 * change counts only if the row is still the one that it began with.
 */
final class PdoConnections implements ConnectionStore
{
    public function __construct(
        private readonly Database $database,
        private readonly string $table,
        private readonly Sealing $sealing,
    ) {
    }

    public function get(string $id): ?ConnectionRecord
    {
        $row = $this->row($id);
        return $row === null ? null : $this->read($row);
    }

    public function list(string $user): array
    {
        return $this->select('user_id = ?', [$user]);
    }

    public function find(string $client, string $account): array
    {
        return $this->select('client = ? AND account = ?', [$client, $account]);
    }

    public function put(ConnectionRecord $record): ConnectionRecord
    {
        $key = [$record->user, $record->client, $record->account];
        $own = 'user_id = ? AND client = ? AND account = ?';
        $update = "UPDATE $this->table SET record = ?, version = version + 1 WHERE id = ? AND $own";
        $text = $this->seal($record);
        // Once more where another process adds or removes the row between two statements.
        for ($turn = 0; $turn < 10; $turn++) {
            [$old] = $this->database->rows("SELECT id, since FROM $this->table WHERE $own", $key) ?: [null];
            if ($old === null && $this->insert($record, $text)) {
                return $record;
            }
            if ($old !== null && $this->database->change($update, [$text, $old['id'], ...$key]) === 1) {
                return $record->with(id: $old['id'], since: (int) $old['since']);
            }
        }
        throw new \RuntimeException('The connection is being added and removed all the time.');
    }

    public function update(string $id, \Closure $change): ?ConnectionRecord
    {
        $failure = null;
        $record = $this->database->locked(function () use ($id, $change, &$failure): ?ConnectionRecord {
            $row = $this->row($id, $this->database->lock());
            if ($row === null) {
                return null;
            }
            $current = $this->read($row);
            $changed = null;
            try {
                $changed = $change($current);
            } catch (\Throwable $error) {
                $failure = $error;
            }
            if ($changed !== null && $this->write($row, $changed)) {
                return $changed === false ? null : $changed->with(id: $id, since: $current->since);
            }
            $again = $this->row($id);
            if ($again === null || $again['version'] !== $row['version']) {
                // Replaced or removed meanwhile: the outcome for the older one no longer matters.
                $failure = null;
            }
            return $again === null ? null : $this->read($again);
        });
        return $failure === null ? $record : throw $failure;
    }

    public function delete(string $id): void
    {
        $this->database->change("DELETE FROM $this->table WHERE id = ?", [$id]);
    }

    private function insert(ConnectionRecord $record, string $text): bool
    {
        return $this->database->insert($this->table, [
            'id' => $record->id,
            'user_id' => $record->user,
            'client' => $record->client,
            'account' => $record->account,
            'since' => $record->since,
            'version' => 1,
            'record' => $text,
        ]);
    }

    /** @return ?array<string, string|int|null> */
    private function row(string $id, string $lock = ''): ?array
    {
        return $this->database->rows("SELECT * FROM $this->table WHERE id = ?$lock", [$id])[0] ?? null;
    }

    /**
     * Writes the outcome of a change, unless somebody else has written meanwhile.
     *
     * @param array<string, string|int|null> $row as it was
     */
    private function write(array $row, ConnectionRecord|false $record): bool
    {
        $where = 'WHERE id = ? AND version = ?';
        $old = [$row['id'], (int) $row['version']];
        if ($record === false) {
            return $this->database->change("DELETE FROM $this->table $where", $old) === 1;
        }
        $set = 'SET user_id = ?, client = ?, account = ?, record = ?, version = version + 1';
        $new = [$record->user, $record->client, $record->account, $this->seal($record)];
        return $this->database->change("UPDATE $this->table $set $where", [...$new, ...$old]) === 1;
    }

    /**
     * @param list<string> $values
     * @return list<ConnectionRecord>
     */
    private function select(string $where, array $values): array
    {
        $rows = $this->database->rows("SELECT * FROM $this->table WHERE $where ORDER BY since, id", $values);
        return array_map($this->read(...), $rows);
    }

    /** Sealed for its user and its account: a row that somebody gives to another user does not open. */
    private function seal(ConnectionRecord $record): string
    {
        $rest = array_diff_key(get_object_vars($record), array_flip(['id', 'user', 'client', 'account', 'since']));
        return $this->sealing->seal(Json::write($rest), [
            $this->table,
            $record->user,
            $record->client,
            $record->account,
        ]);
    }

    /** @param array<string, string|int|null> $row */
    private function read(array $row): ConnectionRecord
    {
        ['id' => $id, 'user_id' => $user, 'client' => $client, 'account' => $account] = $row;
        $rest = Json::parse($this->sealing->open($row['record'], [$this->table, $user, $client, $account]));
        return new ConnectionRecord(...[
            ...$rest,
            'id' => $id,
            'user' => $user,
            'client' => $client,
            'account' => $account,
            'since' => (int) $row['since'],
        ]);
    }
}
