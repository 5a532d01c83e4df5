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
    use HandlerCalls;

    private readonly Life $life;

    /** @var \Closure(\Throwable): void */
    private readonly \Closure $onError;

    /**
     * @param list<Client|ExternalIntegration> $clients one for each CRM; a second one for the same CRM has a `name`.
     *   Each redirect URI ends in `/crm/callback/NAME`
     * @param Store $store keeps states, secrets and connections
     * @param \Closure(Request): (string|int|null) $userOf gives the id of the user who is signed in, by your session
     *   and never by a parameter; `null`, 0 or an empty text where nobody is
     * @param string $basePath path in front of the routes, as PHP sees it
     * @param ?string $server base URL of the sandbox, which stands in for every CRM and gets the secrets:
     *   `http://localhost:4400`. Default: the CRMs
     * @param ?\Closure(array<string, mixed>, string): void $afterConnect called with the connection and its user after
     *   each authorization, before the visitor goes on. If it throws, they learn that it failed (`completion_failed`);
     *   the connection stays
     * @param ?\Closure(array<string, mixed>, string): void $onStatus called after each change of a connection's status.
     *   The user is empty for a widget's install that nobody has claimed
     * @param ?\Closure(\Throwable): void $onError gets every error that is not the visitor's: no secret is in it.
     *   Default: `error_log()`
     * @throws \InvalidArgumentException for two clients of one name, for a redirect URI that is none of its routes, and
     *   for a base path without a slash
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

    /**
     * Answers the current request if it is for one of the routes, and says whether it was: `if ($crm->run()) exit;`.
     */
    public function run(?Request $request = null): bool
    {
        $request ??= Request::fromGlobals();
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
}
