<?php

declare(strict_types=1);

namespace CrmOauth;

/** What the CRM says about tokens. */
final class Asked
{
    /** How long the access token has to be good for, in ms: the API refuses an expired one, connected or not. */
    private const LEEWAY = 60_000;

    /**
     * @param TokenSet $tokens the same, or newer ones, which have to be kept before anything is thrown
     * @param ?\Throwable $failure why it is not known
     */
    private function __construct(
        public readonly bool $isOver,
        public readonly TokenSet $tokens,
        public readonly ?\Throwable $failure = null,
    ) {
    }

    /** Asks the CRM whether tokens are over, by a call that any good access token may make. It throws nothing. */
    public static function whetherOver(Client $client, TokenSet $current, RequestOptions $options): self
    {
        $tokens = $current;
        try {
            if (($current->expiresAt ?? PHP_INT_MAX) <= Clock::now() + self::LEEWAY) {
                $tokens = Tokens::refresh($client, $current, $options);
            }
            ['status' => $status] = Api::call($client, $tokens, self::urlOf($client->tokenEndpoint), $options);
            return new self($status === 401, $tokens);
        } catch (\Throwable $error) {
            $isOver = $error instanceof TokenError && $error->getCode() === 'invalid_grant';
            return new self($isOver, $tokens, $isOver ? null : $error);
        }
    }

    /** The URL of that call. */
    private static function urlOf(TokenEndpoint $endpoint): string
    {
        $url = is_array($endpoint->account) ? $endpoint->account['url'] ?? null : null;
        return $url ?? throw new \InvalidArgumentException(
            "$endpoint->provider has no account.url, which tells whether a token is good.",
        );
    }
}
