<?php

declare(strict_types=1);

namespace CrmOauth;

/* Reads a request as Symfony's and as PSR-7's, by Debian's packages of both, and writes what the handler gets of each. */

require __DIR__ . '/../../php/crm-oauth.php';
require 'Symfony/Component/HttpFoundation/autoload.php';
require 'Nyholm/Psr7/autoload.php';

['method' => $method, 'target' => $target, 'headers' => $headers, 'body' => $body] = Json::parse($argv[1]);

$variables = [];
foreach ($headers as $name => $value) {
    $variables[($name === 'content-type' ? '' : 'HTTP_') . strtr(strtoupper($name), '-', '_')] = $value;
}
$url = "https://shop.example$target";
$requests = [
    'symfony' => Request::fromSymfony(
        \Symfony\Component\HttpFoundation\Request::create($url, $method, [], [], [], $variables, $body),
    ),
    'psr7' => Request::fromPsr7(new \Nyholm\Psr7\ServerRequest($method, $url, $headers, $body)),
];
echo Json::write(array_map(static fn (Request $request): array => [
    'method' => $request->method,
    'path' => $request->path,
    'query' => $request->query,
    'headers' => (object) array_intersect_key($request->headers, $headers),
    'body' => $request->text(),
], $requests));
