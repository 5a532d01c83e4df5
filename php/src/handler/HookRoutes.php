<?php

declare(strict_types=1);

namespace CrmOauth;

/** The routes that a CRM's server calls. */
final class HookRoutes
{
    /** `POST /secrets/NAME`: the CRM delivers the id and secret of an integration that a consent has created. */
    public static function secrets(Exchange $exchange): Response
    {
        $states = $exchange->store->states();
        $find = static fn (string $state): ?CurrentState => States::find($state, $states);
        return ReceiveSecrets::receive($exchange->request, $exchange->store->secrets(), $find);
    }

    /** `GET /disconnected/NAME`: an account was disconnected at the CRM. */
    public static function disconnected(Exchange $exchange, Client|ExternalIntegration $client): Response
    {
        $life = $exchange->life;
        $parameters = $exchange->request->parameters;
        $account = $parameters->get('account_id') ?? '';
        $findSecret = static function (string $id) use ($life, $client, $account): ?string {
            if ($client instanceof Client) {
                return $client->clientId === $id ? $client->clientSecret() : null;
            }
            foreach ($life->connections->find($client->name, $account) as $record) {
                if (($record->credentials['clientId'] ?? null) === $id) {
                    return $record->credentials['clientSecret'];
                }
            }
            return null;
        };
        ['clientId' => $clientId, 'accountId' => $accountId] = VerifyDisconnect::verify($parameters, $findSecret);
        // Whoever knows the secret of an integration speaks for its own connections alone.
        $isMeant = static fn (ConnectionRecord $record): bool
            => $client instanceof Client || ($record->credentials['clientId'] ?? null) === $clientId;
        Disconnect::mark($life, $client->name, (string) $accountId, $isMeant, false);
        return Response::plain('ok');
    }

    /** `DELETE /callback/NAME`: an app was uninstalled, as the CRM shows by the client's own secret. */
    public static function uninstalled(Exchange $exchange, Client $client): Response
    {
        ['accountId' => $account] = VerifyUninstall::verify($exchange->request, $client);
        Disconnect::mark($exchange->life, $client->name, $account, static fn (): bool => true, true);
        return Response::plain('ok');
    }

    /** Whether a request is a widget's install: the CRM sends a code to the redirect URI of its own accord. */
    public static function isInstall(Exchange $exchange, Client|ExternalIntegration $client): bool
    {
        $parameters = $exchange->request->parameters;
        return $parameters->get('from_widget') === '1' && !$parameters->has('state')
            && $client instanceof Client && $client->tokenEndpoint->installsWidgets === true;
    }

    /**
     * Somebody has installed a widget. Nothing authenticates the request, so that the account is the one that the
     * tokens' API names, and it belongs to nobody until a signed-in person has claimed it.
     *
     * The CRM waits for 3 seconds, and does not send it again: the answer comes first, where there is a way.
     */
    public static function installed(Exchange $exchange, Client $client): Response
    {
        $response = $exchange->read($client, static fn () => null);
        if ($response->clientId !== $client->clientId) {
            throw new CallbackError('invalid_response', 'The install is of another integration.');
        }
        ($exchange->afterwards)(static function () use ($exchange, $client, $response): void {
            $options = $exchange->life->requestOptions($response->provider);
            $tokens = Tokens::exchangeCode($client, $response, $options);
            Connect::keep($exchange->life, '', $client, $tokens, null);
        });
        return Response::plain('ok');
    }
}
