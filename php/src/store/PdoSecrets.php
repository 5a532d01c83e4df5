<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Keeps the secrets of new integrations in a database until they are collected. An owner has 20 of them, and the oldest
 * goes.
 */
final class PdoSecrets implements SecretsStore
{
    public function __construct(
        private readonly Database $database,
        private readonly string $table,
        private readonly Sealing $sealing,
    ) {
    }

    public function deliver(string $digest, #[\SensitiveParameter] array $credentials, CurrentState $state): bool
    {
        $now = Clock::now();
        ['clientId' => $clientId, 'clientSecret' => $clientSecret] = $credentials;
        $text = Json::write(['clientId' => $clientId, 'clientSecret' => $clientSecret]);
        $this->database->change("DELETE FROM $this->table WHERE expires < ?", [$now - self::KEPT]);
        $isAdded = $this->database->insert($this->table, [
            'digest' => $digest,
            'owner' => $state->owner,
            'expires' => $now + $state->remaining,
            'credentials' => $this->sealing->seal($text, [$this->table, $digest]),
        ]);
        Newest::keep($this->database, $this->table, 'owner', $state->owner);
        return $isAdded;
    }

    public function collect(string $digest): ?array
    {
        $select = "SELECT credentials FROM $this->table WHERE digest = ? AND credentials IS NOT NULL";
        $text = $this->database->rows($select, [$digest])[0]['credentials'] ?? null;
        if ($text === null) {
            return null;
        }
        $opened = Json::parse($this->sealing->open($text, [$this->table, $digest]));
        // The row stays, so that nothing else is delivered for this state. Of two who collect at once, one changes it.
        $update = "UPDATE $this->table SET credentials = NULL WHERE digest = ? AND credentials IS NOT NULL";
        if ($this->database->change($update, [$digest]) !== 1) {
            return null;
        }
        return ['clientId' => $opened['clientId'], 'clientSecret' => $opened['clientSecret']];
    }
}
