<?php

declare(strict_types=1);

// For PHP's own server, in the place of a web server: files as they are, and everything else to WordPress.
$path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if (preg_match('~\.php(/|$)~D', $path) || is_file($file) || is_file("$file/index.php")) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
