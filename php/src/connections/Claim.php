<?php

declare(strict_types=1);

namespace CrmOauth;

/** The way from a widget's install, which belongs to nobody, to a user. */
final class Claim
{
    /**
     * Gives an install to a user who has shown that the account is theirs.
     *
     * @param string $client name of the client whose widget it is
     * @return ?ConnectionRecord the user's connection; `null` if there is no such install
     */
    public static function claim(Life $life, string $user, string $client, string $account): ?ConnectionRecord
    {
        $own = null;
        $unclaimed = null;
        foreach ($life->connections->find($client, $account) as $record) {
            $own = $record->user === $user ? $record : $own;
            $unclaimed = $record->user === '' ? $record : $unclaimed;
        }
        if ($unclaimed === null) {
            return $own;
        }
        if ($own !== null) {
            $kept = $life->connections->put($unclaimed->with(user: $user));
            $life->connections->delete($unclaimed->id);
            return $kept;
        }
        // Somebody else may have been faster.
        $change = fn (ConnectionRecord $current) => $current->user === '' ? $current->with(user: $user) : null;
        $claimed = $life->connections->update($unclaimed->id, $change);
        return $claimed?->user === $user ? $claimed : null;
    }
}
