<?php

declare(strict_types=1);

namespace CrmOauth;

/*
 * A process of an integrator's, for the tests: it opens a store, and then carries out calls that come as lines of JSON. An update
 * asks for its outcome, and may meanwhile be told to make other calls.
 */

require __DIR__ . '/../../php/crm-oauth.php';

$given = Json::parse($argv[1]);
$pdo = $given['dsn'] === '' ? null : new \PDO($given['dsn'], $given['user'] ?? null);
$store = $pdo === null ? new MemoryStore() : new PdoStore($pdo, $given['keys'], $given['prefix']);

$say = static function (array $line): void {
    fwrite(STDOUT, json_encode($line, JSON_THROW_ON_ERROR) . "\n");
};
$record = static fn (array $given): ConnectionRecord => new ConnectionRecord(...$given);
$plain = static fn (?object $given): ?array => $given === null ? null : array_filter(
    get_object_vars($given),
    fn (mixed $value): bool => $value !== null,
);
$clients = static fn (string $site): Clients => new Clients(
    [new Client('shop-id', "$site/callback/kommo", $given['secret'])],
    '/crm',
);
$life = static fn (string $site, string $server): Life => new Life(
    $clients($site),
    $store->connections(),
    fn (string $provider): RequestOptions => new RequestOptions(server: "$server/$provider"),
    static fn () => null,
);

$serve = static function (?int $awaited) use (&$serve, &$calls, $say): ?array {
    while (($line = fgets(STDIN)) !== false) {
        ['id' => $id] = $read = Json::parse($line);
        if (isset($read['outcome'])) {
            return $id === $awaited ? $read['outcome'] : throw new \LogicException('Another update is waiting.');
        }
        try {
            $say(['id' => $id, 'value' => $calls[$read['call']]($id, ...$read['args'])]);
        } catch (\Throwable $error) {
            $say(['id' => $id, 'error' => $error->getMessage(), 'code' => $error->getCode()]);
        }
    }
    return null;
};

$calls = [
    'connections.get' => static fn ($_, string $id) => $plain($store->connections()->get($id)),
    'connections.list' => static fn ($_, string $user) => array_map($plain, $store->connections()->list($user)),
    'connections.find' => static fn ($_, string $client, string $account) => array_map(
        $plain,
        $store->connections()->find($client, $account),
    ),
    'connections.put' => static fn ($_, array $given) => $plain($store->connections()->put($record($given))),
    'connections.delete' => static fn ($_, string $id) => $store->connections()->delete($id),
    'connections.update' => static function (int $call, string $id) use ($store, $plain, $record, $say, &$serve) {
        return $plain($store->connections()->update($id, function ($current) use ($call, $plain, $record, $say, &$serve) {
            $say(['id' => $call, 'current' => $plain($current)]);
            ['kind' => $kind, 'value' => $value] = $serve($call);
            return match ($kind) {
                'record' => $record($value),
                'none' => null,
                'removed' => false,
                'failed' => throw new \RuntimeException($value),
            };
        }));
    },
    'states.add' => static fn ($_, string $digest, array $given, int $now) => $store->states()->add(
        $digest,
        new StateRecord(...$given),
        $now,
    ),
    'states.get' => static fn ($_, string $digest) => $plain($store->states()->get($digest)),
    'states.use' => static fn ($_, string $digest) => $store->states()->use($digest),
    'secrets.deliver' => static fn ($_, string $digest, array $credentials, array $state) => $store->secrets()->deliver(
        $digest,
        $credentials,
        new CurrentState(...$state),
    ),
    'secrets.collect' => static fn ($_, string $digest) => $store->secrets()->collect($digest),
    'accessToken' => static fn ($_, string $site, string $server, string $user, string $id) => FreshConnection::get(
        $life($site, $server),
        $user,
        $id,
    )->accessToken(),
    'disconnect' => static fn ($_, string $site, string $server, string $user, string $id) => Disconnect::disconnect(
        $life($site, $server),
        $user,
        $id,
    ),
    'query' => static function ($_, string $sql) use ($pdo): array {
        $statement = $pdo->query($sql);
        return $statement->columnCount() === 0 ? [] : $statement->fetchAll(\PDO::FETCH_ASSOC);
    },
    'begin' => static fn () => $pdo->beginTransaction(),
];
$serve(null);
