<?php

declare(strict_types=1);

namespace CrmOauth;

/** The page at the redirect URI, and its script. */
final class CallbackPage
{
    private const ESCAPES = ['&' => '&#38;', '<' => '&#60;', '>' => '&#62;', '"' => '&#34;', "'" => '&#39;'];

    /** The script, as a file of its own: the policies of many sites allow no other. */
    public static function script(): Response
    {
        return new Response(200, CallbackScript::TEXT, [
            'content-type' => 'text/javascript; charset=utf-8',
            'cache-control' => 'no-cache',
        ]);
    }

    /**
     * The page. It reports to the page with the button and closes, or goes back there; its text is for those who see
     * it.
     *
     * @param string $returnTo path of this site to go on to where no page waits
     * @param string $script path of the script
     * @param ?string $error why nothing came of it, for the page with the button; `null` if it is connected
     */
    public static function page(string $returnTo, string $script, ?string $error = null): Response
    {
        $nonce = Crypto::randomText();
        $title = $error === null ? 'Connected' : 'Not connected';
        $text = $error === null ? 'You can close this window.' : "The CRM was not connected ($error).";
        [$text, $returnTo, $script] = array_map(self::escape(...), [$text, $returnTo, $script]);
        $reason = $error === null ? '' : ' data-error="' . self::escape($error) . '"';
        $html = <<<HTML
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>$title</title>
            <style nonce="$nonce">
              :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
              body { max-width: 24rem; margin: 20vh auto; padding: 0 1rem; text-align: center; }
              a { color: inherit; }
            </style>
            <main>
            <h1>$title</h1>
            <p>$text</p>
            <p><a href="$returnTo">Continue</a></p>
            </main>
            <script src="$script" data-return-to="$returnTo"$reason></script>
            </html>
            HTML;
        return new Response($error === null ? 200 : 403, $html, [
            'content-type' => 'text/html; charset=utf-8',
            'content-security-policy' => "default-src 'none'; script-src 'self'; style-src 'nonce-$nonce'; "
                . "base-uri 'none'; frame-ancestors 'none'",
            // The address holds a code.
            'referrer-policy' => 'no-referrer',
        ]);
    }

    private static function escape(string $text): string
    {
        return strtr($text, self::ESCAPES);
    }
}
