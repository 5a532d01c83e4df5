<?php

declare(strict_types=1);

namespace CrmOauth;

/** An HTTP request, as the handler needs it: whatever the framework. */
final class Request
{
    /** Longer than any body that is read, in bytes. */
    private const LIMIT = 16_384;

    public readonly Query $parameters;

    /**
     * @param string $path from its slash on, as it was sent: not decoded
     * @param string $query as it was sent, without its question mark
     * @param array<string, string> $headers by names in lower case
     */
    public function __construct(
        public readonly string $method,
        public readonly string $path,
        public readonly string $query = '',
        public readonly array $headers = [],
        #[\SensitiveParameter]
        private readonly string $body = '',
    ) {
        $this->parameters = Query::parse($query);
    }

    /**
     * The current request, by PHP's own globals.
     *
     * @param ?array<string, mixed> $server in place of `$_SERVER`, such as where a framework has changed that
     */
    public static function fromGlobals(?array $server = null): self
    {
        $server ??= $_SERVER;
        $target = self::textOf($server, 'REQUEST_URI');
        [$path, $query] = [...explode('?', $target, 2), ''];
        $body = file_get_contents('php://input', false, null, 0, self::LIMIT + 1);
        return new self(
            self::textOf($server, 'REQUEST_METHOD'),
            $path,
            $query,
            self::headersOf($server),
            is_string($body) ? $body : '',
        );
    }

    /** @param object $request a `\Psr\Http\Message\ServerRequestInterface` */
    public static function fromPsr7(object $request): self
    {
        $stream = $request->getBody();
        if ($stream->isSeekable()) {
            $stream->rewind();
        }
        $body = '';
        while (strlen($body) <= self::LIMIT && !$stream->eof()) {
            $body .= $stream->read(self::LIMIT + 1 - strlen($body));
        }
        $uri = $request->getUri();
        return new self(
            $request->getMethod(),
            $uri->getPath(),
            $uri->getQuery(),
            self::joined($request->getHeaders()),
            $body,
        );
    }

    /** @param object $request a `\Symfony\Component\HttpFoundation\Request`; Laravel's is one */
    public static function fromSymfony(object $request): self
    {
        return new self(
            // `getMethod()` obeys a header or a field that makes another method of a POST.
            $request->getRealMethod(),
            $request->getPathInfo(),
            // `getQueryString()` sorts the parameters, and drops those that are there twice.
            self::textOf($request->server->all(), 'QUERY_STRING'),
            self::joined($request->headers->all()),
            $request->getContent(),
        );
    }

    /** Gives a header, or `null`. */
    public function header(string $name): ?string
    {
        return $this->headers[$name] ?? null;
    }

    /** Gives the body, or `null` if it is too long. */
    public function text(int $limit = self::LIMIT): ?string
    {
        return strlen($this->body) <= $limit ? $this->body : null;
    }

    /** @return array{method: string, path: string} without anything that may be secret */
    public function __debugInfo(): array
    {
        return ['method' => $this->method, 'path' => $this->path];
    }

    /**
     * @param array<string, mixed> $server
     * @return array<string, string>
     */
    private static function headersOf(array $server): array
    {
        $headers = [];
        foreach ($server as $key => $value) {
            if (is_string($value) && preg_match('/^(?:HTTP_(.+)|(CONTENT_TYPE))$/D', (string) $key, $found)) {
                $headers[strtr(strtolower($found[2] ?? $found[1]), '_', '-')] = $value;
            }
        }
        // Apache keeps this one to itself, and leaves its parts, or another name for it.
        $user = self::textOf($server, 'PHP_AUTH_USER');
        $basic = $user === '' ? '' : 'Basic ' . base64_encode($user . ':' . self::textOf($server, 'PHP_AUTH_PW'));
        $authorization = self::textOf($server, 'REDIRECT_HTTP_AUTHORIZATION') ?: $basic;
        return $authorization === '' ? $headers : $headers + ['authorization' => $authorization];
    }

    /** @param array<string, mixed> $server */
    private static function textOf(array $server, string $name): string
    {
        $value = $server[$name] ?? '';
        return is_string($value) ? $value : '';
    }

    /**
     * @param array<array<?string>> $headers
     * @return array<string, string>
     */
    private static function joined(array $headers): array
    {
        $joined = array_map(static fn (array $values): string => implode(', ', $values), $headers);
        return array_change_key_case($joined, CASE_LOWER);
    }
}
