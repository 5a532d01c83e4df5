<?php

declare(strict_types=1);

namespace CrmOauth;

/** Settings of a request to a CRM. */
final class RequestOptions
{
    /**
     * @param string|null $server base URL of a server that stands in for the provider's, such as the sandbox: https,
     *   or http on this machine. It receives the client secret. The host is checked all the same. Default: the
     *   provider's server
     * @param int $timeout how long one request may take, in ms
     * @param string|null $codeVerifier of `exchangeCode()`: the PKCE code verifier to the challenge of this attempt
     *   (RFC 7636). A client without a secret needs one
     */
    public function __construct(
        public readonly ?string $server = null,
        public readonly int $timeout = 10_000,
        #[\SensitiveParameter] public readonly ?string $codeVerifier = null,
    ) {
    }

    /** @return array{server: string|null, timeout: int} for `var_dump()` and `print_r()`, of a trace, too */
    public function __debugInfo(): array
    {
        return ['server' => $this->server, 'timeout' => $this->timeout];
    }
}
