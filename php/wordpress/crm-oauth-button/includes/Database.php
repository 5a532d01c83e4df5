<?php

declare(strict_types=1);

namespace CrmOauthButton;

/**
 * What the plugin keeps in the site's database, sealed by a key that is not in there.
 *
 * It has a connection of its own: while a token is refreshed its row is locked, and no other plugin's queries may get
 * into that transaction.
 */
final class Database
{
    /** Name of the option that tells with which key the tables were written. Without it there are none. */
    private const KEY_OPTION = 'crm_oauth_button_key';

    private static ?\CrmOauth\PdoStore $store = null;

    /** @throws \PDOException if the database does not answer */
    public static function store(): \CrmOauth\PdoStore
    {
        if (self::$store === null) {
            $keys = [self::key()];
            $store = \CrmOauth\PdoStore::open(self::address(), DB_USER, DB_PASSWORD, $keys, self::prefix());
            self::prepare($store);
            self::$store = $store;
        }
        return self::$store;
    }

    /** Seals and opens what the options hold. */
    public static function sealing(): \CrmOauth\Sealing
    {
        return new \CrmOauth\Sealing([self::key()]);
    }

    /** @return list<\CrmOauth\ConnectionRecord> everybody's, the newest first */
    public static function connections(int $limit): array
    {
        global $wpdb;
        $connections = self::store()->connections();
        $sql = 'SELECT id FROM %1$s ORDER BY since DESC, id LIMIT %2$d';
        $ids = $wpdb->get_col(sprintf($sql, self::prefix() . 'connections', $limit));
        return array_values(array_filter(array_map($connections->get(...), $ids)));
    }

    /** Whether anybody has connected this CRM. */
    public static function isUsed(string $crm): bool
    {
        global $wpdb;
        self::store();
        $table = self::prefix() . 'connections';
        return $wpdb->get_var($wpdb->prepare("SELECT id FROM $table WHERE client = %s LIMIT 1", $crm)) !== null;
    }

    /** Removes the tables of the current site, and the option about them. */
    public static function drop(): void
    {
        global $wpdb;
        foreach (self::tables() as $table) {
            $wpdb->query("DROP TABLE IF EXISTS $table");
        }
        delete_option(self::KEY_OPTION);
    }

    /** Creates the tables. What was sealed by another key opens no more, and goes: people connect again. */
    private static function prepare(\CrmOauth\PdoStore $store): void
    {
        global $wpdb;
        $id = substr(hash('sha256', self::key()), 0, 12);
        $known = get_option(self::KEY_OPTION);
        if ($known === $id) {
            return;
        }
        $store->createTables();
        if ($known !== false) {
            foreach (self::tables() as $table) {
                $wpdb->query("DELETE FROM $table");
            }
        }
        update_option(self::KEY_OPTION, $id, true);
    }

    private static function address(): string
    {
        global $wpdb;
        [$host, $port, $socket, $isIpv6] = $wpdb->parse_db_host(DB_HOST) ?: [DB_HOST, null, null, false];
        $place = match (true) {
            $socket !== null => "unix_socket=$socket",
            $isIpv6 => "host=[$host]",
            default => "host=$host",
        };
        return "mysql:$place" . ($port === null ? '' : ";port=$port") . ';dbname=' . DB_NAME . ';charset=utf8mb4';
    }

    /** 32 bytes in base64. They follow from the site's salts, which are in `wp-config.php`. */
    private static function key(): string
    {
        return base64_encode(hash_hkdf('sha256', wp_salt('auth'), 32, 'crm-oauth-button'));
    }

    /** @return list<string> */
    private static function tables(): array
    {
        $prefix = self::prefix();
        return ["{$prefix}states", "{$prefix}secrets", "{$prefix}connections"];
    }

    private static function prefix(): string
    {
        global $wpdb;
        return strtolower($wpdb->prefix) . 'crm_oauth_';
    }
}
