<?php

declare(strict_types=1);

namespace CrmOauth;

/** Waits for the secrets webhook. */
final class AwaitSecrets
{
    /** How often the store is searched, in ms: the delivery reaches another process than this one. */
    private const INTERVAL = 100;

    /**
     * Gives the integration that the metadata flow has just created. Its secret comes over the webhook, before the
     * redirect or after it: if it is not there yet, this waits.
     *
     * Do not ask for a client id that you know already: that client keeps its secret. Keep the client only after
     * `Tokens::exchangeCode()` has succeeded with it: until then its secret is a mere claim, since the visitor knows
     * the state, too.
     *
     * @param AuthorizationResponse $response whose state is verified
     * @param int $timeout how long to wait, in ms
     * @throws CallbackError `secrets_missing` if none come in time, or those of another integration
     */
    public static function client(
        AuthorizationResponse $response,
        ExternalIntegration $integration,
        SecretsStore $store,
        int $timeout = 10_000,
    ): Client {
        $key = Crypto::digest($response->state);
        $end = hrtime(true) + $timeout * 1_000_000;
        $credentials = $store->collect($key);
        while ($credentials === null && hrtime(true) < $end) {
            usleep(self::INTERVAL * 1000);
            $credentials = $store->collect($key);
        }
        if ($credentials === null || $credentials['clientId'] !== $response->clientId) {
            throw new CallbackError('secrets_missing', 'The secrets of the new integration have not arrived.');
        }
        return $integration->clientOf($credentials);
    }
}
