<?php

declare(strict_types=1);

namespace CrmOauth;

/** The end of a connection, by its user or at the CRM. */
final class Disconnect
{
    /**
     * Forgets a user's connection, and ends its grant at the CRM, where the CRM has a way. It is forgotten in any case.
     *
     * @return bool whether there was one
     */
    public static function disconnect(Life $life, string $user, string $id): bool
    {
        $kept = $life->connections->get($id);
        if ($user === '' || $kept?->user !== $user) {
            return false;
        }
        $taken = null;
        // After a refresh that is under way, whose tokens are then the ones to revoke.
        $life->connections->update($id, function (ConnectionRecord $current) use ($user, &$taken): ?bool {
            $taken = $current->user === $user ? $current : null;
            return $taken === null ? null : false;
        });
        if ($taken === null) {
            return false;
        }
        self::revoke($life, $taken);
        if ($taken->status !== ConnectionRecord::DISCONNECTED) {
            $life->tell($taken->ended(ConnectionRecord::DISCONNECTED));
        }
        return true;
    }

    /**
     * Marks everybody's connections to an account that has been disconnected at the CRM.
     *
     * @param \Closure(ConnectionRecord): bool $isMeant tells those of one integration from others of the same client
     * @param bool $isCertain whether the CRM has shown a secret; if not, its API is asked: a signed URL can be sent
     *   again by whoever saw it
     * @throws \Exception such as a `TokenError` if the API does not answer: then the connection stays, and the CRM may
     *   tell again
     */
    public static function mark(Life $life, string $client, string $account, \Closure $isMeant, bool $isCertain): void
    {
        $failure = null;
        foreach (array_filter($life->connections->find($client, $account), $isMeant) as $record) {
            $told = null;
            $change = function (ConnectionRecord $current) use ($life, $isCertain, &$told, &$failure) {
                $asked = $isCertain || $current->tokens === null ? null : self::ask($life, $current);
                $failure ??= $asked?->failure;
                if ($asked !== null && !$asked->isOver) {
                    return $current->with(tokens: $asked->tokens->toRecord());
                }
                return $told = $current->ended(ConnectionRecord::DISCONNECTED);
            };
            $life->connections->update($record->id, $change);
            if ($told !== null) {
                $life->tell($told);
            }
        }
        if ($failure !== null) {
            throw $failure;
        }
    }

    private static function ask(Life $life, ConnectionRecord $record): Asked
    {
        $options = $life->requestOptions($record->provider);
        $tokens = TokenSet::fromRecord($record->tokens ?? []);
        return Asked::whetherOver($life->clients->of($record), $tokens, $options);
    }

    private static function revoke(Life $life, ConnectionRecord $record): void
    {
        if ($record->tokens === null) {
            return;
        }
        try {
            $options = $life->requestOptions($record->provider);
            Tokens::revoke($life->clients->of($record), TokenSet::fromRecord($record->tokens), $options);
        } catch (\Exception) {
            // The connection is gone in any case; the grant then ends by itself.
        }
    }
}
