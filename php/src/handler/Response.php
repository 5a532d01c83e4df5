<?php

declare(strict_types=1);

namespace CrmOauth;

/** An answer, for any framework to send. */
final class Response
{
    /** Headers of every answer: it is for one person, and is what it says. */
    private const PRIVATE = ['cache-control' => 'no-store', 'x-content-type-options' => 'nosniff'];

    /** @var array<string, string> by names in lower case */
    public readonly array $headers;

    /** @param array<string, string> $headers besides those of every answer, or in their place */
    public function __construct(
        public readonly int $status,
        public readonly string $body = '',
        array $headers = [],
    ) {
        $this->headers = [...self::PRIVATE, ...$headers];
    }

    /**
     * An answer for scripts of this site.
     *
     * @param array<mixed> $body
     * @param array<string, string> $headers
     */
    public static function json(array $body, int $status = 200, array $headers = []): self
    {
        return new self($status, Json::write($body), ['content-type' => 'application/json', ...$headers]);
    }

    /**
     * An answer for a CRM's server.
     *
     * @param array<string, string> $headers
     */
    public static function plain(string $text, int $status = 200, array $headers = []): self
    {
        return new self($status, $text, ['content-type' => 'text/plain; charset=utf-8', ...$headers]);
    }

    /** Sends the answer by PHP's own functions. */
    public function send(): void
    {
        http_response_code($this->status);
        foreach ($this->headers as $name => $value) {
            header("$name: $value");
        }
        if ($this->status !== 204) {
            header('content-length: ' . strlen($this->body));
        }
        echo $this->body;
    }

    /** Lets the client go, so that the script can go on without it. */
    public static function finish(): void
    {
        ignore_user_abort(true);
        foreach (['fastcgi_finish_request', 'litespeed_finish_request'] as $finish) {
            if (function_exists($finish)) {
                $finish();
                return;
            }
        }
        // Elsewhere the client has all of it by `content-length`.
        while (ob_get_level() > 0 && ob_end_flush());
        flush();
    }
}
