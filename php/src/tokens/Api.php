<?php

declare(strict_types=1);

namespace CrmOauth;

/** What a back end asks a CRM's API with an account's tokens. */
final class Api
{
    /**
     * Asks the CRM which account an access token opens. Key a connection by its id, and never by a parameter of the
     * redirect, which anybody can write.
     *
     * @return array{id: string, name: string|null} the vendor's id of the account, whatever host the account has now;
     *   and its name, which is text from outside: escape it. Null if the CRM does not tell
     * @throws TokenError `access_denied` if the API does not take the token, `invalid_response` if its answer names
     *   no account
     * @throws CallbackError if the tokens are not of the client's provider, before any request
     * @throws \InvalidArgumentException for a provider whose definition does not say how
     */
    public static function fetchAccount(
        Client $client,
        TokenSet $tokens,
        RequestOptions $options = new RequestOptions(),
    ): array {
        $endpoint = $client->tokenEndpoint;
        $account = $endpoint->account
            ?? throw new \InvalidArgumentException("$endpoint->provider does not tell which account a token is for.");
        $host = $tokens->host;
        if ($account === 'host') {
            return ['id' => Hosts::checkApiHost($endpoint, $host), 'name' => null];
        }
        if (!isset($account['url'])) {
            $id = $tokens->account
                ?? throw new TokenError('invalid_response', $host, reason: 'The token response named no account');
            return ['id' => $id, 'name' => null];
        }
        $body = isset($account['body']) ? Json::write($account['body']) : null;
        $answer = self::call($client, $tokens, $account['url'], $options, $body === null ? 'GET' : 'POST', $body);
        $status = $answer['status'];
        if ($status >= 400) {
            throw new TokenError('access_denied', $host, $status, reason: "HTTP $status");
        }
        $fields = Json::parse($answer['text']);
        $id = Json::textAt($fields, $account['id'])
            ?? throw new TokenError('invalid_response', $host, $status, reason: 'The answer names no account');
        return ['id' => $id, 'name' => isset($account['name']) ? Json::textAt($fields, $account['name']) : null];
    }

    /**
     * Asks the CRM for the host of an account that may have been renamed, by its refresh token: the access token may
     * have expired.
     *
     * @return string|null the host that it has today; null if the CRM does not tell
     * @throws TokenError `timeout`, `unreachable`
     * @throws CallbackError for a host that is none of the provider's
     */
    public static function findCurrentHost(
        Client $client,
        TokenSet $tokens,
        RequestOptions $options = new RequestOptions(),
    ): ?string {
        $endpoint = $client->tokenEndpoint;
        $currentHost = $endpoint->currentHost;
        $refreshToken = $tokens->refreshToken();
        if ($currentHost === null || $refreshToken === null) {
            return null;
        }
        // One that stays, whatever the account is called.
        $claims = Jwt::readClaims($tokens->accessToken());
        $named = array_key_exists($currentHost['claim'], $claims) ? $claims[$currentHost['claim']] : $tokens->host;
        $asked = Hosts::checkHost($endpoint, $named);
        $url = Hosts::urlAt($currentHost['url'], $asked, $options->server);
        $headers = ['Accept' => 'application/json', $currentHost['header'] => $refreshToken];
        $answer = Http::send($url, $asked, $options->timeout, headers: $headers);
        $found = $answer['status'] === 200
            ? Json::textAt(Json::parse($answer['text']), $currentHost['field'])
            : null;
        return $found === null ? null : Hosts::checkHost($endpoint, $found);
    }

    /**
     * Sends a request with an access token in its header to the API that the token is for.
     *
     * @param string $template its URL, with `{host}`
     * @param string|null $json a body. Default: none
     * @return array{status: int, text: string|null}
     * @throws CallbackError if the tokens are not of the client's provider, before any request
     * @throws TokenError `timeout`, `unreachable`
     */
    public static function call(
        Client $client,
        TokenSet $tokens,
        string $template,
        RequestOptions $options,
        string $method = 'GET',
        ?string $json = null,
    ): array {
        $endpoint = $client->tokenEndpoint;
        $checked = Hosts::checkApiHost($endpoint, $tokens->host);
        $headers = [
            'Accept' => 'application/json',
            'Authorization' => "$endpoint->scheme {$tokens->accessToken()}",
            ...($json === null ? [] : ['Content-Type' => 'application/json']),
        ];
        $url = Hosts::urlAt($template, $checked, $options->server);
        return Http::send($url, $checked, $options->timeout, $method, $headers, $json);
    }
}
