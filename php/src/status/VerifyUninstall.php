<?php

declare(strict_types=1);

namespace CrmOauth;

/** A CRM's notice that an app was uninstalled. */
final class VerifyUninstall
{
    /**
     * Verifies the notice: at Pipedrive, a DELETE at the client's redirect URI with the client's own id and secret in
     * its `Authorization` header, which is compared in constant time. The CRM has ended the tokens by then: remove
     * them. Keep that header out of logs.
     *
     * @return array{clientId: string, accountId: string, userId: ?string} the vendor's ids of the account, and of the
     *   user who had installed the app, if the notice names one
     * @throws CallbackError `invalid_signature` for a request that does not know the secret; `invalid_response` for one
     *   that names no account
     * @throws \InvalidArgumentException for a client of a provider that sends no such notice, or one that can't be
     *   verified
     * @see https://pipedrive.readme.io/docs/app-uninstallation
     */
    public static function verify(Request $request, Client $client): array
    {
        $notice = $client->tokenEndpoint->uninstallNotice;
        if ($notice === null) {
            $provider = $client->tokenEndpoint->provider;
            throw new \InvalidArgumentException("$provider sends no notice of an uninstallation that can be verified.");
        }
        $secret = $client->clientSecret() ?? '';
        $expected = 'Basic ' . base64_encode("$client->clientId:$secret");
        // An empty secret is no key: everybody knows it.
        $isKnown = $secret !== '' && hash_equals($expected, $request->header('authorization') ?? '');
        if ($request->method !== 'DELETE' || !$isKnown) {
            throw new CallbackError('invalid_signature', 'The notice does not show the client’s secret.');
        }
        $body = Json::parse($request->text() ?? '');
        $accountId = Json::textAt($body, $notice['account']);
        if ($accountId === null || Json::textAt($body, 'client_id') !== $client->clientId) {
            throw new CallbackError('invalid_response', 'The notice names no account, or another client.');
        }
        $userId = isset($notice['user']) ? Json::textAt($body, $notice['user']) : null;
        return ['clientId' => $client->clientId, 'accountId' => $accountId, 'userId' => $userId];
    }
}
