<?php

declare(strict_types=1);

namespace CrmOauth;

/** Requests that show the client's credentials. */
final class ClientRequest
{
    /**
     * Sends one in the way and in the form of the client's provider (RFC 6749, section 2.3.1).
     *
     * @param string $host the checked host that gets it
     * @param string $template its URL, with `{host}`
     * @param array<string, string> $fields the other parameters
     * @return array{status: int, text: string|null}
     * @throws TokenError `timeout`, `unreachable`
     */
    public static function send(
        Client $client,
        string $host,
        string $template,
        #[\SensitiveParameter] array $fields,
        RequestOptions $options,
    ): array {
        $url = Hosts::urlAt($template, $host, $options->server);
        $secret = $client->secretAt($host);
        $authentication = $client->authentication();
        $isBasic = $authentication === 'basic';
        $shown = ['client_id' => $client->clientId] + ($secret === null ? [] : ['client_secret' => $secret]);
        $sent = [...($isBasic ? [] : $shown), ...$fields];
        $headers = ['Accept' => 'application/json'];
        if ($authentication === 'query') {
            return Http::send("$url?" . Http::form($sent), $host, $options->timeout, headers: $headers);
        }
        $isForm = $client->tokenEndpoint->encoding === 'form';
        $headers['Content-Type'] = $isForm ? 'application/x-www-form-urlencoded' : 'application/json';
        if ($isBasic) {
            $headers['Authorization'] = 'Basic ' . self::basicCredentials($client->clientId, $secret ?? '');
        }
        $body = $isForm ? Http::form($sent) : Json::write($sent);
        return Http::send($url, $host, $options->timeout, 'POST', $headers, $body);
    }

    /** Encoded as in a form first (RFC 6749, section 2.3.1), so that a colon in the id does not end it. */
    public static function basicCredentials(string $clientId, #[\SensitiveParameter] string $secret): string
    {
        $encode = static fn (string $text): string => substr(Http::form(['_' => $text]), 2);
        return base64_encode($encode($clientId) . ':' . $encode($secret));
    }

    /**
     * The client's secret in every form in which a request may show it: an error must repeat none.
     *
     * @return list<string>
     */
    public static function shownSecrets(Client $client, string $host): array
    {
        $secret = $client->secretAt($host);
        return $secret === null ? [] : [self::basicCredentials($client->clientId, $secret), $secret];
    }
}
