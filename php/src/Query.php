<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * A query or a form, read as browsers do. PHP's own reading keeps the last of two values, makes lists of names in
 * brackets, and drops what comes after the thousandth.
 *
 * @see https://url.spec.whatwg.org/#urlencoded-parsing
 */
final class Query
{
    /** @param list<array{string, string}> $pairs */
    private function __construct(private readonly array $pairs)
    {
    }

    /** @param string $text without its question mark */
    public static function parse(string $text): self
    {
        $pairs = [];
        foreach (explode('&', $text) as $part) {
            if ($part === '') {
                continue;
            }
            [$name, $value] = [...explode('=', $part, 2), ''];
            $pairs[] = [urldecode($name), urldecode($value)];
        }
        return new self($pairs);
    }

    /** Gives the first value of a name. */
    public function get(string $name): ?string
    {
        return $this->all($name)[0] ?? null;
    }

    /** @return list<string> */
    public function all(string $name): array
    {
        $values = [];
        foreach ($this->pairs as [$each, $value]) {
            if ($each === $name) {
                $values[] = $value;
            }
        }
        return $values;
    }

    public function has(string $name): bool
    {
        return $this->all($name) !== [];
    }
}
