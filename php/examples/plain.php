<?php

// In front of every page of the site, such as in index.php.
require __DIR__ . '/crm-oauth.php';

use CrmOauth\{Client, Handler, PdoStore};

// Read and let go: an open session holds up the user's other requests while a CRM is asked.
session_start(['read_and_close' => true]);

$crm = new Handler(
    [new Client(getenv('CRM_ID'), 'https://shop.example/crm/callback/kommo', getenv('CRM_SECRET'))],
    PdoStore::open('mysql:host=localhost;dbname=shop', 'shop', getenv('DB_PASSWORD'), keys: [getenv('CRM_KEY')]),
    fn () => $_SESSION['user'] ?? null,
    server: getenv('CRM_SERVER') ?: null,
);
if ($crm->run()) {
    exit;
}
