<?php

declare(strict_types=1);

namespace CrmOauth;

/** The secrets webhook, `secrets_uri`. */
final class ReceiveSecrets
{
    /**
     * Answers the webhook: the CRM posts the id and the secret of the integration that a consent in the metadata flow
     * has just created.
     *
     * Nothing is signed. Only the one-time state vouches for the request, and its visitor knows it as well as the CRM
     * does: they can deliver anything, another integration's id with a wrong secret included. So a delivery is a claim.
     * It counts once `Tokens::exchangeCode()` has succeeded with it, and only for a client id that is not known.
     *
     * @param \Closure(string): ?CurrentState $find finds a state that was issued here and has not expired, such as
     *   `States::find()`
     * @return Response 200, exactly, once the secrets are kept: the CRM takes anything else, 204 included, for a
     *   failure, and aborts the installation. 400 for an incomplete body, for a field with more than 512 characters or
     *   other than printable ASCII (RFC 6749, appendix A), or for one twice in a form; 403 for an unknown state; 405;
     *   409 for a second delivery; 413; 415
     */
    public static function receive(Request $request, SecretsStore $store, \Closure $find): Response
    {
        if ($request->method !== 'POST') {
            return Response::plain('use POST', 405, ['allow' => 'POST']);
        }
        $type = self::mediaType($request->header('content-type') ?? '');
        if ($type !== 'application/json' && $type !== 'application/x-www-form-urlencoded') {
            return Response::plain('use application/json or application/x-www-form-urlencoded', 415);
        }
        $body = $request->text();
        if ($body === null) {
            return Response::plain('the body is too long', 413);
        }
        $field = $type === 'application/json' ? self::jsonField($body) : self::formField($body);
        [$clientId, $clientSecret, $state] = array_map($field, ['client_id', 'client_secret', 'state']);
        if ($clientId === null || $clientSecret === null || $state === null) {
            $text = 'client_id, client_secret and state are needed, in at most 512 characters each';
            return Response::plain($text, 400);
        }
        $current = $find($state);
        if ($current === null) {
            return Response::plain('unknown state', 403);
        }
        $credentials = ['clientId' => $clientId, 'clientSecret' => $clientSecret];
        return $store->deliver(Crypto::digest($state), $credentials, $current)
            ? Response::plain('ok')
            : Response::plain('the secrets for this state have been delivered before', 409);
    }

    /** @return \Closure(string): ?string */
    private static function jsonField(string $body): \Closure
    {
        $fields = Json::parse($body);
        return static fn (string $name): ?string => is_array($fields) ? self::text($fields[$name] ?? null) : null;
    }

    /** @return \Closure(string): ?string gives a field that is there once */
    private static function formField(string $body): \Closure
    {
        $fields = Query::parse($body);
        return static function (string $name) use ($fields): ?string {
            $values = $fields->all($name);
            return count($values) === 1 ? self::text($values[0]) : null;
        };
    }

    private static function text(mixed $value): ?string
    {
        return is_string($value) && preg_match('/^[\x20-\x7e]{1,512}$/D', $value) ? $value : null;
    }

    /** Gives a media type without its parameters (RFC 9110, section 8.3.1). */
    private static function mediaType(string $header): string
    {
        return preg_match('/^([^;\s]*)[ \t]*(?:;|$)/D', $header, $found) ? strtolower($found[1]) : '';
    }
}
