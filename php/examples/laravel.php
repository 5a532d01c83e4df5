<?php

// routes/web.php. The webhooks come without a token: except `crm/*` from CSRF verification in bootstrap/app.php,
// `$middleware->validateCsrfTokens(except: ['crm/*'])`. The handler has a check of its own.

use CrmOauth\{Client, Handler, PdoStore, Request as CrmRequest};
use Illuminate\Http\Request;
use Illuminate\Support\Facades\{DB, Route};

// In a service provider's register().
app()->singleton(Handler::class, fn () => new Handler(
    [new Client(config('crm.id'), url('/crm/callback/kommo'), config('crm.secret'))],
    // A connection of its own: the store sets it to its needs.
    new PdoStore(DB::connection('crm')->getPdo(), [config('crm.key')]),
    fn () => auth()->id(),
));

Route::any('/crm/{path}', function (Request $request, Handler $crm) {
    $answer = $crm->handle(CrmRequest::fromSymfony($request), app()->terminating(...));
    return response($answer->body, $answer->status, $answer->headers);
})->where('path', '.*');
