<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * A user's connection to an account of a CRM, as a store keeps it. Names and ids of the CRM's are text from outside:
 * escape them.
 *
 * Its tokens and credentials are secret. `var_dump()` and `json_encode()` show what `toConnection()` gives.
 */
final class ConnectionRecord implements \JsonSerializable
{
    /** Its tokens are good, or can be refreshed. */
    public const CONNECTED = 'connected';
    /** Its tokens are over, and the person has to authorize again. */
    public const RECONNECT = 'reconnect';
    /** The person has disconnected the account at the CRM. */
    public const DISCONNECTED = 'disconnected';

    /**
     * @param string $id 128 random bits; it stays when the same user authorizes the same account again
     * @param string $user whose it is; empty for a widget's install that nobody has claimed
     * @param string $client name of the client, as it stands in the routes
     * @param string $provider name of the provider, such as `kommo`
     * @param string $account the vendor's id of the account, as its API or its token response has told it
     * @param ?string $accountName its name, if the CRM tells it
     * @param string $host host of its API, such as `acme.kommo.com`
     * @param string $status `connected`, `reconnect` or `disconnected`
     * @param int $since when this user first connected the account, in ms since the epoch
     * @param ?int $until when the person has to authorize again at the latest, in ms since the epoch, as far as the CRM
     *   tells; a refresh may move it
     * @param ?array<string, mixed> $tokens as `TokenSet::toRecord()` gives them; absent once they are worth nothing
     * @param ?array{clientId: string, clientSecret: string} $credentials of an integration that this connection's
     *   consent has created (metadata flow)
     */
    public function __construct(
        public readonly string $id,
        public readonly string $user,
        public readonly string $client,
        public readonly string $provider,
        public readonly string $account,
        public readonly string $host,
        public readonly string $status,
        public readonly int $since,
        public readonly ?string $accountName = null,
        public readonly ?int $until = null,
        #[\SensitiveParameter] public readonly ?array $tokens = null,
        #[\SensitiveParameter] public readonly ?array $credentials = null,
    ) {
    }

    /** A copy with other fields, by their names. */
    public function with(string|int|array|null ...$changes): self
    {
        return new self(...[...get_object_vars($this), ...$changes]);
    }

    /** A copy with another status, for good: tokens of a connection that is over are worth nothing. */
    public function ended(string $status): self
    {
        return $this->with(status: $status, tokens: null, until: null);
    }

    /**
     * Leaves out everything secret, and whose it is.
     *
     * @return array{id: string, client: string, provider: string, account: string, accountName?: string, host: string,
     *   status: string, since: int, until?: int}
     */
    public function toConnection(): array
    {
        $fields = ['id', 'client', 'provider', 'account', 'accountName', 'host', 'status', 'since', 'until'];
        $connection = array_combine($fields, array_map(fn (string $field) => $this->$field, $fields));
        return array_filter($connection, fn (string|int|null $value) => $value !== null);
    }

    /** @return array<string, string|int> */
    public function jsonSerialize(): array
    {
        return $this->toConnection();
    }

    /** @return array<string, string|int> */
    public function __debugInfo(): array
    {
        return $this->toConnection();
    }
}
