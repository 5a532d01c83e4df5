<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * A back end: states, the callback, webhooks, refresh and status for every CRM.
 *
 *     $crm = new Handler(
 *         [new Client($clientId, 'https://shop.example/crm/callback/kommo', $clientSecret)],
 *         PdoStore::open('sqlite:/var/lib/shop/crm.db', keys: [$key]),
 *         fn () => $_SESSION['user'] ?? null,
 *     );
 */
final class Handler
{
    private readonly Life $life;

    /** @var \Closure(\Throwable): void */
    private readonly \Closure $onError;

    /**
     * @param list<Client|ExternalIntegration> $clients one for each CRM; a second one for the same CRM has a `name`. Each redirect
     *   URI ends in `/crm/callback/NAME`
     * @param Store $store keeps states, secrets and connections
     * @param \Closure(Request): (string|int|null) $userOf gives the id of the user who is signed in, by your session and never by a
     *   parameter; `null`, 0 or an empty text where nobody is
     * @param string $basePath path in front of the routes, as PHP sees it
     * @param ?string $server base URL of the sandbox, which stands in for every CRM and gets the secrets: `http://localhost:4400`.
     *   Default: the CRMs
     * @param ?\Closure(array<string, mixed>, string): void $afterConnect called with the connection and its user after each
     *   authorization, before the visitor goes on. If it throws, they learn that it failed (`completion_failed`); the connection stays
     * @param ?\Closure(array<string, mixed>, string): void $onStatus called after each change of a connection's status. The user is
     *   empty for a widget's install that nobody has claimed
     * @param ?\Closure(\Throwable): void $onError gets every error that is not the visitor's: no secret is in it. Default:
     *   `error_log()`
     * @throws \InvalidArgumentException for two clients of one name, for a redirect URI that is none of its routes, and for a base
     *   path without a slash
     */
    public function __construct(
        array $clients,
        private readonly Store $store,
        private readonly \Closure $userOf,
        private readonly string $basePath = '/crm',
        ?string $server = null,
        private readonly ?\Closure $afterConnect = null,
        private readonly ?\Closure $onStatus = null,
        ?\Closure $onError = null,
    ) {
        if (!preg_match('~^(/[\w.\~-]+)*$~D', $basePath)) {
            throw new \InvalidArgumentException('basePath begins with a slash and does not end in one.');
        }
        $this->onError = $onError ?? static fn (\Throwable $error) => error_log((string) $error);
        $place = $server === null ? null : preg_replace('~/$~D', '', $server);
        $this->life = new Life(
            new Clients(array_values($clients), $basePath),
            $store->connections(),
            static fn (string $provider) => new RequestOptions($place === null ? null : "$place/$provider"),
            $this->tell(...),
        );
    }

    /** Whether a path is one of its routes. */
    public function has(string $path): bool
    {
        return str_starts_with($path, "$this->basePath/");
    }

    /** Answers the current request if it is for one of the routes, and says whether it was: `if ($crm->run()) exit;`. */
    public function run(): bool
    {
        $request = Request::fromGlobals();
        if (!$this->has($request->path)) {
            return false;
        }
        $tasks = [];
        $this->handle($request, static function (\Closure $task) use (&$tasks): void {
            $tasks[] = $task;
        })->send();
        if ($tasks !== []) {
            Response::finish();
        }
        foreach ($tasks as $task) {
            $task();
        }
        return true;
    }

    /**
     * Answers a request. It throws nothing.
     *
     * @param ?\Closure(\Closure(): void): void $afterwards takes what can be done once the answer is sent, as Laravel's
     *   `app()->terminating(...)` does. Default: it is done before, and a CRM that waits 3 seconds may give up
     */
    public function handle(Request $request, ?\Closure $afterwards = null): Response
    {
        $reported = function (\Closure $task): void {
            try {
                $task();
            } catch (\Throwable $error) {
                ($this->onError)($error);
            }
        };
        $exchange = new Exchange(
            $request,
            $this->basePath,
            $this->store,
            $this->life,
            fn (): string => self::textOf(($this->userOf)($request)),
            $this->afterConnect ?? static fn () => null,
            $afterwards === null
                ? static fn (\Closure $task) => $task()
                : static fn (\Closure $task) => $afterwards(static fn () => $reported($task)),
            $this->onError,
        );
        try {
            return Route::answer($exchange);
        } catch (Refusal $refusal) {
            return $refusal->toResponse();
        } catch (CallbackError $error) {
            return Response::plain((string) $error->getCode(), 403);
        } catch (\Throwable $error) {
            ($this->onError)($error);
            return $error instanceof TokenError
                ? Response::plain((string) $error->getCode(), 502)
                : Response::plain('server_error', 500);
        }
    }

    /**
     * A user's connections, oldest first.
     *
     * @return list<array<string, mixed>> with `id`, `client`, `provider`, `account`, `accountName`, `host`, `status`, `since` and
     *   `until`. Names and ids of the CRM's are text from outside: escape them
     */
    public function connections(string $user): array
    {
        $toConnection = static fn (ConnectionRecord $record): array => $record->toConnection();
        return array_map($toConnection, $this->life->connections->list(self::known($user)));
    }

    /**
     * Gives an access token that is good for a request to the API at the connection's `host`, refreshed first if it is about to
     * expire: once, however many ask.
     *
     * @param ?int $leeway how much longer it has to be good, in ms. Default 5 minutes
     * @param ?string $refused an access token that the API has refused with 401
     * @throws TokenError `reconnect` if the person has to authorize again, which the connection then says, and for a connection
     *   that is not this user's; any other if the CRM does not answer
     */
    public function accessToken(
        string $user,
        string $id,
        ?int $leeway = null,
        #[\SensitiveParameter] ?string $refused = null,
    ): string {
        return FreshConnection::get($this->life, self::known($user), $id, $leeway, $refused)->accessToken();
    }

    /** Forgets a connection, and ends its grant at the CRM where there is a way. Gives `false` if it is not this user's. */
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
     * Connects an account by a long-lived token of a private integration, which its owner has copied from the CRM, once the CRM's
     * API has taken it and named the account.
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

    private function tell(ConnectionRecord $record): void
    {
        try {
            ($this->onStatus ?? static fn () => null)($record->toConnection(), $record->user);
        } catch (\Throwable $error) {
            ($this->onError)($error);
        }
    }

    private static function textOf(string|int|null $user): string
    {
        return $user === null || $user === 0 ? '' : (string) $user;
    }

    /** Without a user there would be connections that belong to nobody, or to everybody. */
    private static function known(string $user): string
    {
        return $user === '' ? throw new \InvalidArgumentException('The id of the user is missing.') : $user;
    }
}
