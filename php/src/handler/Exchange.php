<?php

declare(strict_types=1);

namespace CrmOauth;

/** One request, and what its route works with. */
final class Exchange
{
    /**
     * @param \Closure(): string $user the user who is signed in; empty if nobody is
     * @param \Closure(array<string, mixed>, string): void $afterConnect tells the application of a new connection
     * @param \Closure(\Closure(): void): void $afterwards goes on with a task after the answer
     * @param \Closure(\Throwable): void $report tells the application of an error
     */
    public function __construct(
        public readonly Request $request,
        public readonly string $basePath,
        public readonly Store $store,
        public readonly Life $life,
        private readonly \Closure $user,
        public readonly \Closure $afterConnect,
        public readonly \Closure $afterwards,
        public readonly \Closure $report,
    ) {
    }

    /**
     * Reads the authorization response of a client. The route has told the client by its path; a proxy may have taken a
     * part of that away.
     *
     * @param \Closure(string): void $verify verifies the state, and throws if it is not good
     * @throws CallbackError
     */
    public function read(Client|ExternalIntegration $client, \Closure $verify): AuthorizationResponse
    {
        $place = strtok($client->redirectUri, '?');
        return AuthorizationResponse::read("$place?{$this->request->query}", $verify, $client);
    }

    /** The user who is signed in; empty if nobody is. */
    public function user(): string
    {
        return ($this->user)();
    }

    /**
     * The user who asks for something of their own.
     *
     * A page elsewhere can send a request along with this site's cookies, if these let it, and fill the user's states:
     * browsers say where a request comes from (Fetch Metadata).
     *
     * @throws Refusal 403, 401
     * @see https://www.w3.org/TR/fetch-metadata/
     */
    public function ownUser(): string
    {
        $site = $this->request->header('sec-fetch-site') ?? 'none';
        if ($site !== 'same-origin' && $site !== 'none') {
            throw new Refusal(403, 'cross_site');
        }
        $user = $this->user();
        if ($user === '') {
            throw new Refusal(401, 'login_required');
        }
        return $user;
    }
}
