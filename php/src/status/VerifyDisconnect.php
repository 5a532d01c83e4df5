<?php

declare(strict_types=1);

namespace CrmOauth;

/** The disconnect hook of Kommo and amoCRM. */
final class VerifyDisconnect
{
    /**
     * Verifies the hook: a GET with `client_uuid`, `account_id` and `signature`, the hexadecimal HMAC-SHA256 of
     * `client_uuid|account_id` under the client secret.
     *
     * The signature is the same every time, so whoever saw an old request can send it again. Before you remove
     * anything, ask the CRM whether the hook tells the truth: the handler does.
     *
     * A visitor may know the secret of an integration that came over the secrets webhook. Its signature speaks only for
     * accounts of that integration: look them up under both ids.
     *
     * @param \Closure(string): ?string $findSecret gives the client secret of an integration; `null` if it is none of
     *   yours
     * @return array{clientId: string, accountId: int}
     * @throws CallbackError `invalid_signature`
     * @see https://developers.kommo.com/docs/oauth-20
     */
    public static function verify(Query $query, \Closure $findSecret): array
    {
        $clientId = $query->get('client_uuid') ?? '';
        $accountId = $query->get('account_id') ?? '';
        $secret = preg_match('/^\d{1,15}$/D', $accountId) ? $findSecret($clientId) ?? '' : '';
        $expected = bin2hex(Crypto::hmac($secret, "$clientId|$accountId"));
        // An empty secret is no key: everybody knows it.
        if ($secret === '' || !hash_equals($expected, $query->get('signature') ?? '')) {
            throw new CallbackError('invalid_signature', 'The signature is not that of the integration’s secret.');
        }
        return ['clientId' => $clientId, 'accountId' => (int) $accountId];
    }
}
