<?php

declare(strict_types=1);

/**
 * Runs cases through the PHP back end: a list of them as JSON on the standard input, a list of verdicts on the standard output.
 * `verdicts.ts` is the same for TypeScript.
 */

namespace CrmOauth;

require __DIR__ . '/../../php/crm-oauth.php';

// As servers under development have it: a trace holds the arguments of each call.
ini_set('zend.exception_ignore_args', '0');
ini_set('zend.exception_string_param_max_len', '1000');

/** @param array<string, mixed> $options */
function clientOf(#[\SensitiveParameter] array $options): Client
{
    if (is_array($options['provider'] ?? null)) {
        $isWhole = isset($options['provider']['hosts']);
        $options['provider'] = $isWhole
            ? new TokenEndpoint(...$options['provider'])
            : TokenEndpoints::oauth2(...$options['provider']);
    }
    return new Client(...$options);
}

/** @return array<string, mixed> */
function fieldsOf(TokenSet $tokens): array
{
    $record = $tokens->toRecord();
    foreach (['expiresAt', 'refreshExpiresAt'] as $end) {
        if (isset($record[$end])) {
            $record[$end] -= $record['issuedAt'];
        }
    }
    unset($record['issuedAt']);
    return $record;
}

/** @param array<string, mixed> $case */
function verdictOf(#[\SensitiveParameter] array $case): mixed
{
    $client = static fn (): Client => clientOf($case['client']);
    $tokens = static fn (): TokenSet => TokenSet::fromRecord($case['tokens']);
    $options = static fn (): RequestOptions => new RequestOptions(...$case['options'] ?? []);
    return match ($case['call']) {
        'endpoint' => get_object_vars(TokenEndpoints::get($case['provider']) ?? throw new \LogicException('None.')),
        'client' => ['settings' => $client()->settings, 'authentication' => $client()->authentication()],
        'host' => Hosts::checkHost($client()->tokenEndpoint, $case['given']),
        'apiHost' => Hosts::checkApiHost($client()->tokenEndpoint, $case['given']),
        'record' => $tokens()->toRecord(),
        'response' => get_object_vars(
            AuthorizationResponse::read($case['url'], static fn (): bool => $case['isAccepted'], $client()),
        ),
        'digest' => Crypto::digest($case['text']),
        'hmac' => bin2hex(Crypto::hmac($case['key'], $case['text'])),
        'claims' => Jwt::verifyClaims($case['token'], $case['secret']),
        'oneTimeToken' => get_object_vars(OneTimeToken::verify($case['token'], $client(), static fn (): int => $case['now'])),
        'disconnect' => VerifyDisconnect::verify(
            Query::parse(explode('?', $case['url'], 2)[1] ?? ''),
            static fn (string $id): ?string => $id === $case['clientId'] ? $case['secret'] : null,
        ),
        'states' => statesOf($case),
        'exchange' => fieldsOf(
            Tokens::exchangeCode($client(), new AuthorizationResponse('', $case['code'], '', $case['host']), $options()),
        ),
        'refresh' => fieldsOf(Tokens::refresh($client(), $tokens(), $options())),
        'revoke' => Tokens::revoke($client(), $tokens(), $options()),
        'account' => Api::fetchAccount($client(), $tokens(), $options()),
        'currentHost' => Api::findCurrentHost($client(), $tokens(), $options()),
        'dumps' => dumpsOf([$client(), $tokens()]),
    };
}

/**
 * Issues a state, and takes it again and again.
 *
 * @param array<string, mixed> $case
 * @return list<string>
 */
function statesOf(array $case): array
{
    $store = (new MemoryStore())->states();
    $issued = States::issue($case['session'], $store, clientOf($case['client']));
    $take = static function (array $each) use ($case, $store, $issued): string {
        try {
            $client = clientOf($each['client'] ?? $case['client']);
            States::take($each['state'] ?? $issued, $each['session'], $store, $client);
            return 'taken';
        } catch (CallbackError $error) {
            return $error->getCode();
        }
    };
    return array_map($take, $case['taken']);
}

/**
 * Everything that a careless program shows of objects.
 *
 * @param list<Redacted> $objects
 * @return list<string>
 */
function dumpsOf(array $objects): array
{
    ob_start();
    var_dump($objects);
    return [
        (string) ob_get_clean(),
        print_r($objects, true),
        var_export(array_map(static fn (Redacted $object): array => (array) $object, $objects), true),
        json_encode($objects, JSON_THROW_ON_ERROR),
        implode(' ', array_map('strval', $objects)),
        implode(' ', array_map(static fn (Redacted $object): string => failureOf(static fn () => serialize($object)), $objects)),
        implode(' ', array_map(static fn (Redacted $object): string => failureOf(static fn () => clone $object), $objects)),
    ];
}

function failureOf(\Closure $task): string
{
    try {
        $task();
        return 'It worked.';
    } catch (\Throwable $error) {
        return $error->getMessage();
    }
}

/** @return array<string, mixed> */
function errorOf(\Throwable $error): array
{
    $known = match (true) {
        $error instanceof CallbackError => ['code' => $error->getCode(), 'kind' => $error->kind],
        $error instanceof TokenError => [
            'code' => $error->getCode(),
            'status' => $error->status,
            'hint' => $error->hint,
            'isTransport' => $error->isTransport(),
        ],
        $error instanceof \InvalidArgumentException => ['code' => 'invalid_argument'],
        default => ['code' => get_class($error)],
    };
    $trace = print_r($error->getTrace(), true);
    return $known + ['message' => $error->getMessage(), 'shown' => "$error\n$trace"];
}

$verdicts = [];
foreach (json_decode((string) stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR) as $case) {
    try {
        $verdicts[] = ['value' => verdictOf($case)];
    } catch (\Throwable $error) {
        $verdicts[] = ['error' => errorOf($error)];
    }
}
echo json_encode($verdicts, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE | JSON_PARTIAL_OUTPUT_ON_ERROR);
