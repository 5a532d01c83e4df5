<?php

declare(strict_types=1);

namespace CrmOauth;

/** Requests to a CRM. */
final class Http
{
    /** Longer than any answer of a CRM that is read here, in bytes. */
    private const LIMIT = 65_536;

    /**
     * Sends one request. It follows no redirect, which would take a secret or a token along, and reads no endless
     * answer.
     *
     * @param string $url from `Hosts::urlAt()`, with or without a query of its own
     * @param string $host the CRM's, for errors
     * @param int $timeout in ms
     * @param array<string, string> $headers by name
     * @return array{status: int, text: string|null} the status, and the body unless it is too long
     * @throws TokenError `timeout`, `unreachable`
     */
    public static function send(
        #[\SensitiveParameter] string $url,
        string $host,
        int $timeout,
        string $method = 'GET',
        #[\SensitiveParameter] array $headers = [],
        #[\SensitiveParameter] ?string $body = null,
    ): array {
        $text = '';
        $isTooLong = false;
        $read = static function (\CurlHandle $handle, string $chunk) use (&$text, &$isTooLong): int {
            $isTooLong = strlen($text) + strlen($chunk) > self::LIMIT;
            $text .= $isTooLong ? '' : $chunk;
            // Any other number than that of the bytes ends the transfer.
            return $isTooLong ? -1 : strlen($chunk);
        };
        $curl = curl_init();
        curl_setopt_array($curl, self::options($url, $timeout, $method, $headers, $body));
        curl_setopt($curl, CURLOPT_WRITEFUNCTION, $read);
        curl_exec($curl);
        $failure = $isTooLong ? CURLE_OK : curl_errno($curl);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($failure === CURLE_OPERATION_TIMEDOUT) {
            throw new TokenError('timeout', $host, reason: "No answer within $timeout ms");
        }
        if ($failure !== CURLE_OK) {
            // A fixed text for each number. That of the transfer may quote the request.
            throw new TokenError('unreachable', $host, reason: curl_strerror($failure));
        }
        return ['status' => $status, 'text' => $isTooLong ? null : preg_replace('~^\xEF\xBB\xBF~', '', $text)];
    }

    /**
     * Writes fields as a form (WHATWG URL, section 5.2).
     *
     * @param array<string, string> $fields
     */
    public static function form(#[\SensitiveParameter] array $fields): string
    {
        return str_replace('%2A', '*', http_build_query($fields, '', '&', PHP_QUERY_RFC1738));
    }

    /**
     * @param array<string, string> $headers
     * @return array<int, mixed>
     */
    private static function options(
        #[\SensitiveParameter] string $url,
        int $timeout,
        string $method,
        #[\SensitiveParameter] array $headers,
        #[\SensitiveParameter] ?string $body,
    ): array {
        // Older versions of curl wait for leave to send a longer body.
        $lines = ['User-Agent: crm-oauth-button', 'Expect:'];
        foreach ($headers as $name => $value) {
            $lines[] = "$name: $value";
        }
        $target = Url::parse($url);
        $isPlain = $target?->scheme === 'http' && $target->isLoopback();
        $options = [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => $isPlain ? CURLPROTO_HTTP : CURLPROTO_HTTPS,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_TIMEOUT_MS => $timeout,
            // Without signals, a limit below a second holds as well.
            CURLOPT_NOSIGNAL => true,
        ];
        // A POST without a body has a length, too: 0. Of what type it is curl would make up.
        if ($method === 'POST') {
            $options[CURLOPT_POSTFIELDS] = $body ?? '';
            $options[CURLOPT_HTTPHEADER] = $body === null ? [...$lines, 'Content-Type:'] : $lines;
        }
        // No proxy knows this machine's own names.
        if ($isPlain) {
            $options[CURLOPT_PROXY] = '';
        }
        return $options;
    }
}
