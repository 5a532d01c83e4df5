<?php

declare(strict_types=1);

namespace CrmOauth;

/** What each step of a connection's life works with. */
final class Life
{
    /**
     * @param \Closure(string): RequestOptions $requestOptions how requests to a provider are sent, by its name
     * @param \Closure(ConnectionRecord): void $tell tells the application of a new status; it does not throw
     */
    public function __construct(
        public readonly Clients $clients,
        public readonly ConnectionStore $connections,
        private readonly \Closure $requestOptions,
        private readonly \Closure $tell,
    ) {
    }

    public function requestOptions(string $provider): RequestOptions
    {
        return ($this->requestOptions)($provider);
    }

    public function tell(ConnectionRecord $record): void
    {
        ($this->tell)($record);
    }
}
