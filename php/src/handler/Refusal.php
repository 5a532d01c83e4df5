<?php

declare(strict_types=1);

namespace CrmOauth;

/** A request that is refused, with a word for the page that sent it. */
final class Refusal extends \RuntimeException
{
    /** @param array<string, string> $headers */
    public function __construct(
        public readonly int $status,
        public readonly string $word,
        public readonly array $headers = [],
    ) {
        parent::__construct("$status $word");
    }

    /** The answer to a route that a client does not have. */
    public static function missing(): self
    {
        return new self(404, 'not_found');
    }

    public function toResponse(): Response
    {
        return Response::json(['error' => $this->word], $this->status, $this->headers);
    }
}
