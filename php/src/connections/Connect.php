<?php

declare(strict_types=1);

namespace CrmOauth;

/** Keeps new tokens under the account that the CRM's API names. */
final class Connect
{
    /**
     * Keeps new tokens. A user who has connected the account before keeps that connection, and its id.
     *
     * @param string $user empty if nobody is known to own them yet
     * @param ?array{clientId: string, clientSecret: string} $credentials of an integration that the consent has created
     * @throws TokenError if the CRM does not tell the account
     */
    public static function keep(
        Life $life,
        string $user,
        Client $client,
        TokenSet $tokens,
        #[\SensitiveParameter] ?array $credentials = null,
    ): ConnectionRecord {
        ['id' => $account, 'name' => $accountName] = self::learnAccount($life, $client, $tokens);
        $others = $life->connections->find($client->name, $account);
        $record = $life->connections->put(new ConnectionRecord(
            id: Crypto::randomText(),
            user: $user,
            client: $client->name,
            provider: $tokens->provider,
            account: $account,
            host: $tokens->host,
            status: ConnectionRecord::CONNECTED,
            since: Clock::now(),
            accountName: $accountName,
            until: self::untilOf($tokens),
            tokens: $tokens->toRecord(),
            credentials: $credentials,
        ));
        $wasConnected = false;
        foreach ($others as $other) {
            // A widget's install of the same account: its person has just shown that it is theirs.
            if ($user !== '' && $other->user === '') {
                $life->connections->delete($other->id);
            }
            $wasConnected = $wasConnected || ($other->user === $user && $other->status === ConnectionRecord::CONNECTED);
        }
        if (!$wasConnected) {
            $life->tell($record);
        }
        return $record;
    }

    /** When the person has to authorize again at the latest, in ms since the epoch, if anybody tells. */
    public static function untilOf(TokenSet $tokens): ?int
    {
        return $tokens->refreshToken() === null ? $tokens->expiresAt : $tokens->refreshExpiresAt;
    }

    /**
     * A code works once, so a lost answer must not end the attempt.
     *
     * @return array{id: string, name: ?string}
     */
    private static function learnAccount(Life $life, Client $client, TokenSet $tokens): array
    {
        $options = $life->requestOptions($tokens->provider);
        try {
            return Api::fetchAccount($client, $tokens, $options);
        } catch (TokenError $error) {
            if (!$error->isTransport()) {
                throw $error;
            }
            return Api::fetchAccount($client, $tokens, $options);
        }
    }
}
