<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * States that are kept in a store: 128 random bits, bound to the visitor's session and to the client, good for one use.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.4
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7
 */
final class States
{
    /** How long a visitor has, in ms. The authorization code itself lasts 20 minutes. */
    public const LIFETIME = 10 * 60_000;

    /**
     * Issues a state for one attempt, for the button's `data-state`. Throws if the store does.
     *
     * @param string $session something only this visitor's browser has, such as the id in a session cookie
     * @param Client|ExternalIntegration|null $client of the attempt, lest the response of one CRM be taken for
     *   another's
     * @param ?string $data kept with the state, for the server alone
     * @throws \InvalidArgumentException for an empty session, which all visitors would share
     */
    public static function issue(
        string $session,
        StateStore $store,
        Client|ExternalIntegration|null $client = null,
        #[\SensitiveParameter] ?string $data = null,
    ): string {
        if ($session === '') {
            throw new \InvalidArgumentException('A state is bound to a session, and the session must not be empty.');
        }
        $state = Crypto::randomText();
        $now = Clock::now();
        $record = new StateRecord(
            session: Crypto::digest($session),
            expires: $now + self::LIFETIME,
            client: self::digestOf($client),
            data: $data,
        );
        $store->add(Crypto::digest($state), $record, $now);
        return $state;
    }

    /**
     * Uses up a state that came back with the redirect. In another visitor's session it is refused, and stays good for
     * its own.
     *
     * @param string $session the same as for `issue()`, as is `$client`
     * @return StateRecord the record, with its data
     * @throws CallbackError `state_mismatch` if it was never issued, or to another session, or for another client;
     *   `state_used`; `state_expired`
     */
    public static function take(
        string $state,
        string $session,
        StateStore $store,
        Client|ExternalIntegration|null $client = null,
    ): StateRecord {
        $id = Crypto::digest($state);
        $record = $store->get($id);
        if ($record === null || !hash_equals($record->session, Crypto::digest($session))) {
            throw new CallbackError('state_mismatch', 'The state was not issued to this session.');
        }
        // Before it is used up: it stays good for its own client.
        if ($record->client !== self::digestOf($client)) {
            throw new CallbackError('state_mismatch', 'The state was not issued for this client.');
        }
        if (!$record->isUsed && $record->expires <= Clock::now()) {
            throw new CallbackError('state_expired', 'The state has expired.');
        }
        // The record may be out of date by now; the store decides.
        if ($record->isUsed || !$store->use($id)) {
            throw new CallbackError('state_used', 'The state has been used before.');
        }
        return $record;
    }

    /**
     * Finds a state that was issued to anybody and has not expired, used or not. For the secrets webhook, which the CRM
     * calls without a session.
     */
    public static function find(string $state, StateStore $store): ?CurrentState
    {
        $record = $store->get(Crypto::digest($state));
        $remaining = $record === null ? 0 : $record->expires - Clock::now();
        return $record !== null && $remaining > 0 ? new CurrentState($record->session, $remaining) : null;
    }

    private static function digestOf(Client|ExternalIntegration|null $client): ?string
    {
        return $client === null ? null : Crypto::digest($client->context());
    }
}
