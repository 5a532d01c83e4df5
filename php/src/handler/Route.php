<?php

declare(strict_types=1);

namespace CrmOauth;

/** Answers a request by its path and its method. */
final class Route
{
    /** @throws Refusal 404, 405, and those of the routes */
    public static function answer(Exchange $exchange): Response
    {
        $request = $exchange->request;
        $isBelow = str_starts_with($request->path, "$exchange->basePath/");
        $path = $isBelow ? substr($request->path, strlen($exchange->basePath) + 1) : '';
        $parts = explode('/', $path);
        $methods = count($parts) > 2 ? null : self::methodsOf($exchange, $parts[0], $parts[1] ?? null);
        if ($methods === null) {
            throw Refusal::missing();
        }
        $answer = $methods[$request->method] ?? null;
        if ($answer === null) {
            throw new Refusal(405, 'method_not_allowed', ['allow' => implode(', ', array_keys($methods))]);
        }
        return $answer();
    }

    /** @return ?array<string, \Closure(): Response> the answers to one path, by the request's method */
    private static function methodsOf(Exchange $exchange, string $section, ?string $name): ?array
    {
        if ($name === null) {
            return match ($section) {
                'state' => ['GET' => static fn (): Response => StateRoute::answer($exchange)],
                'clients' => ['GET' => static fn (): Response => ConnectionRoutes::clients($exchange)],
                'connections' => ['GET' => static fn (): Response => ConnectionRoutes::connections($exchange)],
                'callback.js' => ['GET' => CallbackPage::script(...)],
                default => null,
            };
        }
        if ($section === 'connections') {
            return ['DELETE' => static fn (): Response => ConnectionRoutes::disconnect($exchange, $name)];
        }
        $client = $exchange->life->clients->get($name);
        return $client === null ? null : self::methodsOfClient($exchange, $section, $client);
    }

    /** @return ?array<string, \Closure(): Response> */
    private static function methodsOfClient(
        Exchange $exchange,
        string $section,
        Client|ExternalIntegration $client,
    ): ?array {
        $endpoint = $client->tokenEndpoint;
        $installed = HookRoutes::isInstall($exchange, $client)
            ? ['GET' => static fn (): Response => HookRoutes::installed($exchange, $client)]
            : null;
        $notice = $client instanceof Client && $endpoint->uninstallNotice !== null
            ? ['DELETE' => static fn (): Response => HookRoutes::uninstalled($exchange, $client)]
            : [];
        $callback = ['GET' => static fn (): Response => (new CallbackRoute($exchange, $client))->answer()];
        return match ($section) {
            'callback' => [...($installed ?? $callback), ...$notice],
            'installed' => $installed,
            'secrets' => $client instanceof ExternalIntegration
                ? ['POST' => static fn (): Response => HookRoutes::secrets($exchange)]
                : null,
            'disconnected' => $endpoint->signsDisconnections === true
                ? ['GET' => static fn (): Response => HookRoutes::disconnected($exchange, $client)]
                : null,
            default => null,
        };
    }
}
