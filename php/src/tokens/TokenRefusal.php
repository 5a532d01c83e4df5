<?php

declare(strict_types=1);

namespace CrmOauth;

/** Reads error responses of token endpoints. */
final class TokenRefusal
{
    private const CODES = [
        'invalid_request',
        'invalid_client',
        'invalid_grant',
        'unauthorized_client',
        'unsupported_grant_type',
        'invalid_scope',
    ];

    /** Where descriptions are: the standard's, Kommo's in problem details (RFC 7807), and other vendors'. */
    private const DESCRIPTIONS = ['hint', 'error_description', 'message', 'errors.0.message'];

    /** Characters that could end a line in a log, or change how it is read. */
    private const CONTROL = '~[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+~u';

    /**
     * Reads an error response (RFC 6749, section 5.2), or what the vendor has in its place.
     *
     * @param mixed $body the parsed body, not trusted
     * @param list<string> $secrets what must not appear in the error, even if the server echoes it
     */
    public static function read(
        TokenEndpoint $endpoint,
        string $host,
        int $status,
        #[\SensitiveParameter] mixed $body,
        #[\SensitiveParameter] array $secrets,
    ): TokenError {
        $error = Json::textAt($body, 'error') ?? '';
        $text = null;
        foreach (self::DESCRIPTIONS as $path) {
            $text ??= Json::textAt($body, $path);
        }
        // Some have no code in its place, but a sentence.
        $text ??= str_contains($error, ' ') ? $error : null;
        $shown = $text === null ? null : self::tidy($text, $secrets);
        $pattern = $endpoint->invalidGrantHint;
        $isGrant = $pattern !== null && preg_match($pattern, $shown ?? '') === 1;
        $code = self::ownCode($endpoint, $error) ?? self::codeOf($status, $error, $isGrant);
        return new TokenError($code, $host, $status, $shown, $shown ?? "HTTP $status");
    }

    private static function ownCode(TokenEndpoint $endpoint, string $error): ?string
    {
        foreach ($endpoint->errorCodes as $code => $errors) {
            if (in_array($error, $errors, true)) {
                return $code;
            }
        }
        return null;
    }

    private static function codeOf(int $status, string $error, bool $isGrant): string
    {
        return match (true) {
            in_array($error, self::CODES, true) => $error,
            $status === 429 => 'temporarily_unavailable',
            $status >= 500 => 'server_error',
            // Before the status: a refresh token may be refused with 401 as well.
            $isGrant => 'invalid_grant',
            $status === 401 => 'invalid_client',
            // An account that is blocked, or whose time is up.
            $status === 402, $status === 403 => 'access_denied',
            default => 'invalid_request',
        };
    }

    /**
     * Takes the secrets out of a text, and makes it one short line.
     *
     * @param list<string> $secrets
     */
    private static function tidy(#[\SensitiveParameter] string $text, #[\SensitiveParameter] array $secrets): string
    {
        $redacted = $text;
        foreach ($secrets as $secret) {
            $encoded = rawurlencode($secret);
            $forms = [
                $secret,
                // As `encodeURIComponent()` writes it, too.
                str_replace(['%21', '%27', '%28', '%29', '%2A'], ['!', "'", '(', ')', '*'], $encoded),
                $encoded,
                substr(Json::write($secret), 1, -1),
            ];
            $redacted = str_replace(array_filter($forms, 'strlen'), '[redacted]', $redacted);
        }
        // An encoding that is half undone matches none of these.
        $left = self::skeleton($redacted);
        foreach ($secrets as $secret) {
            $bare = self::skeleton($secret);
            if (strlen($bare) >= 8 && str_contains($left, $bare)) {
                return '[redacted]';
            }
        }
        return self::beginning((string) preg_replace(self::CONTROL, ' ', $redacted));
    }

    /** Reduces a text to the characters that every encoding leaves as they are. */
    private static function skeleton(#[\SensitiveParameter] string $text): string
    {
        return preg_replace('~%[0-9a-f]{2}|\\\\u[0-9a-f]{4}|[^0-9a-z]~i', '', $text);
    }

    /** The first 200 characters. */
    private static function beginning(string $line): string
    {
        return preg_match('~^.{0,200}~su', $line, $found) === 1 ? $found[0] : '';
    }
}
