<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Keeps everything in SQLite, MySQL, MariaDB or PostgreSQL, for any number of processes. While a connection's tokens
 * are being refreshed its row is locked: one process refreshes, and the others get its tokens. Replacing or removing
 * the row comes after that.
 *
 * SQLite has no such locks: there, one process at a time refreshes, whichever connection it is (a lock on the file
 * `NAME-lock` beside the database). Reading never waits.
 *
 * The tables are created by the first statement that needs them.
 */
final class PdoStore implements Store
{
    private readonly Database $database;
    private readonly PdoStates $states;
    private readonly PdoSecrets $secrets;
    private readonly PdoConnections $connections;

    /**
     * @param \PDO $pdo a connection for the store alone: it is set to exceptions, to statements that the database
     *   prepares and, in MySQL, to strict mode and READ COMMITTED
     * @param list<string> $keys for tokens, secrets and code verifiers at rest, 32 random bytes each in base64
     *   (`openssl rand -base64 32`). The first one seals, and every one opens. Without any, whoever reads the database
     *   can use the tokens, and the error log says so
     * @param string $prefix in front of the tables' names; with a schema or a database, `shop.crm_oauth_`
     * @throws \InvalidArgumentException for a key that has not 32 bytes, for a prefix that would have to be quoted, and
     *   for a driver other than `sqlite`, `mysql` and `pgsql`
     * @throws \RuntimeException for keys where libsodium is missing
     */
    public function __construct(\PDO $pdo, #[\SensitiveParameter] array $keys = [], string $prefix = 'crm_oauth_')
    {
        $sealing = new Sealing($keys);
        $schema = new Schema($prefix);
        $this->database = new Database($pdo, $schema);
        $this->states = new PdoStates($this->database, $schema->states, $sealing);
        $this->secrets = new PdoSecrets($this->database, $schema->secrets, $sealing);
        $this->connections = new PdoConnections($this->database, $schema->connections, $sealing);
    }

    /**
     * Opens a connection.
     *
     * @param string $dsn such as `mysql:host=localhost;dbname=shop`, `pgsql:host=localhost;dbname=shop` or
     *   `sqlite:/var/lib/shop/crm.db`: a file of SQLite lies where no browser gets at it
     * @throws \PDOException if the database can't be reached
     */
    public static function open(
        string $dsn,
        ?string $user = null,
        #[\SensitiveParameter] ?string $password = null,
        #[\SensitiveParameter] array $keys = [],
        string $prefix = 'crm_oauth_',
    ): self {
        return new self(new \PDO($dsn, $user, $password), $keys, $prefix);
    }

    public function states(): StateStore
    {
        return $this->states;
    }

    public function secrets(): SecretsStore
    {
        return $this->secrets;
    }

    public function connections(): ConnectionStore
    {
        return $this->connections;
    }

    /** Creates the tables that do not exist, for whoever does not leave that to the first request. */
    public function createTables(): void
    {
        $this->database->createTables();
    }
}
