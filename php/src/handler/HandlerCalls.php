<?php

declare(strict_types=1);

namespace CrmOauth;

/** What the application asks of a handler. */
trait HandlerCalls
{
    /**
     * A user's connections, oldest first.
     *
     * @return list<array<string, mixed>> with `id`, `client`, `provider`, `account`, `accountName`, `host`, `status`,
     *   `since` and `until`. Names and ids of the CRM's are text from outside: escape them
     */
    public function connections(string $user): array
    {
        $toConnection = static fn (ConnectionRecord $record): array => $record->toConnection();
        return array_map($toConnection, $this->life->connections->list(self::known($user)));
    }

    /**
     * Gives an access token that is good for a request to the API at the connection's `host`, refreshed first if it is
     * about to expire: once, however many ask.
     *
     * @param ?int $leeway how much longer it has to be good, in ms. Default 5 minutes
     * @param ?string $refused an access token that the API has refused with 401
     * @throws TokenError `reconnect` if the person has to authorize again, which the connection then says, and for a
     *   connection that is not this user's; any other if the CRM does not answer
     */
    public function accessToken(
        string $user,
        string $id,
        ?int $leeway = null,
        #[\SensitiveParameter] ?string $refused = null,
    ): string {
        return FreshConnection::get($this->life, self::known($user), $id, $leeway, $refused)->accessToken();
    }

    /**
     * Forgets a connection, and ends its grant at the CRM where there is a way. Gives `false` if it is not this user's.
     */
    public function disconnect(string $user, string $id): bool
    {
        return Disconnect::disconnect($this->life, self::known($user), $id);
    }

    /**
     * Gives a widget's install to a user who has shown that the account is theirs, such as by a one-time token.
     *
     * @param string $account the account's id, from `OneTimeToken::verify()`, and never from a parameter
     * @param string $client name of the client whose widget it is
     * @return ?array<string, mixed> the user's connection; `null` if there is none
     */
    public function claim(string $user, string $account, string $client = 'kommo'): ?array
    {
        return Claim::claim($this->life, self::known($user), $client, $account)?->toConnection();
    }

    /**
     * Connects an account by a long-lived token of a private integration, which its owner has copied from the CRM, once
     * the CRM's API has taken it and named the account.
     *
     * @param string $host of the account's API, such as `acme.kommo.com`
     * @param ?int $expiresAt when it ends, in ms since the epoch. Default: never
     * @param string $client name of the client
     * @return array<string, mixed> the connection
     * @throws TokenError if the API does not take it
     * @throws CallbackError for a host that is none of the provider's
     * @throws \InvalidArgumentException for an unknown client, and for a token that is none
     */
    public function setToken(
        string $user,
        string $host,
        #[\SensitiveParameter] string $accessToken,
        ?int $expiresAt = null,
        string $client = 'kommo',
    ): array {
        $known = $this->life->clients->get($client);
        if (!$known instanceof Client) {
            throw new \InvalidArgumentException("There is no client $client among clients.");
        }
        $record = ['provider' => $known->tokenEndpoint->provider, 'host' => $host, 'accessToken' => $accessToken];
        $times = ['issuedAt' => Clock::now()] + ($expiresAt === null ? [] : ['expiresAt' => $expiresAt]);
        $tokens = TokenSet::fromRecord($record + $times);
        return Connect::keep($this->life, self::known($user), $known, $tokens, null)->toConnection();
    }

    /** Without a user there would be connections that belong to nobody, or to everybody. */
    private static function known(string $user): string
    {
        return $user === '' ? throw new \InvalidArgumentException('The id of the user is missing.') : $user;
    }
}
