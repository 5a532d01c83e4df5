<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * A request from outside, such as the redirect or the disconnect hook, that must not be acted on. The message is for
 * developers and repeats nothing from the request.
 *
 * `getCode()` gives a text: `access_denied` or another error of the provider, verbatim (RFC 6749, section 4.1.2.1),
 * or a finding of this side. `$kind` tells them apart. A provider's error is text from outside: escape it.
 */
final class CallbackError extends \RuntimeException
{
    /** @param 'client'|'provider' $kind `provider` if the CRM reported the error, `client` if this side found it */
    public function __construct(string $code, string $message, public readonly string $kind = 'client')
    {
        parent::__construct($message);
        $this->code = $code;
    }
}
