<?php

declare(strict_types=1);

namespace CrmOauth;

/** `GET /state`: a state for one attempt of the user's, and the PKCE challenge that goes with it. */
final class StateRoute
{
    /** @throws Refusal 400, and those of `ownUser()` */
    public static function answer(Exchange $exchange): Response
    {
        $user = $exchange->ownUser();
        $parameters = $exchange->request->parameters;
        $client = $exchange->life->clients->get($parameters->get('provider') ?? '');
        if ($client === null) {
            throw new Refusal(400, 'unknown_provider');
        }
        $given = $parameters->get('returnTo') ?? '';
        $returnTo = $given === '' ? null : ReturnTo::pathAt($client->redirectUri, $given);
        if ($given !== '' && $returnTo === null) {
            throw new Refusal(400, 'invalid_return_to');
        }
        $endpoint = $client->tokenEndpoint;
        $usesPkce = $endpoint->usesPkce ?? $endpoint->pkce !== 'never';
        $codeVerifier = $usesPkce ? Crypto::randomText() . Crypto::randomText() : null;
        $data = Json::write(['returnTo' => $returnTo, 'codeVerifier' => $codeVerifier]);
        $session = self::sessionOf($user, $client);
        $state = States::issue($session, $exchange->store->states(), $client, $data);
        // Of a verifier, the digest is its challenge by S256 (RFC 7636, section 4.2).
        $challenge = $codeVerifier === null ? [] : ['codeChallenge' => Crypto::digest($codeVerifier)];
        return Response::json(['state' => $state, ...$challenge]);
    }

    /** A user may have 20 states for each client: a page with many buttons must not push out those of another page. */
    public static function sessionOf(string $user, Client|ExternalIntegration $client): string
    {
        return Json::write([$user, $client->name]);
    }

    /**
     * Reads what was kept with a state.
     *
     * @return array{returnTo: ?string, codeVerifier: ?string} a path of this site, and the PKCE code verifier (RFC
     *   7636), which no browser sees
     */
    public static function readAttempt(?string $data): array
    {
        $kept = Json::parse($data);
        $textAt = static fn (string $name): ?string
            => is_array($kept) && is_string($kept[$name] ?? null) ? $kept[$name] : null;
        return ['returnTo' => $textAt('returnTo'), 'codeVerifier' => $textAt('codeVerifier')];
    }
}
