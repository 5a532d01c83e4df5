<?php

declare(strict_types=1);

namespace CrmOauth;

/** A user's connection with tokens that are good for a request to the API. */
final class FreshConnection
{
    /** What the CRM says of a grant that is over, or of an account that is blocked: only the person can change that. */
    private const OVER = ['invalid_grant', 'access_denied'];
    /** What a CRM says that can't be asked anything now, and one to which this client is not known. */
    private const BUSY = ['timeout', 'temporarily_unavailable', 'server_error', 'invalid_client'];

    /**
     * Gives the tokens of a user's connection, refreshed first if they are about to expire. However many ask at once,
     * there is one refresh, and all get its tokens.
     *
     * @param ?int $leeway how long the access token has to be good for, in ms; default 5 minutes
     * @param ?string $refused an access token that the API has refused with 401
     * @throws TokenError `reconnect` if there is no such connection of this user, or if the person has to authorize
     *   again: then it is marked; any other if the CRM does not answer: then it is as it was
     */
    public static function get(
        Life $life,
        string $user,
        string $id,
        ?int $leeway = null,
        #[\SensitiveParameter] ?string $refused = null,
    ): TokenSet {
        $usable = fn (ConnectionRecord $record): ?TokenSet => self::usable($record, $user, $leeway, $refused);
        $kept = $life->connections->get($id);
        $good = $kept === null ? null : $usable($kept);
        if ($good !== null) {
            return $good;
        }
        $told = null;
        $change = function (ConnectionRecord $current) use ($life, $usable, &$told): ?ConnectionRecord {
            // Another process may have refreshed it while this one waited for its turn.
            if ($usable($current) !== null) {
                return null;
            }
            $changed = self::refresh($life, $current);
            $told = $changed->status === ConnectionRecord::CONNECTED ? null : $changed;
            return $changed;
        };
        $record = $life->connections->update($id, $change);
        if ($told !== null) {
            $life->tell($told);
        }
        $refreshed = $record === null ? null : self::usable($record, $user);
        return $refreshed ?? throw self::over($record?->host ?? '');
    }

    /**
     * A connection's tokens, if they are good; `null` if they have to be refreshed.
     *
     * @throws TokenError `reconnect` if they can't be
     */
    private static function usable(
        ConnectionRecord $record,
        string $user,
        ?int $leeway = null,
        #[\SensitiveParameter] ?string $refused = null,
    ): ?TokenSet {
        $isOwn = $user !== '' && $record->user === $user;
        if (!$isOwn || $record->status !== ConnectionRecord::CONNECTED || $record->tokens === null) {
            throw self::over($record->host);
        }
        $tokens = TokenSet::fromRecord($record->tokens);
        return Tokens::isFresh($tokens, $leeway, $refused) ? $tokens : null;
    }

    private static function refresh(Life $life, ConnectionRecord $record): ConnectionRecord
    {
        $client = $life->clients->of($record);
        $options = $life->requestOptions($record->provider);
        try {
            $tokens = self::refreshAnywhere($client, TokenSet::fromRecord($record->tokens ?? []), $options);
        } catch (TokenError $error) {
            if (in_array($error->getCode(), self::OVER, true)) {
                return $record->ended(ConnectionRecord::RECONNECT);
            }
            throw $error;
        }
        return $record->with(host: $tokens->host, until: Connect::untilOf($tokens), tokens: $tokens->toRecord());
    }

    /**
     * The old host of a renamed account may be nobody's, or somebody else's: before a grant counts as over, the CRM
     * tells where it is.
     */
    private static function refreshAnywhere(Client $client, TokenSet $tokens, RequestOptions $options): TokenSet
    {
        try {
            return Tokens::refresh($client, $tokens, $options);
        } catch (\Exception $error) {
            if ($error instanceof TokenError && in_array($error->getCode(), self::BUSY, true)) {
                throw $error;
            }
            $host = self::currentHost($client, $tokens, $options);
            if ($host === null || $host === $tokens->host) {
                throw $error;
            }
            $moved = TokenSet::fromRecord([...$tokens->toRecord(), 'host' => $host]);
            return Tokens::refresh($client, $moved, $options);
        }
    }

    private static function currentHost(Client $client, TokenSet $tokens, RequestOptions $options): ?string
    {
        try {
            return Api::findCurrentHost($client, $tokens, $options);
        } catch (\Exception) {
            // The refusal of the refresh says more.
            return null;
        }
    }

    private static function over(string $host): TokenError
    {
        return new TokenError('reconnect', $host, reason: 'The person has to connect again');
    }
}
