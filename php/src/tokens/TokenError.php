<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * A request for tokens that brought none. It holds no secret: no request, no response, and no previous exception,
 * since those quote what they read.
 *
 * `getCode()` gives a text. `invalid_grant`: the code or the refresh token is used, expired, missing or not for this
 * client; the person has to connect again, as after `reconnect`. `invalid_client`: the client's id or secret is
 * wrong. `timeout` and `unreachable`: no answer came. The others are those of RFC 6749, sections 5.2 and 4.1.2.1,
 * `redirected` and `invalid_response`.
 */
final class TokenError extends \RuntimeException
{
    /**
     * @param string $host of the account or of the provider
     * @param int|null $status the HTTP status, if there was an answer
     * @param string|null $hint the CRM's own words, such as `Authorization code has been revoked`; text from outside:
     *   escape it
     * @param string|null $reason a description for developers; default: the hint
     */
    public function __construct(
        string $code,
        public readonly string $host,
        public readonly ?int $status = null,
        public readonly ?string $hint = null,
        ?string $reason = null,
    ) {
        $reason ??= $hint;
        parent::__construct("$code at $host" . ($reason === null || $reason === '' ? '' : ": $reason"));
        $this->code = $code;
    }

    /** Whether no answer arrived: the CRM may have carried out the request, or may not. */
    public function isTransport(): bool
    {
        return in_array($this->code, ['timeout', 'unreachable'], true);
    }
}
