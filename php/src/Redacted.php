<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * Base of objects that hold secrets: dumps, loggers and string conversions get a name instead. The secrets are in no
 * property, which `var_export()`, a cast to an array and the dumpers of frameworks would show, private or not.
 *
 * `json_encode()` counts as a logger, since many are made of it: such an object has a method of its own for storage.
 */
abstract class Redacted implements \JsonSerializable, \Stringable
{
    /** @var \WeakMap<self, array<string, mixed>>|null */
    private static ?\WeakMap $secrets = null;

    /** Names the object without its secrets. */
    abstract public function __toString(): string;

    public function jsonSerialize(): string
    {
        return (string) $this;
    }

    /** @return array{string} for `var_dump()` and `print_r()` */
    public function __debugInfo(): array
    {
        return [(string) $this];
    }

    public function __serialize(): array
    {
        throw new \LogicException("$this is not serialized: it holds a secret.");
    }

    public function __unserialize(array $data): void
    {
        throw new \LogicException('This is not unserialized: its secret was never there.');
    }

    /** A copy would be without its secrets. */
    private function __clone()
    {
    }

    /** @param array<string, mixed> $secrets by name */
    protected function keep(#[\SensitiveParameter] array $secrets): void
    {
        self::$secrets ??= new \WeakMap();
        self::$secrets[$this] = $secrets;
    }

    protected function kept(string $name): mixed
    {
        return self::$secrets[$this][$name] ?? null;
    }
}
