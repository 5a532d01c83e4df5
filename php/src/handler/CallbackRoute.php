<?php

declare(strict_types=1);

namespace CrmOauth;

/** `GET /callback/NAME`: the redirect URI. */
final class CallbackRoute
{
    /** Path of this site to go on to: the state's, or else the page that the browser comes from. */
    private string $returnTo;

    public function __construct(
        private readonly Exchange $exchange,
        private readonly Client|ExternalIntegration $client,
    ) {
        $referrer = $exchange->request->header('referer') ?? '';
        $this->returnTo = ReturnTo::pathAt($client->redirectUri, $referrer) ?? '/';
    }

    /** Exchanges the code, keeps the connection, and brings the outcome to the page with the button. */
    public function answer(): Response
    {
        $script = "{$this->exchange->basePath}/callback.js";
        try {
            $this->complete();
        } catch (\Throwable $error) {
            return CallbackPage::page($this->returnTo, $script, $this->wordOf($error));
        }
        // In `popup` mode the button has taken the page itself here.
        $isOwnPage = $this->exchange->request->header('sec-fetch-site') === 'same-origin';
        return $isOwnPage
            ? new Response(303, '', ['location' => $this->returnTo])
            : CallbackPage::page($this->returnTo, $script);
    }

    private function complete(): void
    {
        [$exchange, $client] = [$this->exchange, $this->client];
        $user = $exchange->user();
        if ($user === '') {
            // The word of OpenID Connect (Core 1.0, section 3.1.2.6).
            throw new CallbackError('login_required', 'Nobody is signed in.');
        }
        $codeVerifier = null;
        $verify = function (string $state) use ($user, $client, $exchange, &$codeVerifier): void {
            $session = StateRoute::sessionOf($user, $client);
            $record = States::take($state, $session, $exchange->store->states(), $client);
            ['returnTo' => $returnTo, 'codeVerifier' => $codeVerifier] = StateRoute::readAttempt($record->data);
            $this->returnTo = $returnTo ?? $this->returnTo;
        };
        $response = $exchange->read($client, $verify);
        $known = $this->clientOf($response);
        $options = $exchange->life->requestOptions($known->tokenEndpoint->provider);
        $tokens = Tokens::exchangeCode(
            $known,
            $response,
            new RequestOptions($options->server, $options->timeout, $codeVerifier),
        );
        // Not before the CRM has taken the secret: the visitor can post one to the webhook as well.
        $credentials = $known === $client
            ? null
            : ['clientId' => $known->clientId, 'clientSecret' => (string) $known->clientSecret()];
        $record = Connect::keep($exchange->life, $user, $known, $tokens, $credentials);
        ($exchange->afterConnect)($record->toConnection(), $user);
    }

    /** In the metadata flow, the client whose secret comes over the webhook, perhaps only now. */
    private function clientOf(AuthorizationResponse $response): Client
    {
        return $this->client instanceof Client
            ? $this->client
            : AwaitSecrets::client($response, $this->client, $this->exchange->store->secrets());
    }

    /** One word for the page: the CRM's own, or this side's. */
    private function wordOf(\Throwable $error): string
    {
        if ($error instanceof CallbackError) {
            return (string) $error->getCode();
        }
        // A wrong secret, or a CRM that does not answer, is for the developers as well.
        ($this->exchange->report)($error);
        return $error instanceof TokenError ? (string) $error->getCode() : 'completion_failed';
    }
}
