<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * A database over PDO, and the few things that set one apart from another. The statements are the same: SQL that
 * SQLite, PostgreSQL, MySQL and MariaDB all know.
 */
final class Database
{
    private readonly string $driver;
    private bool $isReady = false;
    private bool $isLocked = false;

    /** @throws \InvalidArgumentException for a driver other than `sqlite`, `mysql` and `pgsql` */
    public function __construct(private readonly \PDO $pdo, private readonly Schema $schema)
    {
        $this->driver = $pdo->getAttribute(\PDO::ATTR_DRIVER_NAME);
        if (!in_array($this->driver, Schema::DRIVERS, true)) {
            throw new \InvalidArgumentException("The store knows sqlite, mysql and pgsql, not $this->driver.");
        }
        $pdo->setAttribute(\PDO::ATTR_ERRMODE, \PDO::ERRMODE_EXCEPTION);
        $pdo->setAttribute(\PDO::ATTR_CASE, \PDO::CASE_NATURAL);
        if ($this->driver === 'mysql') {
            // Otherwise PDO writes the values into the statement.
            $pdo->setAttribute(\PDO::ATTR_EMULATE_PREPARES, false);
        }
    }

    /**
     * Runs a statement, and gives its rows by the names of their columns.
     *
     * @param list<string|int|null> $values
     * @return list<array<string, string|int|null>>
     */
    public function rows(string $sql, #[\SensitiveParameter] array $values): array
    {
        // Nothing that is kept is anything else, and PostgreSQL would cut off or refuse it.
        return self::areTexts($values) ? $this->run($sql, $values)->fetchAll(\PDO::FETCH_ASSOC) : [];
    }

    /**
     * Runs a statement, and gives the number of rows that it has changed.
     *
     * @param list<string|int|null> $values
     * @throws \InvalidArgumentException for a value that is no text
     */
    public function change(string $sql, #[\SensitiveParameter] array $values): int
    {
        if (!self::areTexts($values)) {
            throw new \InvalidArgumentException('What is kept has to be text in UTF-8, without a zero byte.');
        }
        return $this->run($sql, $values)->rowCount();
    }

    /**
     * Adds a row, unless there is one with the same key.
     *
     * @param array<string, string|int|null> $row
     * @return bool whether it was added
     */
    public function insert(string $table, #[\SensitiveParameter] array $row): bool
    {
        $columns = implode(', ', array_keys($row));
        $marks = implode(', ', array_fill(0, count($row), '?'));
        try {
            return $this->change("INSERT INTO $table ($columns) VALUES ($marks)", array_values($row)) === 1;
        } catch (\PDOException $error) {
            // A key that is taken: of SQLite and MySQL, and of PostgreSQL.
            return in_array($error->getCode(), ['23000', '23505'], true) ? false : throw $error;
        }
    }

    /**
     * Runs a task that locks a row with `lock()` and may wait for the CRM. Where rows can't be locked, it runs while no
     * other such task does.
     *
     * Waiting more than 30 seconds for a lock of PostgreSQL is an error (MySQL: `innodb_lock_wait_timeout`).
     *
     * @template T
     * @param \Closure(): T $task
     * @return T
     * @throws \LogicException if a transaction is open already, whose end the lock and the new tokens would have to
     *   wait for
     */
    public function locked(\Closure $task): mixed
    {
        $this->ready();
        $this->checkOwn();
        $this->isLocked = true;
        try {
            return $this->driver === 'sqlite' ? $this->behindFile($task) : $this->transact($task);
        } finally {
            $this->isLocked = false;
        }
    }

    /** Follows a `SELECT` whose row nobody else may change until the task ends. */
    public function lock(): string
    {
        return $this->driver === 'sqlite' ? '' : ' FOR UPDATE';
    }

    /** Creates the tables that do not exist. It can be called at any time; the first statement does it as well. */
    public function createTables(): void
    {
        $this->checkOwn();
        $create = function (): void {
            foreach ($this->schema->statements($this->driver) as $statement) {
                $this->pdo->exec($statement);
            }
        };
        match ($this->driver) {
            'sqlite' => $this->behindFile($create),
            // Each of its statements ends a transaction.
            'mysql' => $create(),
            'pgsql' => $this->transact($create),
        };
    }

    /** @param list<string|int|null> $values */
    private function run(string $sql, #[\SensitiveParameter] array $values): \PDOStatement
    {
        $this->ready();
        $statement = $this->pdo->prepare($sql);
        foreach ($values as $index => $value) {
            $type = match (true) {
                $value === null => \PDO::PARAM_NULL,
                is_int($value) => \PDO::PARAM_INT,
                default => \PDO::PARAM_STR,
            };
            $statement->bindValue($index + 1, $value, $type);
        }
        $statement->execute();
        return $statement;
    }

    private function ready(): void
    {
        if ($this->isReady) {
            return;
        }
        $this->checkOwn();
        if ($this->driver === 'mysql') {
            // Without the one a name that is too long is cut off, and becomes another user's; without the other a row
            // locks its neighbours, too.
            $this->pdo->exec("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')");
            $this->pdo->exec('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
        }
        try {
            $this->pdo->query($this->schema->probe())->fetchAll();
        } catch (\PDOException) {
            $this->createTables();
        }
        $this->isReady = true;
    }

    private function checkOwn(): void
    {
        if ($this->isLocked || $this->pdo->inTransaction()) {
            throw new \LogicException(
                'A transaction is open on the connection of the store: give the store a connection of its own, ' .
                'and begin no update in another.'
            );
        }
    }

    private function transact(\Closure $task): mixed
    {
        $this->pdo->beginTransaction();
        try {
            if ($this->driver === 'pgsql') {
                // Not the database's default: under a stricter level, waiting for a row fails instead of reading it
                // anew.
                $this->pdo->exec('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
                $this->pdo->exec("SET LOCAL lock_timeout = '30s'");
                // A server may be configured to end idle transactions, and this one waits for the CRM.
                $this->pdo->exec("SET LOCAL idle_in_transaction_session_timeout = '60s'");
            }
            $result = $task();
            $this->pdo->commit();
            return $result;
        } catch (\Throwable $error) {
            $this->rollBack();
            throw $error;
        }
    }

    private function rollBack(): void
    {
        try {
            $this->pdo->rollBack();
        } catch (\PDOException) {
            // The connection is broken, and with it the transaction is over. What broke it is thrown.
        }
    }

    /** A transaction would keep everybody from writing while the CRM answers; a lock on another file does not. */
    private function behindFile(\Closure $task): mixed
    {
        $file = $this->pdo->query('PRAGMA database_list')->fetchAll(\PDO::FETCH_ASSOC)[0]['file'];
        if ($file === '') {
            // In memory: it is this process's alone.
            return $task();
        }
        // The system takes the lock away from a process that ends, however it ends.
        $lock = fopen("$file-lock", 'c');
        if ($lock === false || !flock($lock, LOCK_EX)) {
            throw new \RuntimeException("The file $file-lock can't be locked: let PHP write to its folder.");
        }
        try {
            return $task();
        } finally {
            fclose($lock);
        }
    }

    /** @param list<string|int|null> $values */
    private static function areTexts(array $values): bool
    {
        foreach ($values as $value) {
            if (is_string($value) && preg_match('/^[^\0]*$/Du', $value) !== 1) {
                return false;
            }
        }
        return true;
    }
}
