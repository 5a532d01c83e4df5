<?php

declare(strict_types=1);

namespace CrmOauth;

/** The tables of a store. */
final class Schema
{
    public const DRIVERS = ['sqlite', 'mysql', 'pgsql'];

    public readonly string $states;
    public readonly string $secrets;
    public readonly string $connections;

    /**
     * @param string $prefix in front of the tables' names; with a schema or a database, `shop.crm_oauth_`
     * @throws \InvalidArgumentException for a name that would have to be quoted
     */
    public function __construct(string $prefix)
    {
        if (preg_match('/^([a-z_][a-z0-9_]*\.)?[a-z_][a-z0-9_]*$/D', $prefix) !== 1) {
            throw new \InvalidArgumentException(
                'The prefix of the tables has lower-case letters, digits and underscores.'
            );
        }
        $this->states = "{$prefix}states";
        $this->secrets = "{$prefix}secrets";
        $this->connections = "{$prefix}connections";
    }

    /** Fails where the tables are missing: the last one is only there if the others are. */
    public function probe(): string
    {
        return "SELECT 1 FROM $this->connections WHERE id = ''";
    }

    /**
     * The statements that create the tables, unless they are there.
     *
     * @return list<string>
     */
    public function statements(string $driver): array
    {
        // In MySQL a text can be a key only up to a length, and "Ann" or "ann " would be found as "ann", but for bytes.
        [$key, $text] = $driver === 'mysql' ? ['varbinary(255)', 'mediumblob'] : ['text', 'text'];
        $before = match ($driver) {
            // One writer and many readers at a time.
            'sqlite' => ['PRAGMA journal_mode = WAL'],
            // Two that create the same table at once would fail.
            'pgsql' => ["SELECT pg_advisory_xact_lock(hashtext('$this->connections'))"],
            default => [],
        };
        return [
            ...$before,
            ...self::table(
                $driver,
                $this->states,
                "digest $key PRIMARY KEY, session $key NOT NULL, client $key, expires bigint NOT NULL, " .
                "is_used integer NOT NULL, data $text",
                ['session, expires', 'expires'],
            ),
            ...self::table(
                $driver,
                $this->secrets,
                "digest $key PRIMARY KEY, owner $key NOT NULL, expires bigint NOT NULL, credentials $text",
                ['owner, expires', 'expires'],
            ),
            ...self::table(
                $driver,
                $this->connections,
                "id $key PRIMARY KEY, user_id $key NOT NULL, client $key NOT NULL, account $key NOT NULL, " .
                "since bigint NOT NULL, version bigint NOT NULL, record $text NOT NULL, " .
                'UNIQUE (user_id, client, account)',
                ['client, account'],
            ),
        ];
    }

    /**
     * @param list<string> $indexes columns of each
     * @return list<string>
     */
    private static function table(string $driver, string $table, string $columns, array $indexes): array
    {
        // MySQL has no CREATE INDEX IF NOT EXISTS, and the others none in a table.
        if ($driver === 'mysql') {
            $inside = implode('', array_map(fn (string $index) => ", INDEX ($index)", $indexes));
            return ["CREATE TABLE IF NOT EXISTS $table ($columns$inside) ENGINE = InnoDB"];
        }
        $statements = ["CREATE TABLE IF NOT EXISTS $table ($columns)"];
        foreach ($indexes as $index) {
            $name = str_replace('.', '_', $table) . '_by_' . explode(',', $index)[0];
            $statements[] = "CREATE INDEX IF NOT EXISTS $name ON $table ($index)";
        }
        return $statements;
    }
}
