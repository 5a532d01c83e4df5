<?php

declare(strict_types=1);

namespace CrmOauth;

/** JSON, to and from elsewhere. */
final class Json
{
    /** Parses JSON from elsewhere, objects as arrays; gives null for anything else. */
    public static function parse(#[\SensitiveParameter] ?string $text): mixed
    {
        // A long number keeps its digits, as text: it is an id.
        return json_decode($text ?? '', true, 512, JSON_BIGINT_AS_STRING | JSON_INVALID_UTF8_SUBSTITUTE);
    }

    /**
     * Writes a value as JSON.
     *
     * @throws \JsonException for a value that JSON can't hold
     */
    public static function write(#[\SensitiveParameter] mixed $value): string
    {
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;
        return json_encode($value, $flags | JSON_THROW_ON_ERROR);
    }

    /** Reads a text or a number out of parsed JSON, by a path such as `data.company_id`. */
    public static function textAt(#[\SensitiveParameter] mixed $body, string $path): ?string
    {
        $value = $body;
        foreach (explode('.', $path) as $name) {
            $value = is_array($value) ? $value[$name] ?? null : null;
        }
        $isId = is_int($value) || is_float($value) || (is_string($value) && $value !== '');
        return $isId ? (string) $value : null;
    }
}
