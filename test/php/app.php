<?php

declare(strict_types=1);

namespace CrmOauth;

/*
 * An integrator's site for the tests, behind PHP's own server: the handler below /crm, its calls below /call, and pages. The
 * environment says what it works with.
 */

require __DIR__ . '/../../php/crm-oauth.php';

[$url, $folder] = [(string) getenv('CRM_URL'), (string) getenv('CRM_FOLDER')];
$path = (string) strtok($_SERVER['REQUEST_URI'], '?');
$user = fn (Request $request): string => rawurldecode($request->header('x-user') ?? $_COOKIE['user'] ?? '');

/** Writes a line into a file that the tests read. */
$tell = static function (string $file, mixed $line) use ($folder): void {
    file_put_contents("$folder/$file", Json::write($line) . "\n", FILE_APPEND | LOCK_EX);
};

$clients = [];
foreach (['kommo', 'hubspot', 'pipedrive', 'dynamics', 'ringcentral'] as $provider) {
    $settings = match ($provider) {
        'dynamics' => ['resource' => 'https://acme.crm4.dynamics.com'],
        'hubspot' => ['scope' => 'oauth'],
        default => [],
    };
    $secret = (string) getenv('CRM_SECRET');
    $clients[] = new Client('shop-id', "$url/callback/$provider", $secret, $provider, ...$settings);
}
$clients[] = new ExternalIntegration('Harbor Analytics', "$url/callback/external", name: 'external');

$store = PdoStore::open("sqlite:$folder/crm.db", keys: [(string) getenv('CRM_KEY')]);
$crm = new Handler(
    $clients,
    $store,
    $user,
    server: is_file("$folder/server") ? file_get_contents("$folder/server") : (string) getenv('CRM_SERVER'),
    afterConnect: static fn () => is_file("$folder/full") ? throw new \RuntimeException('The disk is full.') : null,
    onStatus: static fn (array $connection, string $user) => $tell('told', [$connection['status'], $user]),
    onError: static fn (\Throwable $error) => $tell('errors', ['code' => $error->getCode(), 'text' => (string) $error]),
);

if ($crm->run()) {
    return;
}
if (!str_starts_with($path, '/call/')) {
    return false;
}

/** The handler's calls, by the names of their parameters, and what only a test wants. */
$given = Json::parse((string) file_get_contents('php://input'));
$calls = [
    'connections' => $crm->connections(...),
    'accessToken' => $crm->accessToken(...),
    'disconnect' => $crm->disconnect(...),
    'setToken' => $crm->setToken(...),
    // As a widget's settings page inside the CRM would have it.
    'claim' => static function (string $user, ?string $token) use ($crm, $clients): ?array {
        return $crm->claim($user, OneTimeToken::verify($token, $clients[0])->account);
    },
    'record' => static fn (string $id): array => get_object_vars($store->connections()->get($id)),
    'expire' => static fn (string $id) => $store->connections()->update(
        $id,
        static fn (ConnectionRecord $record): ConnectionRecord
            => $record->with(tokens: ['expiresAt' => Clock::now()] + (array) $record->tokens),
    ) !== null,
];
try {
    $answer = ['value' => $calls[substr($path, strlen('/call/'))](...$given)];
} catch (\Throwable $error) {
    $answer = ['error' => is_string($error->getCode()) ? $error->getCode() : $error::class];
}
Response::json($answer)->send();
