<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Keeps connections: one for each user, client and account.
 *
 * Once a `put()` or a `delete()` has returned, no `update()` that began before undoes it.
 */
interface ConnectionStore
{
    public function get(string $id): ?ConnectionRecord;

    /**
     * A user's, oldest first.
     *
     * @return list<ConnectionRecord>
     */
    public function list(string $user): array;

    /**
     * Everybody's connections to an account, by way of one client.
     *
     * @return list<ConnectionRecord>
     */
    public function find(string $client, string $account): array;

    /**
     * Keeps a connection. If its user has one to the same account by the same client, it takes that one's place, under
     * its `id` and with its `since`.
     *
     * @return ConnectionRecord the record as it is kept
     */
    public function put(ConnectionRecord $record): ConnectionRecord;

    /**
     * Replaces a record by what `$change` makes of it, while no other update does the same, in any process. Without a
     * record, `$change` is not called. If a `put()` or a `delete()` returns meanwhile, that stands.
     *
     * @param \Closure(ConnectionRecord): (ConnectionRecord|false|null) $change makes the new record; `null` leaves it
     *   as it is, `false` removes it
     * @return ?ConnectionRecord the record as it is now
     */
    public function update(string $id, \Closure $change): ?ConnectionRecord;

    public function delete(string $id): void;
}
