<?php

declare(strict_types=1);

namespace CrmOauth;

/** The routes of the settings page. */
final class ConnectionRoutes
{
    /** `GET /connections`: the user's. */
    public static function connections(Exchange $exchange): Response
    {
        $records = $exchange->life->connections->list($exchange->ownUser());
        $toConnection = static fn (ConnectionRecord $record): array => $record->toConnection();
        return Response::json(array_map($toConnection, $records));
    }

    /** `DELETE /connections/ID`: ends one of the user's. */
    public static function disconnect(Exchange $exchange, string $id): Response
    {
        $user = $exchange->ownUser();
        // A form of another site can't send a header of its own, and a script there needs a permission that nobody
        // gives.
        if ($exchange->request->header('x-crm-oauth') !== '1') {
            throw new Refusal(403, 'header_required');
        }
        if (!Disconnect::disconnect($exchange->life, $user, $id)) {
            throw Refusal::missing();
        }
        return new Response(204);
    }

    /** `GET /clients`: what the buttons of a settings page need to know. */
    public static function clients(Exchange $exchange): Response
    {
        $exchange->ownUser();
        $answer = [];
        foreach ($exchange->life->clients->all as $client) {
            $server = $exchange->life->requestOptions($client->tokenEndpoint->provider)->server;
            $place = $server === null ? [] : ['server' => $server];
            $answer[] = ['name' => $client->name, 'settings' => [...$client->settings, ...$place]];
        }
        return Response::json($answer);
    }
}
