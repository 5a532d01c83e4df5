<?php

declare(strict_types=1);

namespace CrmOauth;

/** The bound on what one visitor can have in a table. */
final class Newest
{
    /** Deletes all but an owner's newest 20 rows. */
    public static function keep(Database $database, string $table, string $column, string $owner): void
    {
        $all = $database->rows("SELECT digest FROM $table WHERE $column = ? ORDER BY expires DESC, digest", [$owner]);
        foreach (array_slice($all, StateStore::OWN) as ['digest' => $digest]) {
            $database->change("DELETE FROM $table WHERE digest = ?", [$digest]);
        }
    }
}
